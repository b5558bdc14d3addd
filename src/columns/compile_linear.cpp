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

bool multiply(linear_form& of, std::int64_t by) {
  const auto constant = product(of.constant, by);
  if (!constant) return false;
  of.constant = *constant;
  for (auto& each : of.terms) {
    const auto factor = product(each.factor, by);
    if (!factor) return false;
    each.factor = *factor;
  }
  return true;
}

bool add_form(linear_form& to, const linear_form& more) {
  if (__builtin_add_overflow(to.constant, more.constant, &to.constant)) return false;
  for (const auto& each : more.terms) {
    const auto same = std::find_if(to.terms.begin(), to.terms.end(),
                                   [&](const auto& term) { return term.column == each.column; });
    if (same == to.terms.end()) {
      to.terms.push_back(each);
    } else if (__builtin_add_overflow(same->factor, each.factor, &same->factor)) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::optional<linear_form> compiler::linear_of(node_id which) const {
  const auto& of = at(which);
  if (of.kind == node_kind::constant) return linear_form{of.limit, {}};
  if (of.kind == node_kind::number && of.frame == 0) return linear_form{0, {{of.column, 1}}};
  const bool is_sum = of.kind == node_kind::sum || of.kind == node_kind::difference;
  if (!is_sum && of.kind != node_kind::product && of.kind != node_kind::shifted) {
    return std::nullopt;
  }
  auto made = linear_of(of.a);
  if (!made) return std::nullopt;
  if (of.kind == node_kind::shifted) {
    return multiply(*made, of.limit) ? made : std::nullopt;
  }
  auto other = linear_of(of.b);
  if (!other) return std::nullopt;
  if (is_sum) {
    const bool fits = of.kind == node_kind::sum || multiply(*other, -1);
    return fits && add_form(*made, *other) ? made : std::nullopt;
  }
  if (!made->terms.empty()) std::swap(*made, *other);
  if (!made->terms.empty()) return std::nullopt;  // a column times a column
  return multiply(*other, made->constant) ? other : std::nullopt;
}

// Constant limits one after the other: what each does to the bounds that those before it leave.
std::optional<linear_amount> compiler::linear(const amount_plan& of) const {
  auto formula = linear_of(of.formula.of);
  if (!formula || !multiply(*formula, of.formula.factor)) return std::nullopt;
  linear_amount made;
  made.formula = std::move(*formula);
  made.is_up_to = of.is_up_to;
  made.least = std::numeric_limits<std::int64_t>::min();
  made.most = std::numeric_limits<std::int64_t>::max();
  if (of.is_up_to) made.of_unknown.has = has_low;
  for (const auto& each : of.limits) {
    const auto& limit = at(each.of);
    const auto by = product(limit.limit, each.factor);
    if (limit.kind != node_kind::constant || !by) return std::nullopt;
    const auto bound = [&](std::int64_t value) {
      return each.is_maximum ? std::min(value, *by) : std::max(value, *by);
    };
    made.least = bound(made.least);
    made.most = bound(made.most);
    made.of_unknown.limit(*by, lack::nothing, each.is_maximum);
  }
  made.low = std::clamp(std::int64_t{0}, made.least, made.most);
  made.places = of.places();
  if (made.places < of.scale) {
    const auto& round = made.round.emplace(of.scale - made.places, of.round->mode);
    for (auto* each : {&made.low, &made.of_unknown.low, &made.of_unknown.high})
      *each = round(*each);
  }
  return made;
}

}  // namespace sudui::columns
