// Values of constant expressions, by the same operators that run later: parameters, band limits and
// lints need them before there is a plan.
//
// Tested by tests/unit/types/cells_test.cpp.

#include "types/fold.hpp"

#include <algorithm>
#include <vector>

#include "types/cells.hpp"
#include "values/arena.hpp"
#include "values/missing.hpp"

namespace sudui::types {

namespace {
class folder {
 public:
  // Nothing where any part is no constant. Reads of the year and the day are none: they are fixed
  // by bind, not by the rules.
  std::optional<values::cell> cell_of(const expr& what) {
    if (what.of.is_error()) return std::nullopt;
    if (what.kind == expr_kind::constant) return to_cell(what.constant, what.of, memory_, 0);
    if (what.kind != expr_kind::apply) return std::nullopt;
    std::vector<values::cell> operands;
    for (const auto& part : what.parts) {
      const auto operand = cell_of(part);
      if (!operand) return std::nullopt;
      operands.push_back(*operand);
    }
    values::surroundings around{memory_, missing_};
    return values::apply(what.code, operands, around);
  }

 private:
  values::arena memory_;
  values::missing_graph missing_;
};
}  // namespace

std::optional<value> fold(const expr& what) {
  folder run;
  const auto held = run.cell_of(what);
  if (!held) return std::nullopt;
  return to_value(*held, what.of);
}

}  // namespace sudui::types
