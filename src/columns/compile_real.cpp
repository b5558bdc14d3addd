// Reals: quotients that are not compared at once (`a / b - 1 >= 8%`), means, and what is made of
// them. The row executor rounds such values to 34 digits at every step, and no whole number tells
// what comes out. So a row has a double and a bound on how far it may be off: as long as that
// decides, it is as good as the decimal. Where it does not (a growth of 8 % on the fen), the row's
// comparison is worked out by the operators of the row executor: one row in thousands.
//
// A real has a scale as a number has, and where nothing has been rounded yet it is whole and
// without an error: `if income = 0 then 0 else cost / income` costs nobody an exactness who has no
// income.
//
// Comparisons are those of companies; items of lists have reals in amounts alone.
//
// Tested by tests/unit/columns/reals_test.cpp and, against the row executor, by tests/property.

#include <algorithm>
#include <charconv>
#include <cmath>

#include "columns/compiler.hpp"

namespace sudui::columns {

using plan::instruction_kind;
using values::op;

namespace {
constexpr double least_constant = 0x1p-900;
constexpr std::int32_t most_places = 22;  // whose power of ten a double holds
constexpr std::int32_t quotient_places =
    6;  // beyond those of its operands: many divisions end there

// What a quotient of such scales is held at, so that its dividend is moved by a power that a double
// holds: scale - of_a + of_b.
std::int32_t quotient_scale(std::int32_t of_a, std::int32_t of_b) {
  const auto wanted = std::min(std::max(of_a - of_b, 0) + quotient_places, most_places);
  return std::min(wanted, most_places + of_a - of_b);
}
}  // namespace

std::optional<node_id> compiler::real(plan::reg which) {
  return reals_.get(which, [&](plan::reg each) { return make_real(each); });
}

// A product of two figures has no bound that whole numbers keep: millions of yuan by millions, in
// fen. As a real it is as exact where it is small, and decides nearly always where it is not.
bool compiler::multiplies_figures(const instruction& what) const {
  return what.code == op::number_multiply && known_.in(operand(what, 0)) == nullptr &&
         known_.in(operand(what, 1)) == nullptr;
}

std::optional<node_id> compiler::make_real(plan::reg which) {
  const auto* what = made_by(which);
  const bool is_applied = what != nullptr && what->kind == instruction_kind::apply;
  if (is_applied && multiplies_figures(*what)) {
    if (const auto made = apply_real(*what)) return made;
  }
  if (const auto whole = number(which)) return real_of(whole);
  if (const auto* held = known_.in(which)) return real_constant(*held);
  return is_applied ? apply_real(*what) : std::nullopt;
}

std::optional<node_id> compiler::real_of(maybe number) {
  if (!number) return std::nullopt;
  node made;
  made.kind = node_kind::real_of;
  made.frame = at(*number).frame;
  made.scale = at(*number).scale;
  made.a = *number;
  return add(made);
}

// A constant of more digits than a number node holds, such as 1/3.
std::optional<node_id> compiler::real_constant(const values::cell& held) {
  if (const auto whole = constant_number(held, 0)) return real_of(whole);
  if (held.what != values::kind::number) return std::nullopt;
  node made;
  made.kind = node_kind::real_constant;
  double nearest = 0;
  const auto digits = held.number.to_string();
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), nearest);
  // Too small or too large for a double with all its digits.
  if (read.ec != std::errc() || std::abs(nearest) < least_constant) return std::nullopt;
  made.limit = std::bit_cast<std::int64_t>(nearest);
  return add(made);
}

std::optional<node_id> compiler::real_pair(node_kind kind, maybe a, maybe b) {
  if (!a || !b) return std::nullopt;
  node made;
  made.kind = kind;
  join({&*a, &*b}, made.frame);
  made.a = *a;
  made.b = *b;
  const auto of_a = at(*a).scale;
  const auto of_b = at(*b).scale;
  made.scale = std::max(of_a, of_b);
  if (kind == node_kind::real_product) made.scale = std::min(of_a + of_b, most_places);
  if (kind == node_kind::real_quotient) made.scale = quotient_scale(of_a, of_b);
  return add(made);
}

std::optional<node_id> compiler::apply_real(const instruction& what) {
  const auto binary = [&](node_kind kind) -> maybe {
    const auto a = real(operand(what, 0));
    return a ? real_pair(kind, a, real(operand(what, 1))) : std::nullopt;
  };
  switch (what.code) {
    case op::number_add:
      return binary(node_kind::real_sum);
    case op::number_subtract:
      return binary(node_kind::real_difference);
    case op::number_multiply:
      return binary(node_kind::real_product);
    case op::number_divide:
      return binary(node_kind::real_quotient);
    case op::number_negate:
      return real_pair(node_kind::real_difference,
                       real_of(constant_number(values::cell::of(decimal(0)), 0)),
                       real(operand(what, 0)));
    case op::or_else:
      return binary(node_kind::real_fallback);
    case op::choose:
      return choose_real(what);
    case op::marginal:
      return marginal(what, &compiler::real, &compiler::real_arithmetic);
    case op::list_sum:
      return real_of_list(node_kind::real_sum, node_kind::real_summed, what);
    case op::list_min:
      return real_of_list(node_kind::real_least, node_kind::real_smallest, what);
    case op::list_max:
      return real_of_list(node_kind::real_most, node_kind::real_largest, what);
    case op::list_mean:
      return mean(what);
    default:
      return std::nullopt;
  }
}

