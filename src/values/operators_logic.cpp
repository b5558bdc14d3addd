// and, or, not, if, and the two operators that speak of null itself.
//
// `if` with an unknown condition is unknown, but where both branches have the same known value the
// condition does not matter. What it waits for is the condition alone while one branch is known,
// for that may settle it; where neither is, their inputs too.
//
// Tested by tests/unit/values/operators_logic_test.cpp.

#include <array>

#include "values/operators.hpp"
#include "values/ternary.hpp"

namespace sudui::values::operators {

cell logic_and(operands given, surroundings& around) {
  return ternary_and(given[0], given[1], around.missing);
}

cell logic_or(operands given, surroundings& around) {
  return ternary_or(given[0], given[1], around.missing);
}

cell logic_not(operands given, surroundings&) { return ternary_not(given[0]); }

cell choose(operands given, surroundings& around) {
  const auto& condition = given[0];
  if (condition.is_true()) return given[1];
  if (!condition.is_unknown()) return given[2];
  if (equality(given[1], given[2], around.missing).is_true()) return given[1];
  if (!given[1].is_unknown() || !given[2].is_unknown()) return condition;
  return *find_gap(given, around.missing);
}

cell is_null(operands given, surroundings&) {
  return given[0].is_unknown() ? given[0] : cell::of(given[0].is_null());
}

cell or_else(operands given, surroundings& around) {
  if (given[0].is_known()) return given[0];
  if (given[0].is_null()) return given[1];
  const std::array both{given[0], given[1]};
  return *find_gap(both, around.missing);
}

}  // namespace sudui::values::operators
