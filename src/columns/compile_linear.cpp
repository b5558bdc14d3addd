// Linear amounts, (profit - 200,000) * 5% up to 3,000,000 and their like: one multiplication and
// one addition a column instead of a pass over the rows for every operator and constant. They are
// read off the plan's registers and need no node: most amounts are linear, and no two are the same.
//
// That nothing overflows follows from the formula, once the greatest figure of each column is
// known: runner::is_bounded.
//
// Tested by tests/unit/columns/amounts_test.cpp.

#include <algorithm>
#include <limits>

#include "columns/compiler.hpp"
#include "values/coefficient.hpp"

namespace sudui::columns {

using plan::instruction_kind;
using values::op;

namespace {

constexpr std::int32_t most_linear_scale = 18;

std::optional<std::int64_t> product(std::int64_t a, std::int64_t b) {
  std::int64_t made = 0;
  if (__builtin_mul_overflow(a, b, &made)) return std::nullopt;
  return made;
}

std::optional<whole_number> whole_in(const values::cell* held) {
  const bool is_number = held != nullptr && held->what == values::kind::number;
  return is_number ? to_whole(held->number) : std::nullopt;
}

}  // namespace

std::optional<compiler::linear_part> compiler::linear_of(plan::reg which) {
  const auto first = terms_.size();
  if (const auto* held = known_.in(which)) {
    const auto whole = whole_in(held);
    return whole ? std::optional(linear_part{first, whole->scale, whole->count}) : std::nullopt;
  }
  if (const auto column = column_in(which)) {
    if (column->frame != 0 || column->kind->of != form::number) return std::nullopt;
    terms_.push_back({column->column, 1});
    return linear_part{first, column->kind->scale, 0};
  }
  const auto* what = made_by(which);
  if (what == nullptr || what->kind != instruction_kind::apply) return std::nullopt;
  switch (what->code) {
    case op::number_add:
      return linear_sum(*what, 1);
    case op::number_subtract:
      return linear_sum(*what, -1);
    case op::number_multiply:
      return linear_product(*what);
    case op::number_negate: {
      auto made = linear_of(operand(*what, 0));
      return made && multiply(*made, terms_.size(), -1) ? made : std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

// Times a whole number. The terms of the part end at `end`.
bool compiler::multiply(linear_part& of, std::size_t end, std::int64_t by) {
  bool fits = !__builtin_mul_overflow(of.constant, by, &of.constant);
  for (auto i = of.first; fits && i < end; ++i) {
    fits = !__builtin_mul_overflow(terms_[i].factor, by, &terms_[i].factor);
  }
  return fits;
}

// The same at a finer scale.
bool compiler::refine(linear_part& of, std::size_t end, std::int32_t scale) {
  const auto power = static_cast<std::int64_t>(values::power_of_ten(scale - of.scale));
  of.scale = scale;
  return power == 1 || multiply(of, end, power);
}

// Adds the terms from `from` on to those before them, from `to` on. A column keeps its term even
// where factors cancel out: without its figure there is no sum.
bool compiler::add_terms(std::size_t to, std::size_t from) {
  auto end = from;
  for (auto i = from; i < terms_.size(); ++i) {
    auto at = to;
    while (at < end && terms_[at].column != terms_[i].column) ++at;
    if (at == end) {
      terms_[end++] = terms_[i];
    } else if (__builtin_add_overflow(terms_[at].factor, terms_[i].factor, &terms_[at].factor)) {
      return false;
    }
  }
  terms_.resize(end);
  return true;
}

std::optional<compiler::linear_part> compiler::linear_sum(const instruction& what,
                                                          std::int64_t sign) {
  auto a = linear_of(operand(what, 0));
  auto b = a ? linear_of(operand(what, 1)) : std::nullopt;
  if (!b || !multiply(*b, terms_.size(), sign)) return std::nullopt;
  const auto scale = std::max(a->scale, b->scale);
  const bool is_sum = refine(*a, b->first, scale) && refine(*b, terms_.size(), scale) &&
                      add_terms(a->first, b->first) &&
                      !__builtin_add_overflow(a->constant, b->constant, &a->constant);
  return is_sum ? a : std::nullopt;
}

// One side of which is a constant.
std::optional<compiler::linear_part> compiler::linear_product(const instruction& what) {
  auto a = linear_of(operand(what, 0));
  auto b = a ? linear_of(operand(what, 1)) : std::nullopt;
  if (!b || a->scale + b->scale > most_linear_scale) return std::nullopt;
  const bool is_first_fixed = a->first == b->first;
  const bool is_second_fixed = b->first == terms_.size();
  if (!is_first_fixed && !is_second_fixed) return std::nullopt;
  auto& made = is_second_fixed ? *a : *b;
  const auto& by = is_second_fixed ? *b : *a;
  made.scale += by.scale;
  return multiply(made, terms_.size(), by.constant) ? std::optional(made) : std::nullopt;
}

// Limits that are constants, and what scale the finest of them and `scale` have.
bool compiler::take_fixed_limits(const std::vector<plan::limit>& from, std::int32_t& scale) {
  fixed_limits_.clear();
  for (const auto& each : from) {
    const auto* held = known_.in(each.amount);
    if (held != nullptr && held->is_null()) continue;  // there is none
    const auto whole = whole_in(held);
    if (!whole) return false;
    scale = std::max(scale, whole->scale);
    fixed_limits_.push_back({*whole, each.is_maximum});
  }
  return true;
}

// Constant limits one after the other: what each does to the bounds that those before it leave.
bool compiler::lay_limits(std::int32_t scale, linear_amount& into) const {
  into.least = std::numeric_limits<std::int64_t>::min();
  into.most = std::numeric_limits<std::int64_t>::max();
  if (into.is_up_to) into.of_unknown.has = has_low;
  for (const auto& each : fixed_limits_) {
    const auto power = values::power_of_ten(scale - each.amount.scale);
    const auto by = product(each.amount.count, static_cast<std::int64_t>(power));
    if (!by || *by >= too_large || *by <= -too_large) return false;
    const auto bound = [&](std::int64_t value) {
      return each.is_maximum ? std::min(value, *by) : std::max(value, *by);
    };
    into.least = bound(into.least);
    into.most = bound(into.most);
    into.of_unknown.limit(*by, lack::nothing, each.is_maximum);
  }
  into.low = std::clamp(std::int64_t{0}, into.least, into.most);
  return true;
}

// False where it is not linear, or too large.
bool compiler::linear(const plan::amount& of, linear_amount& into) {
  terms_.clear();
  auto formula = linear_of(of.formula);
  if (!formula) return false;
  auto scale = formula->scale;
  if (!take_fixed_limits(of.limits, scale)) return false;
  if (!refine(*formula, terms_.size(), scale)) return false;
  into.is_up_to = of.form == types::amount_form::up_to;
  if (!lay_limits(scale, into)) return false;
  into.places = of.round ? std::min(of.round->places, scale) : scale;
  const auto dropped = scale - into.places;
  if (dropped > most_linear_scale) return false;
  if (dropped > 0) {
    const auto& round = into.round.emplace(dropped, of.round->mode);
    for (auto* each : {&into.low, &into.of_unknown.low, &into.of_unknown.high}) {
      *each = round(*each);
    }
  }
  into.formula = {formula->constant, out_.terms.keep(terms_)};
  return true;
}

}  // namespace sudui::columns
