#pragma once

#include <cmath>
#include <cstdint>

#include "values/coefficient.hpp"

namespace sudui::columns {

/// One number of a row, in units of its node's scale: the row executor's decimal lies within
/// `error` of `value`. INVARIANT: without an error the value is whole, at most 2^53, and the number
/// itself.
struct inexact {
  double value = 0, error = 0;
  [[nodiscard]] bool is_exact() const { return error == 0; }
  [[nodiscard]] bool is_zero() const { return value == 0 && error == 0; }
};

namespace bounds {
constexpr double most_exact = 0x1p53;        // whole numbers that doubles hold, and their products
constexpr double rounding_share = 0x1p-48;   // of one step, generously
constexpr double wider = 1 + 0x1p-40;        // of a bound that is compared
constexpr double least_product = 0x1p-1000;  // below, doubles lose digits
}  // namespace bounds

/// A result and what its operands' errors come to. Of exact ones it is exact while it is small
/// enough for a double, since it is whole.
[[nodiscard]] inline inexact stepped(double value, double carried) {
  if (carried == 0 && std::abs(value) <= bounds::most_exact) return {value, 0};
  return {value, carried * bounds::wider + std::abs(value) * bounds::rounding_share};
}

[[nodiscard]] inline inexact product_of(inexact a, inexact b) {
  const bool may_be_lost = !(a.is_exact() && b.is_exact()) && !a.is_zero() && !b.is_zero();
  const double carried =
      std::abs(a.value) * b.error + std::abs(b.value) * a.error + a.error * b.error;
  return stepped(a.value * b.value, carried + (may_be_lost ? bounds::least_product : 0));
}

/// 10^places as a double, without an error up to 22.
[[nodiscard]] inline double power_of_ten(std::int32_t places) {
  return static_cast<double>(values::power_of_ten(places));
}

/// Whether a * 10^places / b leaves no rest; then `value`, which is near it, becomes that whole
/// number. Of exact numbers: both products stay below 2^127.
[[nodiscard]] inline bool is_without_rest(double a, double b, std::int32_t places, double& value) {
  if (!(std::abs(value) <= bounds::most_exact)) return false;
  const auto whole = static_cast<std::int64_t>(std::llrint(value));
  const auto dividend = static_cast<values::int128>(static_cast<std::int64_t>(a)) *
                        static_cast<values::int128>(values::power_of_ten(places));
  if (dividend != static_cast<values::int128>(whole) * static_cast<std::int64_t>(b)) return false;
  value = static_cast<double>(whole);
  return true;
}

/// a * 10^places / b, places from 0 to 22. Of no meaning where the divisor may be zero. Exact where
/// the division leaves no rest.
[[nodiscard]] inline inexact quotient_of(inexact a, inexact b, std::int32_t places = 0) {
  const double power = power_of_ten(places);
  double value = a.value * power / b.value;
  const bool are_exact = a.is_exact() && b.is_exact() && b.value != 0;
  if (are_exact && is_without_rest(a.value, b.value, places, value)) return {value, 0};
  const double carried =
      (a.error * power + std::abs(value) * b.error) / (std::abs(b.value) - b.error);
  const double lost = a.is_zero() ? 0 : bounds::least_product;
  return {value, (carried + lost) * bounds::wider + std::abs(value) * bounds::rounding_share};
}

/// The same number in units of 10^-places of the unit it had.
[[nodiscard]] inline inexact moved(inexact of, std::int32_t places) {
  if (places == 0) return of;
  return places > 0 ? product_of(of, {power_of_ten(places), 0})
                    : quotient_of(of, {power_of_ten(-places), 0});
}

}  // namespace sudui::columns
