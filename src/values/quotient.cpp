// Exact comparison of ratios.
//
// "R&D of at least 4.2 % of revenue" must hold for 21000 of 500000 and fail for one fen less of
// either kind; a quotient rounded to 34 digits could not promise that for every pair of numbers. So
// nothing is divided: a/b < c/d becomes a*d < c*b, turned round where exactly one divisor is
// negative.
//
// The products have at most 68 digits. They are compared by sign, then by the place of the first
// digit, and only if these agree by digits, the one with fewer digits scaled up to as many as the
// other has. Where all four numbers fit 64 bits (money, heads, percentages) this happens in 128
// bits, ~10 ns.
//
// Tested by tests/unit/values/quotient_test.cpp.

#include "values/quotient.hpp"

#include "values/coefficient.hpp"
#include "values/wide.hpp"

namespace sudui::values {
namespace {

int sign_of(const decimal& number) noexcept {
  return number.is_zero() ? 0 : number.is_negative() ? -1 : 1;
}

uint128 scaled_up(uint128 value, int digits) noexcept { return value * power_of_ten(digits); }
wide scaled_up(const wide& value, int digits) noexcept { return value * wide_power_of_ten(digits); }

std::strong_ordering order(uint128 a, uint128 b) noexcept { return a <=> b; }
std::strong_ordering order(const wide& a, const wide& b) noexcept { return a.compare(b) <=> 0; }

/// `left * 10^shift` against `right`, neither of them zero.
template <class Magnitude>
std::strong_ordering compare_scaled(const Magnitude& left, const Magnitude& right,
                                    std::int64_t shift) noexcept {
  const int surplus = digit_count(right) - digit_count(left);
  if (shift != surplus) return shift <=> std::int64_t{surplus};
  return surplus >= 0 ? order(scaled_up(left, surplus), right)
                      : order(left, scaled_up(right, -surplus));
}

std::strong_ordering compare_products(const decimal& a, const decimal& d, const decimal& c,
                                      const decimal& b) noexcept {
  const auto shift = std::int64_t{a.exponent()} + d.exponent() - c.exponent() - b.exponent();
  if (fits_64(a) && fits_64(b) && fits_64(c) && fits_64(d)) {
    const auto left = magnitude_of(a) * magnitude_of(d);
    const auto right = magnitude_of(c) * magnitude_of(b);
    return shift == 0 ? left <=> right : compare_scaled(left, right, shift);
  }
  const wide left = widen(magnitude_of(a)) * widen(magnitude_of(d));
  const wide right = widen(magnitude_of(c)) * widen(magnitude_of(b));
  return compare_scaled(left, right, shift);
}

}  // namespace

std::strong_ordering compare_quotients(const decimal& a, const decimal& b, const decimal& c,
                                       const decimal& d) noexcept {
  const int left = sign_of(a) * sign_of(b);
  const int right = sign_of(c) * sign_of(d);
  if (left != right || left == 0) return left <=> right;
  const auto magnitudes = compare_products(a, d, c, b);
  return left > 0 ? magnitudes : 0 <=> magnitudes;
}

}  // namespace sudui::values
