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
// Reads of the year and the day are no constants: they are fixed by bind, not by the rules.
bool is_constant(const expr& what) {
  if (what.of.is_error()) return false;
  if (what.kind != expr_kind::apply) return what.kind == expr_kind::constant;
  return std::all_of(what.parts.begin(), what.parts.end(), is_constant);
}

class folder {
 public:
  // Of what is constant.
  values::cell cell_of(const expr& what) {
    if (what.kind == expr_kind::constant) return to_cell(what.constant, what.of, memory_, 0);
    std::vector<values::cell> operands;
    operands.reserve(what.parts.size());
    for (const auto& part : what.parts) operands.push_back(cell_of(part));
    values::surroundings around{memory_, missing_};
    return values::apply(what.code, operands, around);
  }

 private:
  values::arena memory_;
  values::missing_graph missing_;
};
}  // namespace

std::optional<value> fold(const expr& what) {
  if (!is_constant(what)) return std::nullopt;
  folder run;
  return to_value(run.cell_of(what), what.of);
}

}  // namespace sudui::types
