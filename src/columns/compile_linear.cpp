// Linear amounts, (profit - 200,000) * 5% up to 3,000,000 and their like: one multiplication and
// one addition a column instead of a pass over the rows for every operator and constant.
//
// That nothing overflows follows from the bounds of the nodes (bounds.cpp): the bound of a sum is
// the sum of bounds and that of a product their product, so multiplying out leaves it as it is, and
// putting multiples of one column together only makes it less.
//
// Tested by tests/unit/columns/amounts_test.cpp.

#include <algorithm>
#include <limits>

#include "columns/compiler.hpp"
#include "values/coefficient.hpp"

namespace sudui::columns {

namespace {

std::optional<std::int64_t> product(std::int64_t a, std::int64_t b) {
  std::int64_t made = 0;
  if (__builtin_mul_overflow(a, b, &made)) return std::nullopt;
  return made;
}

}  // namespace

// Of a node that reads no column.
std::optional<std::int64_t> compiler::constant_of(node_id which) const {
  const auto& of = at(which);
  if (of.kind == node_kind::constant) return of.limit;
  const auto shifted = of.kind == node_kind::shifted ? constant_of(of.a) : std::nullopt;
  return shifted ? product(*shifted, of.limit) : std::nullopt;
}

bool compiler::add_term(const linear_form::term& more) {
  for (auto& each : terms_) {
    if (each.column == more.column) {
      return !__builtin_add_overflow(each.factor, more.factor, &each.factor);
    }
  }
  terms_.push_back(more);
  return true;
}

// Adds so many times a node. False where that is not linear, or too much.
bool compiler::add_linear(node_id which, std::int64_t times, std::int64_t& constant) {
  const auto& of = at(which);
  const auto add_more = [&](node_id part, std::int64_t by) {
    const auto more = product(times, by);
    return more && add_linear(part, *more, constant);
  };
  switch (of.kind) {
    case node_kind::constant: {
      const auto more = product(of.limit, times);
      return more && !__builtin_add_overflow(constant, *more, &constant);
    }
    case node_kind::number:
      return of.frame == 0 && add_term({of.column, times});
    case node_kind::sum:
      return add_linear(of.a, times, constant) && add_linear(of.b, times, constant);
    case node_kind::difference:
      return add_linear(of.a, times, constant) && add_more(of.b, -1);
    case node_kind::shifted:
      return add_more(of.a, of.limit);
    case node_kind::product: {
      if (const auto a = constant_of(of.a)) return add_more(of.b, *a);
      const auto b = constant_of(of.b);
      return b && add_more(of.a, *b);
    }
    default:
      return false;
  }
}

// Constant limits one after the other: what each does to the bounds that those before it leave.
bool compiler::linear(const amount_plan& of, linear_amount& into) {
  terms_.clear();
  if (!add_linear(of.formula.of, of.formula.factor, into.formula.constant)) return false;
  into.is_up_to = of.is_up_to;
  into.least = std::numeric_limits<std::int64_t>::min();
  into.most = std::numeric_limits<std::int64_t>::max();
  if (of.is_up_to) into.of_unknown.has = has_low;
  for (const auto& each : of.limits) {
    const auto& limit = at(each.of);
    const auto by = product(limit.limit, each.factor);
    if (limit.kind != node_kind::constant || !by) return false;
    const auto bound = [&](std::int64_t value) {
      return each.is_maximum ? std::min(value, *by) : std::max(value, *by);
    };
    into.least = bound(into.least);
    into.most = bound(into.most);
    into.of_unknown.limit(*by, lack::nothing, each.is_maximum);
  }
  into.formula.terms = out_.terms.keep(terms_);
  into.low = std::clamp(std::int64_t{0}, into.least, into.most);
  into.places = of.places();
  if (into.places < of.scale) {
    const auto& round = into.round.emplace(of.scale - into.places, of.round->mode);
    for (auto* each : {&into.low, &into.of_unknown.low, &into.of_unknown.high})
      *each = round(*each);
  }
  return true;
}

}  // namespace sudui::columns
