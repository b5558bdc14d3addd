// Modulo and square root: exact integer work in 256 bits.
//
// Modulo never forms the quotient, which may have thousands of digits: with the divisor's
// coefficient m and a dividend of d * 10^k above it, (d * 10^k) mod m is found by powers of ten
// modulo m. The remainder has the dividend's sign; where that is not the divisor's, one divisor is
// added (FEEL: modulo(-12, 5) is 3).
//
// The root is an integer root of the coefficient scaled to at least 71 digits and an even exponent;
// its 36 digits and a sticky bit for "there was a remainder" round correctly.
//
// Tested by tests/unit/values/decimal_functions_test.cpp.

#include "values/decimal_functions.hpp"

#include "values/coefficient.hpp"
#include "values/wide.hpp"

namespace sudui::values {
namespace {

uint128 multiply_modulo(uint128 a, uint128 b, uint128 modulus) noexcept {
  const wide product = widen(a) * widen(b) % widen(modulus);
  return narrow(product);
}

uint128 power_of_ten_modulo(std::int64_t n, uint128 modulus) noexcept {
  uint128 result = 1 % modulus;
  uint128 square = 10 % modulus;
  for (; n != 0; n >>= 1) {
    if ((n & 1) != 0) result = multiply_modulo(result, square, modulus);
    square = multiply_modulo(square, square, modulus);
  }
  return result;
}

/// The remainder of a division towards zero.
std::optional<decimal> remainder(const decimal& a, const decimal& b) noexcept {
  const auto top = magnitude_of(a);
  const auto bottom = magnitude_of(b);
  const auto shift = std::int64_t{a.exponent()} - b.exponent();
  if (shift >= 0) {
    const auto rest = multiply_modulo(top % bottom, power_of_ten_modulo(shift, bottom), bottom);
    return fit(a.is_negative(), rest, b.exponent());
  }
  if (digit_count(bottom) - shift > 38) return a;  // the divisor is far larger
  const auto rest = top % (bottom * power_of_ten(static_cast<int>(-shift)));
  return fit(a.is_negative(), rest, a.exponent());
}

}  // namespace

std::optional<decimal> modulo(const decimal& dividend, const decimal& divisor) noexcept {
  const auto rest = remainder(dividend, divisor);
  if (!rest || rest->is_zero() || rest->is_negative() == divisor.is_negative()) return rest;
  return add(*rest, divisor);
}

std::optional<decimal> square_root(const decimal& number) noexcept {
  if (number.is_zero()) return decimal(0);
  const auto magnitude = magnitude_of(number);
  std::int64_t scale = 2 * precision + 3 - digit_count(magnitude);
  if (((number.exponent() - scale) & 1) != 0) ++scale;
  wide rest;
  const wide root = sqrt(wide(widen(magnitude) * wide_power_of_ten(scale)), rest);
  const auto exponent = (number.exponent() - scale) / 2;
  const bool exact = rest.is_zero();
  auto result = fit_wide(false, root, exponent, !exact);
  if (result && exact) result = strip_zeros(*result, number.exponent() / 2 - result->exponent());
  return result;
}

}  // namespace sudui::values
