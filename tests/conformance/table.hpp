// Decision tables of the kit: their cells run through the engine, the hit policies stand here.
#pragma once

#include <boost/json.hpp>
#include <string>

#include "run_case.hpp"

namespace sudui::conformance {

/// One case of a table.
[[nodiscard]] judged judge_table(const boost::json::object& table, const boost::json::object& of,
                                 const run_options& options);

}  // namespace sudui::conformance
