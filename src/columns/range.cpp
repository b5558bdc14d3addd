// The reciprocal. For a divisor d that is no power of two let s be such that 2^s < d < 2^(s + 1),
// and m = floor(2^(64 + s) / d) + 1, which 64 bits hold. Then m * d = 2^(64 + s) + e with 0 < e <=
// d < 2^(s + 1), and for a value v the product v * m / 2^(64 + s) is v / d + v * e / (d * 2^(64 +
// s)). For v below 2^63 the last term is less than 1 / d, too little to reach the next whole
// number: the quotient is exact.
//
// Modes differ only in the rest from which a quotient goes up, so there is a table of these and no
// branch: half even looks at the quotient, ceiling and floor at the sign.
//
// Tested by tests/unit/columns/range_test.cpp.

#include "columns/range.hpp"

namespace sudui::columns {

namespace {
// Of a number with this sign and this quotient, towards zero; `divisor` itself: never.
std::uint64_t first_away(rounding mode, std::uint64_t divisor, bool is_negative, bool is_odd) {
  const auto half = divisor / 2;
  switch (mode) {
    case rounding::half_up:
      return half;
    case rounding::half_down:
      return half + 1;
    case rounding::half_even:
      return is_odd ? half : half + 1;
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

rounder::rounder(std::int32_t places, rounding mode)
    : divisor_(static_cast<std::uint64_t>(values::power_of_ten(places))),
      shift_(values::bit_count(divisor_) - 1) {
  const auto power = values::uint128{1} << (64 + shift_);
  reciprocal_ = static_cast<std::uint64_t>(power / divisor_) + 1;
  for (const bool is_negative : {false, true}) {
    for (const bool is_odd : {false, true}) {
      away_from_[is_negative ? 1 : 0][is_odd ? 1 : 0] =
          first_away(mode, divisor_, is_negative, is_odd);
    }
  }
}

}  // namespace sudui::columns
