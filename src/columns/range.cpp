// The reciprocal. For a divisor d that is no power of two let s be such that 2^s < d < 2^(s + 1),
// and m = floor(2^(64 + s) / d) + 1, which 64 bits hold. Then m * d = 2^(64 + s) + e with 0 < e <=
// d < 2^(s + 1), and for a value v the product v * m / 2^(64 + s) is v / d + v * e / (d * 2^(64 +
// s)). For v below 2^63 the last term is less than 1 / d, too little to reach the next whole
// number: the quotient is exact.
//
// Modes differ in the least rest that moves a quotient up, away from zero. What that rest lacks to
// the divisor is added before, so that the division itself moves it; the sum stays below 2^63. Half
// even moves ties up as half up does, and a tie that then is odd back: it is where nothing is left.
//
// Of a division by one the reciprocal would be 2^64. With 2^64 - 1, and one added before, v comes
// out as floor((v + 1) * (2^64 - 1) / 2^64) = v.
//
// Tested by tests/unit/columns/range_test.cpp.

#include "columns/range.hpp"

namespace sudui::columns {

namespace {
// The least rest of a number with this sign that is moved away from zero; `divisor` itself: none.
std::uint64_t first_away(rounding mode, std::uint64_t divisor, bool is_negative) {
  const auto half = divisor / 2;
  switch (mode) {
    case rounding::half_up:
    case rounding::half_even:
      return half;
    case rounding::half_down:
      return half + 1;
    case rounding::up:
      return 1;
    case rounding::down:
      return divisor;
    case rounding::ceiling:
      return is_negative ? divisor : 1;
    case rounding::floor:
      return is_negative ? 1 : divisor;
  }
  return divisor;
}
}  // namespace

rounder::rounder(std::int32_t places, rounding mode) {
  if (places == 0) {
    reciprocal_ = ~std::uint64_t{0};
    first_ = {1, 1};
    return;
  }
  const auto divisor = static_cast<std::uint64_t>(values::power_of_ten(places));
  shift_ = static_cast<std::int8_t>(values::bit_count(divisor) - 1);
  const auto power = values::uint128{1} << (64 + shift_);
  reciprocal_ = static_cast<std::uint64_t>(power / divisor) + 1;
  for (const bool is_negative : {false, true}) {
    first_[is_negative ? 1 : 0] = divisor - first_away(mode, divisor, is_negative);
  }
  if (mode == rounding::half_even) even_places_ = static_cast<std::int8_t>(places);
}

}  // namespace sudui::columns
