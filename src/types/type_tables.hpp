#pragma once

#include <functional>
#include <vector>

#include "text/sink.hpp"
#include "types/catalog.hpp"
#include "types/scope.hpp"
#include "types/typed.hpp"

namespace sudui::types {

/// What the formulas of a table are typed with.
struct table_names {
  catalog& names;
  text::sink& out;
  scope& locals;
};

struct typed_rows {
  std::vector<expr> on;
  std::vector<typed_row> rows;
};

/// The columns and rows of a table; `output` types what a row gives. Each test of a row becomes a
/// boolean on its column: `> 5` under `staff` is `staff > 5`. A `-` and whatever else is always
/// true leaves nothing to test.
[[nodiscard]] typed_rows type_rows(const model::tiers& from, const table_names& with,
                                   const std::function<expr(const model::formula&)>& output);

/// The table of a definition as one expression.
[[nodiscard]] expr type_table(const model::tiers& from, const table_names& with);

}  // namespace sudui::types
