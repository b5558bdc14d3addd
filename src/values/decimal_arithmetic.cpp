// Addition, multiplication and division of decimals.
//
// Exact where the result has at most 34 digits, else rounded once, half even. Money lives in small
// numbers, so each operation has three ways, tried in this order:
//
//   1. both coefficients in 64 bits (and equal exponents for a sum): one machine operation, ~2 ns
//   2. the exact result in 128 bits: 0.05 + 1e20 is 10^22 + 5 with exponent -2
//   3. 256 bits, then rounding: 1/3, or the product of two numbers of 34 digits
//
// Way 3 of a sum scales the operand with the larger exponent up to 70 digits. Where the other one
// lies wholly behind those, it can only break a tie, and one unit in the last of the 70 digits does
// that as well as itself.
//
// A division scales the dividend so that the quotient has 35 or 36 digits and keeps "there was a
// remainder" as sticky bit. An exact quotient gives its zeros back: 1/4 is 25 * 10^-2.
//
// Tested by tests/unit/values/decimal_test.cpp (against exact rationals) and
// decimal_limits_test.cpp.

#include "values/coefficient.hpp"
#include "values/wide.hpp"

namespace sudui {
inline namespace v1 {
namespace {

namespace vs = sudui::values;

// Far enough inside the range that no check of the result is needed on the quick ways.
constexpr std::int32_t safe_exponent = 3000;

bool is_safe(std::int32_t exponent) noexcept {
  return exponent <= safe_exponent && exponent >= -safe_exponent;
}

/// Scale of `high` brought down by `shift` digits, then added: all in 256 bits.
std::optional<decimal> add_wide(const decimal& high, const decimal& low,
                                std::int64_t shift) noexcept {
  constexpr int room = 70;
  const auto top = vs::magnitude_of(high);
  auto bottom = vs::magnitude_of(low);
  const auto most = room - vs::digit_count(top);
  if (shift > most) {  // `low` starts behind the 34th digit of `high`
    shift = most;
    bottom = 1;
  }
  vs::wide sum = vs::widen(top) * vs::wide_power_of_ten(shift);
  const vs::wide other = vs::widen(bottom);
  bool negative = high.is_negative();
  if (negative == low.is_negative()) {
    sum += other;
  } else if (sum >= other) {
    sum -= other;
  } else {
    sum = other - sum;
    negative = !negative;
  }
  return vs::fit_wide(negative, sum, high.exponent() - shift, false);
}

std::optional<decimal> add_aligned(const decimal& high, const decimal& low) noexcept {
  const auto shift = std::int64_t{high.exponent()} - low.exponent();
  const auto top = vs::magnitude_of(high);
  if (top == 0) return vs::fit(low.is_negative(), vs::magnitude_of(low), low.exponent());
  if (low.is_zero()) return vs::fit(high.is_negative(), top, high.exponent());
  if (shift > 37 - vs::digit_count(top)) return add_wide(high, low, shift);
  const auto sum = vs::coefficient_of(high) *
                       static_cast<vs::int128>(vs::power_of_ten(static_cast<int>(shift))) +
                   vs::coefficient_of(low);
  const bool negative = sum < 0;
  return vs::fit(negative, static_cast<vs::uint128>(negative ? -sum : sum), low.exponent());
}

/// The quotient where it is whole in units of the exponents' difference, such as 240000 / 12.
std::optional<decimal> divide_small(const decimal& a, const decimal& b) noexcept {
  if (!vs::fits_64(a) || !vs::fits_64(b)) return std::nullopt;
  const auto dividend = static_cast<std::int64_t>(a.low());
  const auto divisor = static_cast<std::int64_t>(b.low());
  if (divisor == -1 || dividend % divisor != 0) return std::nullopt;
  return vs::pack(dividend / divisor, std::int64_t{a.exponent()} - b.exponent());
}

std::optional<decimal> divide_wide(const decimal& a, const decimal& b) noexcept {
  const auto top = vs::magnitude_of(a);
  const auto bottom = vs::magnitude_of(b);
  const auto scale =
      std::max(0, vs::precision + 1 + vs::digit_count(bottom) - vs::digit_count(top));
  const vs::wide dividend = vs::widen(top) * vs::wide_power_of_ten(scale);
  vs::wide quotient;
  vs::wide remainder;
  divide_qr(dividend, vs::widen(bottom), quotient, remainder);
  const auto wanted = std::int64_t{a.exponent()} - b.exponent();
  const bool exact = remainder.is_zero();
  auto result = vs::fit_wide(a.is_negative() != b.is_negative(), quotient, wanted - scale, !exact);
  if (result && exact) result = vs::strip_zeros(*result, wanted - result->exponent());
  return result;
}

}  // namespace

std::optional<decimal> add(const decimal& a, const decimal& b) noexcept {
  if (a.exponent() == b.exponent() && vs::fits_64(a) && vs::fits_64(b) && is_safe(a.exponent())) {
    const auto sum = vs::int128{static_cast<std::int64_t>(a.low())} +
                     vs::int128{static_cast<std::int64_t>(b.low())};
    return vs::pack(sum, a.exponent());
  }
  return a.exponent() >= b.exponent() ? add_aligned(a, b) : add_aligned(b, a);
}

std::optional<decimal> subtract(const decimal& a, const decimal& b) noexcept {
  return add(a, negate(b));
}

std::optional<decimal> multiply(const decimal& a, const decimal& b) noexcept {
  const auto exponent = std::int64_t{a.exponent()} + b.exponent();
  const bool negative = a.is_negative() != b.is_negative();
  if (vs::fits_64(a) && vs::fits_64(b)) {
    return vs::fit(negative, vs::magnitude_of(a) * vs::magnitude_of(b), exponent);
  }
  const vs::wide product = vs::widen(vs::magnitude_of(a)) * vs::widen(vs::magnitude_of(b));
  return vs::fit_wide(negative, product, exponent, false);
}

std::optional<decimal> divide(const decimal& a, const decimal& b) noexcept {
  if (b.is_zero()) return std::nullopt;
  if (a.is_zero()) return decimal(0);
  if (is_safe(a.exponent()) && is_safe(b.exponent())) {
    if (const auto whole = divide_small(a, b)) return whole;
  }
  return divide_wide(a, b);
}

decimal negate(const decimal& a) noexcept { return vs::pack(-vs::coefficient_of(a), a.exponent()); }

std::optional<decimal> round(const decimal& a, std::int32_t places, rounding mode) noexcept {
  const auto target = -std::int64_t{places};
  const auto surplus = target - a.exponent();
  const auto magnitude = vs::magnitude_of(a);
  if (surplus <= 0) return vs::fit(a.is_negative(), magnitude, a.exponent());
  const auto kept = vs::drop_digits(magnitude, surplus, false, a.is_negative(), mode);
  return vs::fit(a.is_negative(), kept, target);
}

}  // namespace v1
}  // namespace sudui
