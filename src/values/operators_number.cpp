// Numbers: decimals in, decimals out.
//
// The arithmetic is that of <sudui/decimal.hpp>; what has no result there is null here, and the
// reason tells a zero divisor from an overflow from an argument outside the domain. The second
// operand of the rounding functions is a number of places: a fraction of it is cut off, and beyond
// decimal128's places there is nothing to round to.
//
// Tested by tests/unit/values/operators_number_test.cpp.

#include "values/decimal_functions.hpp"
#include "values/operators.hpp"

namespace sudui::values {

std::optional<std::int64_t> whole_part(const decimal& number) noexcept {
  const auto cut = round(number, 0, rounding::down);
  return cut ? cut->to_int64() : std::nullopt;
}

namespace operators {
namespace {

constexpr std::int64_t fewest_places = -6111;
constexpr std::int64_t most_places = 6176;

cell rounded(operands given, rounding mode) noexcept {
  const auto places = whole_part(given[1].number);
  if (!places || *places < fewest_places || *places > most_places) return bad_argument();
  return number_or_overflow(round(given[0].number, static_cast<std::int32_t>(*places), mode));
}

/// Remainder of the division by two, 0 or 1, or a fraction for what is not whole.
decimal half_rest(const cell& number) noexcept { return modulo(number.number, 2).value_or(0); }

}  // namespace

cell number_add(operands given, surroundings&) {
  return number_or_overflow(add(given[0].number, given[1].number));
}

cell number_subtract(operands given, surroundings&) {
  return number_or_overflow(subtract(given[0].number, given[1].number));
}

cell number_multiply(operands given, surroundings&) {
  return number_or_overflow(multiply(given[0].number, given[1].number));
}

cell number_divide(operands given, surroundings&) {
  if (given[1].number.is_zero()) return cell::null(null_reason::division_by_zero);
  return number_or_overflow(divide(given[0].number, given[1].number));
}

cell number_power(operands given, surroundings&) {
  const auto& base = given[0].number;
  const auto& exponent = given[1].number;
  if (base.is_zero() && exponent.is_negative()) return cell::null(null_reason::division_by_zero);
  if (base.is_negative() && !exponent.is_integer()) return bad_argument();
  return number_or_overflow(power(base, exponent));
}

cell number_negate(operands given, surroundings&) { return cell::of(negate(given[0].number)); }

cell number_abs(operands given, surroundings&) {
  const auto& number = given[0].number;
  return cell::of(number.is_negative() ? negate(number) : number);
}

cell number_sqrt(operands given, surroundings&) {
  if (given[0].number.is_negative()) return bad_argument();
  return number_or_overflow(square_root(given[0].number));
}

cell number_modulo(operands given, surroundings&) {
  if (given[1].number.is_zero()) return cell::null(null_reason::division_by_zero);
  return number_or_overflow(modulo(given[0].number, given[1].number));
}

cell number_floor(operands given, surroundings&) { return rounded(given, rounding::floor); }

cell number_ceiling(operands given, surroundings&) { return rounded(given, rounding::ceiling); }

cell number_round_up(operands given, surroundings&) { return rounded(given, rounding::up); }

cell number_round_down(operands given, surroundings&) { return rounded(given, rounding::down); }

cell number_round_half_up(operands given, surroundings&) {
  return rounded(given, rounding::half_up);
}

cell number_round_half_down(operands given, surroundings&) {
  return rounded(given, rounding::half_down);
}

cell number_round_half_even(operands given, surroundings&) {
  return rounded(given, rounding::half_even);
}

cell number_even(operands given, surroundings&) { return cell::of(half_rest(given[0]).is_zero()); }

cell number_odd(operands given, surroundings&) { return cell::of(half_rest(given[0]) == 1); }

cell number_exp(operands given, surroundings&) {
  return number_or_overflow(exponential(given[0].number));
}

cell number_log(operands given, surroundings&) {
  if (given[0].number <= 0) return bad_argument();
  return number_or_overflow(logarithm(given[0].number));
}

cell number_from_string(operands given, surroundings&) {
  const auto number = decimal::parse(given[0].string());
  return number ? cell::of(*number) : bad_argument();
}

}  // namespace operators
}  // namespace sudui::values