// Of a list that the formula makes, or over the items of one.
std::optional<node_id> compiler::real_of_list(node_kind few, node_kind many,
                                              const instruction& what) {
  if (const auto made = few_reals(few, operand(what, 0))) return made;
  const auto* items = made_by(operand(what, 0));
  if (items == nullptr || items->kind != instruction_kind::collect) return std::nullopt;
  const auto from = looped(*items);
  const auto value = from ? real(plan_.blocks[items->index].result) : std::nullopt;
  return value ? joined(many, *from, *value) : std::nullopt;
}

// As `arithmetic` of whole numbers.
std::optional<node_id> compiler::real_arithmetic(node_kind kind, node_id a, node_id b) {
  switch (kind) {
    case node_kind::sum:
      return real_pair(node_kind::real_sum, a, b);
    case node_kind::difference:
      return real_pair(node_kind::real_difference, a, b);
    case node_kind::product:
      return real_pair(node_kind::real_product, a, b);
    case node_kind::least:
      return real_pair(node_kind::real_least, a, b);
    case node_kind::most:
      return real_pair(node_kind::real_most, a, b);
    default:
      return std::nullopt;
  }
}

std::optional<node_id> compiler::few_reals(node_kind kind, plan::reg list) {
  const auto* what = made_by(list);
  const bool is_made = what != nullptr && what->kind == instruction_kind::apply &&
                       what->code == op::list_make && what->count > 0;
  if (!is_made) return std::nullopt;
  auto all = real(operand(*what, 0));
  for (std::uint32_t i = 1; all && i < what->count; ++i) {
    all = real_pair(kind, all, real(operand(*what, i)));
  }
  return all;
}

// The sum, which is exact, over the count; an empty list has no sum already.
std::optional<node_id> compiler::mean(const instruction& what) {
  if (const auto parts = few(operand(what, 0))) {
    const auto sum = over_few(node_kind::sum, *parts);
    const auto count = constant_number(values::cell::of(decimal(parts->size())), 0);
    return real_pair(node_kind::real_quotient, real_of(sum), real_of(count));
  }
  const auto sum = real_of(aggregate(node_kind::summed, what));
  if (!sum || at(*sum).frame != 0) return std::nullopt;
  node count;
  count.kind = node_kind::counted;
  count.index = at(at(*sum).a).index;
  return real_pair(node_kind::real_quotient, sum, real_of(add(count)));
}

std::optional<node_id> compiler::choose_real(const instruction& what) {
  auto test = truth(operand(what, 0));
  auto b = test ? real(operand(what, 1)) : std::nullopt;
  auto c = b ? real(operand(what, 2)) : std::nullopt;
  if (!c) return std::nullopt;
  node made;
  made.kind = node_kind::real_chosen;
  join({&*test, &*b, &*c}, made.frame);
  made.scale = std::max(at(*b).scale, at(*c).scale);
  made.a = *test;
  made.b = *b;
  made.c = *c;
  return add(made);
}

// Where a company's value of the register can be worked out: the main block or that of a benefit.
std::optional<std::uint32_t> compiler::block_of(plan::reg which) {
  constexpr auto no_block = ~std::uint32_t{0};
  if (blocks_.empty()) {
    blocks_.assign(plan_.registers.size(), no_block);
    const auto add_block = [&](std::uint32_t block) {
      for (const auto& each : plan_.blocks[block].code) blocks_[each.result] = block;
    };
    for (const auto& policy : plan_.policies) {
      for (const auto& each : policy.benefits) add_block(each.code);
    }
    add_block(0);
  }
  return blocks_[which] == no_block ? std::nullopt : std::optional(blocks_[which]);
}

std::optional<node_id> compiler::compare_reals(const instruction& what, op code, maybe a, maybe b) {
  const auto block = block_of(what.result);
  if (!a || !b || !block) return std::nullopt;
  if (at(*a).frame != 0 || at(*b).frame != 0) return std::nullopt;
  node made;
  const bool is_same = code == op::equal || code == op::not_equal;
  made.kind = is_same ? node_kind::real_same : node_kind::real_less;
  made.inverted = code == op::not_equal || code == op::less_equal || code == op::greater_equal;
  if (code == op::less_equal || code == op::greater) std::swap(a, b);
  made.a = *a;
  made.b = *b;
  if (!slicer_) slicer_.emplace(plan_);
  slicer_->start();
  if (*block == 0) {
    slicer_->reg(what.result);
  } else {
    slicer_->block(*block);
  }
  made.index = static_cast<std::uint32_t>(out_.exact.size());
  out_.exact.push_back({what.result, slicer_->made(), *block});
  return add(made);
}

// a/b against c/d where one of the four is a real itself. The row executor compares these without
// rounding the quotients, which lies within the bounds as well.
std::optional<node_id> compiler::compare_real_quotients(const instruction& what, op code) {
  const auto quotient = [&](std::uint32_t from) -> maybe {
    const auto a = real(operand(what, from));
    const auto* below = known_.in(operand(what, from + 1));
    const bool is_whole =
        below != nullptr && below->what == values::kind::number && below->number == decimal(1);
    if (!a || is_whole) return a;
    return real_pair(node_kind::real_quotient, a, real(operand(what, from + 1)));
  };
  const auto left = quotient(0);
  return left ? compare_reals(what, code, left, quotient(2)) : std::nullopt;
}

}  // namespace sudui::columns
