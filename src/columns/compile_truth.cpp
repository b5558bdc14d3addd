// Truths: flags, logic, `if` between truths, tests for null; comparisons and tables have files of
// their own.
//
// A function of one column of texts (`region in ["320400", "320500"]`, `starts with`, a look-up by
// code) becomes a table over the different texts of the column, whatever it computes: so tables are
// tried before logic.

#include "columns/compiler.hpp"

namespace sudui::columns {

using plan::instruction_kind;
using values::op;

std::optional<node_id> compiler::make_truth(plan::reg which) {
  if (const auto* held = known_.in(which)) return constant_truth(*held);
  if (const auto column = column_in(which)) {
    if (column->kind->of != form::flag) return std::nullopt;
    node made;
    made.kind = node_kind::flag;
    made.frame = column->frame;
    made.column = column->column;
    return add(made);
  }
  const auto* what = made_by(which);
  if (what == nullptr) return std::nullopt;
  switch (what->kind) {
    case instruction_kind::apply:
      return apply_truth(which, *what);
    case instruction_kind::some:
    case instruction_kind::every:
      return quantifier(*what);
    case instruction_kind::load_year:
      return in_year(node_kind::flag_in_year, *what);
    case instruction_kind::not_published: {
      node made;
      made.is = state::unknown;
      return add(made);
    }
    default:
      return std::nullopt;
  }
}

std::optional<node_id> compiler::constant_truth(const values::cell& held) {
  node made;
  if (held.is_unknown()) {
    made.is = state::unknown;
  } else if (held.is_null()) {
    made.is = state::null;
  } else if (held.what == values::kind::boolean) {
    made.is = held.flag ? state::yes : state::no;
  } else {
    return std::nullopt;
  }
  return add(made);
}

std::optional<node_id> compiler::apply_truth(plan::reg which, const instruction& what) {
  if (const auto made = comparison(what)) return made;
  if (const auto made = table(which)) return made;
  switch (what.code) {
    case op::logic_and:
      return logic(node_kind::both, what);
    case op::logic_or:
      return logic(node_kind::either, what);
    case op::logic_not:
      return logic(node_kind::opposite, what);
    case op::choose:
      return choice(what);
    case op::is_null:
      return is_nothing(operand(what, 0), false);
    case op::equal:
      return flag_equality(what, false);
    case op::not_equal:
      return flag_equality(what, true);
    case op::text_among:
      return among(what);
    default:
      return std::nullopt;
  }
}

std::optional<node_id> compiler::logic(node_kind kind, const instruction& what) {
  node made;
  made.kind = kind;
  auto a = truth(operand(what, 0));
  if (!a) return std::nullopt;
  if (kind == node_kind::opposite) {
    made.frame = at(*a).frame;
    made.a = *a;
    return add(made);
  }
  auto b = truth(operand(what, 1));
  if (!b) return std::nullopt;
  join({&*a, &*b}, made.frame);
  made.a = *a;
  made.b = *b;
  return add(made);
}

std::optional<node_id> compiler::choice(const instruction& what) {
  node made;
  made.kind = node_kind::chosen;
  auto a = truth(operand(what, 0));
  auto b = a ? truth(operand(what, 1)) : std::nullopt;
  auto c = b ? truth(operand(what, 2)) : std::nullopt;
  if (!c) return std::nullopt;
  join({&*a, &*b, &*c}, made.frame);
  made.a = *a;
  made.b = *b;
  made.c = *c;
  return add(made);
}

// Never null itself: unknown where the value is.
std::optional<node_id> compiler::is_nothing(plan::reg which, bool inverted) {
  node made;
  auto a = number(which);
  if (!a) a = text(which);
  made.kind = a ? node_kind::absent : node_kind::absent_truth;
  if (!a) a = truth(which);
  if (!a) return std::nullopt;
  made.frame = at(*a).frame;
  made.a = *a;
  const auto test = add(made);
  if (!inverted) return test;
  node turned;
  turned.kind = node_kind::opposite;
  turned.frame = made.frame;
  turned.a = test;
  return add(turned);
}

// `listed = true`: where the flag is null it is not equal, and neither is anything unknown.
std::optional<node_id> compiler::flag_equality(const instruction& what, bool inverted) {
  for (const std::uint32_t side : {0U, 1U}) {
    const auto* limit = known_.in(operand(what, side));
    if (limit == nullptr || limit->what != values::kind::boolean) continue;
    const auto a = truth(operand(what, 1 - side));
    if (!a) return std::nullopt;
    node made;
    made.kind = node_kind::flag_is;
    made.frame = at(*a).frame;
    made.inverted = inverted;
    made.a = *a;
    made.limit = limit->flag ? 1 : 0;
    return add(made);
  }
  return std::nullopt;
}

}  // namespace sudui::columns
