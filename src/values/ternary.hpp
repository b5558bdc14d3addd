#pragma once

#include "values/cell.hpp"
#include "values/missing.hpp"

// The one truth table. Kleene's logic over true, false and two kinds of "neither": `unknown`
// (nobody has said; may still turn out true, false or null) and `null` (there is no such thing;
// final).
//
//   and     true     false  unknown  null        or      true  false    unknown  null
//   true    true     false  unknown  null        true    true  true     true     true
//   false   false    false  false    false       false   true  false    unknown  null
//   unknown unknown  false  unknown  unknown     unknown true  unknown  unknown  unknown
//   null    null     false  unknown  null        null    true  null     unknown  null
//
//   not: true -> false, false -> true, unknown -> unknown, null -> null
//
// `unknown and null` is unknown: if the unknown turns out false, the whole is false and not null.
namespace sudui::values {

namespace detail {
/// `decisive` decides alone: false for and, true for or.
[[nodiscard]] inline cell combine(const cell& a, const cell& b, bool decisive,
                                  missing_graph& missing) {
  const auto decides = [decisive](const cell& x) {
    return x.what == kind::boolean && x.flag == decisive;
  };
  if (decides(a) || decides(b)) return cell::of(decisive);
  if (a.is_unknown() && b.is_unknown()) return cell::unknown(missing.both(a.why, b.why));
  if (a.is_unknown() || b.is_unknown()) return a.is_unknown() ? a : b;
  return a.is_null() ? a : b;
}
}  // namespace detail

[[nodiscard]] inline cell ternary_and(const cell& a, const cell& b, missing_graph& missing) {
  return detail::combine(a, b, false, missing);
}

[[nodiscard]] inline cell ternary_or(const cell& a, const cell& b, missing_graph& missing) {
  return detail::combine(a, b, true, missing);
}

[[nodiscard]] inline cell ternary_not(const cell& a) noexcept {
  return a.what == kind::boolean ? cell::of(!a.flag) : a;
}

}  // namespace sudui::values
