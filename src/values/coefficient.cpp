// Rounding of coefficients: the one place where digits are dropped.
//
// Every operation first makes an exact intermediate (128 or 256 bits) and then comes here. Whatever
// lies behind the digits at hand is told by one "sticky" bit: it breaks ties and says "inexact",
// and no number is ever rounded twice. A magnitude m that loses k digits is split by 10^k into q
// and r; r against half of 10^k decides the half modes, r against 0 the directed ones:
//
//   drop_digits(12345, 2, false, false, half_even)   123, since 45 < 50
//   drop_digits(12350, 2, false, false, half_even)   124, the tie goes to the even digit
//   drop_digits(12250, 2, true,  false, half_even)   123, no tie: something follows
//
// Cost: one 128-bit division where digits are dropped, else a digit count.
//
// Tested by tests/unit/values/decimal_round_test.cpp and decimal_test.cpp.

#include "values/coefficient.hpp"

namespace sudui::values {
namespace {

enum class rest : std::uint8_t { none, below_half, half, above_half };

rest classify(uint128 remainder, uint128 half, bool sticky) noexcept {
  if (remainder == 0 && !sticky) return rest::none;
  if (remainder < half) return rest::below_half;
  if (remainder > half || sticky) return rest::above_half;
  return rest::half;
}

bool goes_away_from_zero(rest what, bool odd, bool negative, rounding mode) noexcept {
  switch (mode) {
    case rounding::half_up:
      return what >= rest::half;
    case rounding::half_down:
      return what == rest::above_half;
    case rounding::half_even:
      return what == rest::above_half || (what == rest::half && odd);
    case rounding::up:
      return what != rest::none;
    case rounding::down:
      return false;
    case rounding::ceiling:
      return what != rest::none && !negative;
    case rounding::floor:
      return what != rest::none && negative;
  }
  return false;
}

}  // namespace

uint128 drop_digits(uint128 magnitude, std::int64_t count, bool sticky, bool negative,
                    rounding mode) noexcept {
  if (count <= 0) return magnitude;
  // A coefficient is below 10^34, thus far below half of 10^38: more digits change nothing.
  const auto unit = power_of_ten(static_cast<int>(std::min<std::int64_t>(count, 38)));
  const auto quotient = magnitude / unit;
  const auto what = classify(magnitude % unit, unit / 2, sticky);
  const bool odd = (quotient & 1) != 0;
  return goes_away_from_zero(what, odd, negative, mode) ? quotient + 1 : quotient;
}

std::optional<decimal> fit(bool negative, uint128 magnitude, std::int64_t exponent,
                           bool sticky) noexcept {
  int digits = digit_count(magnitude);
  if (digits > precision) {
    const int surplus = digits - precision;
    magnitude = drop_digits(magnitude, surplus, sticky, negative, rounding::half_even);
    exponent += surplus;
    digits = digit_count(magnitude);
    if (digits > precision) {  // 99..9 became 10^34
      magnitude /= 10;
      ++exponent;
      --digits;
    }
  }
  if (magnitude == 0) {
    return pack(false, 0, std::clamp(exponent, lowest_exponent, highest_exponent));
  }
  const auto first_digit = exponent + digits - 1;
  if (first_digit < lowest_exponent || first_digit > highest_exponent) return std::nullopt;
  return pack(negative, magnitude, exponent);
}

decimal strip_zeros(const decimal& number, std::int64_t limit) noexcept {
  auto magnitude = magnitude_of(number);
  if (magnitude == 0) return number;
  std::int64_t exponent = number.exponent();
  for (const int step : {16, 8, 8, 4, 2, 1}) {  // sums up to 39: more than a coefficient has
    const auto unit = power_of_ten(step);
    if (limit < step || magnitude % unit != 0) continue;
    magnitude /= unit;
    exponent += step;
    limit -= step;
  }
  return pack(number.is_negative(), magnitude, exponent);
}

}  // namespace sudui::values
