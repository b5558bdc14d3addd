// Decision tables of the kit, decided by the tables of definitions.
#pragma once

#include <boost/json.hpp>
#include <string>

#include "run_case.hpp"

namespace sudui::conformance {

/// One case of a table.
[[nodiscard]] judged judge_table(const boost::json::object& table, const boost::json::object& of,
                                 const run_options& options);

}  // namespace sudui::conformance
