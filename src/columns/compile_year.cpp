// A yearly field of a year that is not known beforehand, such as that of a loss in a list. What
// companies give stands in columns only for years that are; for any year it is looked up among the
// few years that the company gives.
//
// Tested by tests/unit/columns/years_test.cpp and, against the row executor, by tests/property.

#include "columns/compiler.hpp"

namespace sudui::columns {

std::optional<node_id> compiler::in_year(node_kind kind, const instruction& what) {
  const auto year = number(operand(what, 0));
  const auto held = kind_of(*plan_.inputs[what.index].of);
  const auto wanted = kind == node_kind::flag_in_year ? form::flag : form::number;
  if (!year || held.of != wanted || !places_.asks_any_year[what.index]) return std::nullopt;
  node made;
  made.kind = kind;
  made.frame = at(*year).frame;
  made.column = what.index;
  made.a = *year;
  made.scale = held.scale;
  return add(made);
}

}  // namespace sudui::columns
