#pragma once

#include <string>

#include <sudui/report.hpp>

#include "report/answer.hpp"

namespace sudui::report {

/// All decisions for one company as a table: what it gets, what waits for data, what it does not
/// get and why.
[[nodiscard]] std::string text_of(const answer& what, const text_options& options);

}  // namespace sudui::report
