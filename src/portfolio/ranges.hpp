#pragma once

#include <algorithm>

#include <sudui/decision.hpp>

#include "portfolio/choose.hpp"
#include "values/cell.hpp"

namespace sudui::portfolio {

// Between the amounts of decisions and the ranges that are compared. A benefit that is worth less
// than nothing, or has no value, counts as nothing.

[[nodiscard]] inline decimal at_least_zero(const decimal& of) {
  return of.is_negative() ? decimal(0) : of;
}
[[nodiscard]] inline decimal less_of(const decimal& a, const decimal& b) {
  return at_least_zero(subtract(a, b).value_or(decimal(0)));
}
[[nodiscard]] inline decimal sum_of(const decimal& a, const decimal& b) {
  return std::min(add(a, b).value_or(no_end()), no_end());
}

[[nodiscard]] inline range to_range(const amount& from) {
  if (from.is == amount::state::none || from.is == amount::state::null) return {};
  return {at_least_zero(from.low.value_or(decimal(0))),
          at_least_zero(from.high.value_or(no_end()))};
}

/// Of a formula of a group. Null, such as the sum of no awards, is nothing.
[[nodiscard]] inline range to_range(const values::cell& from) {
  if (from.is_unknown()) return {decimal(0), no_end()};
  if (from.is_null()) return {};
  const auto held = at_least_zero(from.number);
  return {held, held};
}

[[nodiscard]] inline amount to_amount(const range& from) {
  amount made;
  const bool is_open = from.high >= no_end();
  made.low = from.low;
  if (!is_open) made.high = from.high;
  made.is = from.is_exact() && !is_open ? amount::state::exact : amount::state::interval;
  return made;
}

}  // namespace sudui::portfolio
