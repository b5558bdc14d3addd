#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <optional>

#include "values/coefficient.hpp"

// 256-bit intermediates: the product of two coefficients has 68 digits, a dividend scaled up for 34
// exact digits of quotient 69, and 2^256 is above 10^77. Fixed width, so nothing is allocated; used
// only where 128 bits do not do. Boost stays inside the files that include this one.
namespace sudui::values {

namespace bmp = boost::multiprecision;

template <unsigned Bits>
using wide_of =
    bmp::number<bmp::cpp_int_backend<Bits, Bits, bmp::unsigned_magnitude, bmp::unchecked, void>,
                bmp::et_off>;
using wide = wide_of<256>;

template <class Wide = wide>
[[nodiscard]] Wide widen(uint128 value) {
  Wide result = static_cast<std::uint64_t>(value >> 64);
  result <<= 64;
  result |= static_cast<std::uint64_t>(value);
  return result;
}

/// Only for values below 2^128.
template <class Wide>
[[nodiscard]] uint128 narrow(const Wide& value) {
  const Wide high = value >> 64;
  return (uint128{static_cast<std::uint64_t>(high)} << 64) |
         static_cast<std::uint64_t>(value & Wide(~std::uint64_t{0}));
}

template <class Wide = wide>
[[nodiscard]] Wide wide_power_of_ten(std::int64_t n) {
  Wide result = 1;
  for (; n > 38; n -= 38) result *= widen<Wide>(power_of_ten(38));
  result *= widen<Wide>(power_of_ten(static_cast<int>(n)));
  return result;
}

template <class Wide>
[[nodiscard]] int digit_count(const Wide& value) {
  if (value.is_zero()) return 0;
  const int guess = digits_guess(static_cast<int>(msb(value)) + 1);
  return guess + (value >= wide_power_of_ten<Wide>(guess) ? 1 : 0);
}

/// As `fit` of 128 bits.
template <class Wide>
[[nodiscard]] std::optional<decimal> fit_wide(bool negative, Wide magnitude, std::int64_t exponent,
                                              bool sticky) {
  // Two digits more than are kept and the sticky bit decide the rounding as all digits would.
  const int surplus = digit_count(magnitude) - (precision + 2);
  if (surplus > 0) {
    const Wide divisor = wide_power_of_ten<Wide>(surplus);
    Wide quotient;
    Wide remainder;
    divide_qr(magnitude, divisor, quotient, remainder);
    sticky = sticky || !remainder.is_zero();
    magnitude = quotient;
    exponent += surplus;
  }
  return fit(negative, narrow(magnitude), exponent, sticky);
}

}  // namespace sudui::values
