// Texts that a formula chooses among (`if is_doctor then "doctor" else "none"`) are numbers: every
// constant text has one of its own, and equal texts have equal numbers. Only equality is asked of
// them. The texts of a column get theirs while batches are run; what depends on one column alone is
// a table.

#include "columns/compiler.hpp"

namespace sudui::columns {

using plan::instruction_kind;
using values::op;

std::optional<node_id> compiler::text(plan::reg which) {
  return texts_.get(which, [&](plan::reg each) { return make_text(each); });
}

std::int64_t compiler::number_of(std::string_view text) {
  const auto next = static_cast<std::int64_t>(text_numbers_.size());
  const auto [found, is_new] = text_numbers_.emplace(text, next);
  if (is_new) out_.texts.emplace_back(text);
  return found->second;
}

std::optional<node_id> compiler::make_text(plan::reg which) {
  node made;
  if (const auto* held = known_.in(which)) {
    if (held->is_known() && held->what != values::kind::string) return std::nullopt;
    made.kind = held->is_unknown() ? node_kind::gap
                : held->is_null()  ? node_kind::nothing
                                   : node_kind::constant;
    if (held->is_known()) made.limit = number_of(held->string());
    return add(made);
  }
  if (const auto column = column_in(which)) {
    if (column->kind->of != form::text) return std::nullopt;
    made.kind = node_kind::text_number;
    made.frame = column->frame;
    made.column = column->column;
    return add(made);
  }
  const auto* what = made_by(which);
  if (what == nullptr) return std::nullopt;
  if (what->kind == instruction_kind::not_published) {
    made.kind = node_kind::gap;
    made.index = what->index + 1;
    made.above = what->year;
    return add(made);
  }
  if (what->kind != instruction_kind::apply) return std::nullopt;
  if (what->code == op::choose) return choose_number(*what, &compiler::text);
  if (what->code != op::or_else) return std::nullopt;
  const auto a = text(operand(*what, 0));
  const auto b = a ? text(operand(*what, 1)) : std::nullopt;
  return b ? arithmetic(node_kind::fallback, *a, *b) : std::nullopt;
}

// Of a text that a formula chooses: it equals one of the constants. A set asked of a column is a
// table.
std::optional<node_id> compiler::among(const instruction& what) {
  const auto chosen = text(operand(what, 0));
  const auto* set = known_.in(operand(what, 1));
  if (!chosen || set == nullptr) return std::nullopt;
  maybe all;
  for (const auto& each : set->list()) {
    const auto one = against_limit(*chosen, op::equal, decimal(number_of(each.string())));
    node made;
    made.kind = node_kind::either;
    made.frame = at(*chosen).frame;
    made.a = all.value_or(*one);
    made.b = *one;
    all = all ? add(made) : *one;
  }
  return all;
}

}  // namespace sudui::columns
