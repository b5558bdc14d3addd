#pragma once

#include <string>

#include <sudui/report.hpp>

#include "api/column_use.hpp"
#include "report/json_writer.hpp"

namespace sudui::cli {

/// What `sudui check --plan` tells: a line a policy, and the place of everything that columns leave
/// to rows.
[[nodiscard]] std::string plan_text(const api::column_use& use, const text_options& options);
/// One value: the same as an object.
void write_plan(report::json_writer& out, const api::column_use& use);

}  // namespace sudui::cli
