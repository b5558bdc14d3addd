// The table of operators and the rule they share.
//
// Unknown wins over null and null over everything else: an operator that waits for an input is
// unknown whatever its other operands are, since the missing value might itself be none. That rule
// stands here once; an operator sees only known operands, unless `sees_gaps` names it because the
// answer may not depend on the gap (`false and unknown`, `null = null`) or the gap belongs inside
// the result (lists).
//
// Cost: one pass over the operands' kinds and an indirect call.
//
// Tested by tests/unit/values/op_test.cpp.

#include "values/op.hpp"

#include <array>

#include "values/operators.hpp"

namespace sudui::values {
namespace {

using function = cell (*)(operators::operands, surroundings&);

constexpr std::array entries{
#define SUDUI_OP(name, arity) op_entry{#name, arity},
#include "values/op.def"
#undef SUDUI_OP
};

constexpr std::array<function, entries.size()> functions{
#define SUDUI_OP(name, arity) &operators::name,
#include "values/op.def"
#undef SUDUI_OP
};

constexpr bool sees_gaps(op code) noexcept {
  switch (code) {
    case op::logic_and:
    case op::logic_or:
    case op::logic_not:
    case op::choose:
    case op::equal:
    case op::not_equal:
    case op::quotient_equal:
    case op::quotient_not_equal:
    case op::list_make:
    case op::list_contains:
    case op::list_append:
    case op::record_make:
    case op::text_among:
    case op::time_from_parts:
    case op::string_matches:
    case op::string_replace:
    case op::string_join:
    case op::number_from_text:
    case op::list_insert:
    case op::list_replace:
    case op::list_index_of:
    case op::range_make:
    case op::same_value:
    case op::is_null:
    case op::or_else:
    case op::table_unique:
    case op::table_any:
    case op::table_first:
    case op::table_priority:
    case op::table_rows:
    case op::table_output_order:
      return true;
    default:
      return false;
  }
}

constexpr auto gap_table = [] {
  std::array<bool, entries.size()> table{};
  for (std::size_t at = 0; at < table.size(); ++at) table[at] = sees_gaps(static_cast<op>(at));
  return table;
}();

bool all_known(std::span<const cell> cells) noexcept {
  for (const auto& each : cells) {
    if (!each.is_known()) return false;
  }
  return true;
}

}  // namespace

const op_entry& entry_of(op code) noexcept { return entries[static_cast<std::size_t>(code)]; }

std::optional<cell> find_gap(std::span<const cell> cells, missing_graph& missing) {
  std::optional<cell> found;
  for (const auto& each : cells) {
    if (each.is_known()) continue;
    if (!found || (each.is_unknown() && found->is_null())) {
      found = each;
    } else if (each.is_unknown()) {
      found = cell::unknown(missing.both(found->why, each.why));
    }
  }
  return found;
}

cell apply(op code, std::span<const cell> operands, surroundings& around) {
  const auto at = static_cast<std::size_t>(code);
  if (!gap_table[at] && !all_known(operands)) return *find_gap(operands, around.missing);
  return functions[at](operands, around);
}

}  // namespace sudui::values
