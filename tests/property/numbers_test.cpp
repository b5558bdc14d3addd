// Numbers as rules see them, through the operators, against Boost.Multiprecision: exact fractions
// for what is rational, decimal floats of 150 digits for what is not. Operands lie at the ends of
// the range and of the digits as often as in the middle.
#include <algorithm>
#include <boost/multiprecision/cpp_dec_float.hpp>
#include <random>
#include <string>

#include "catch.hpp"
#include "unit/values/rational.hpp"
#include "unit/values/workbench.hpp"

namespace sudui::tests {
namespace {

using boost::multiprecision::cpp_dec_float;
using real = boost::multiprecision::number<cpp_dec_float<150>, boost::multiprecision::et_off>;
using values::op;

// The place of the first digit: 0 for 1 .. 9.99.
std::int64_t first_place(const rational& value) {
  const rational magnitude = abs(value);
  auto place = static_cast<std::int64_t>(msb(numerator(magnitude))) * 30103 / 100000 -
               static_cast<std::int64_t>(msb(denominator(magnitude))) * 30103 / 100000 - 3;
  while (magnitude.compare(scale(1, place + 1)) >= 0) ++place;
  return place;
}

// What the operator should give: the fraction to 34 digits, or null beyond the range.
void check_result(const values::cell& held, const rational& exactly) {
  const auto expected = to_34(exactly);
  if (!expected.is_zero()) {
    const auto place = first_place(expected);
    if (place > 6144 || place < -6143) {
      REQUIRE(held.is_null());
      return;
    }
  }
  REQUIRE(held.is_known());
  REQUIRE(same(exact(held.number), expected));
}

class operands {
 public:
  explicit operands(std::uint64_t seed) : random_(seed) {}

  // Nines, a one and zeros, or any digits; far out, near the middle, or just inside the range.
  decimal next() {
    std::string text = random_() % 2 == 0 ? "-" : "";
    const auto digits = 1 + random_() % 34;
    const auto shape = random_() % 3;
    for (std::uint64_t at = 0; at < digits; ++at) {
      const char any = static_cast<char>('0' + random_() % 10);
      text += shape == 0 ? '9' : shape == 1 ? (at == 0 ? '1' : '0') : at == 0 ? '5' : any;
    }
    const std::int64_t places[] = {0, -20, 12, 6144, -6143, 3072, -3071};
    const auto first = places[random_() % 7] + static_cast<std::int64_t>(random_() % 3) - 1;
    const auto exponent =
        std::clamp<std::int64_t>(first, -6143, 6144) - static_cast<std::int64_t>(digits) + 1;
    return decimal::parse(text + "e" + std::to_string(exponent)).value();
  }

 private:
  std::mt19937_64 random_;
};

real to_real(const decimal& number) { return real(number.to_string()); }

// Both to 34 digits; `units` of the last one may lie between them.
void check_near(const decimal& got, const real& expected, int units) {
  const real gap = abs(to_real(got) - expected);
  const real last = abs(expected) * pow(real(10), -33) * units;
  INFO(got.to_string() << " instead of " << expected.str(40));
  REQUIRE(gap <= last);
}

}  // namespace

TEST_CASE("the four operations hold to the ends of the range", "[property][numbers]") {
  operands source(2024);
  workbench bench;
  for (int round = 0; round < 1500; ++round) {
    const auto a = source.next();
    const auto b = source.next();
    CAPTURE(round, a.exponent(), b.exponent());
    const std::vector both{values::cell::of(a), values::cell::of(b)};
    const auto left = exact(a);
    const auto right = exact(b);
    check_result(bench.apply(op::number_add, both), left + right);
    check_result(bench.apply(op::number_subtract, both), left - right);
    check_result(bench.apply(op::number_multiply, both), left * right);
    check_result(bench.apply(op::number_divide, both), left / right);
    REQUIRE(bench.apply(op::less, both).is_true() == (left.compare(right) < 0));
    REQUIRE(bench.apply(op::equal, both).is_true() == same(left, right));
  }
}

TEST_CASE("quotients compare as fractions do, however close", "[property][numbers]") {
  operands source(77);
  workbench bench;
  for (int round = 0; round < 500; ++round) {
    const auto a = source.next();
    const auto b = source.next();
    const auto factor = decimal(7);
    const auto c = multiply(a, factor);
    const auto d = multiply(b, factor);
    if (!c || !d) continue;
    const std::vector four{values::cell::of(a), values::cell::of(b), values::cell::of(*c),
                           values::cell::of(*d)};
    const auto order = rational(exact(a) / exact(b)).compare(rational(exact(*c) / exact(*d)));
    REQUIRE(bench.apply(op::quotient_less, four).is_true() == (order < 0));
    REQUIRE(bench.apply(op::quotient_greater_equal, four).is_true() == (order >= 0));
    REQUIRE(bench.apply(op::quotient_equal, four).is_true() == (order == 0));
  }
}

TEST_CASE("a remainder has the sign of the divisor and what is left", "[property][numbers]") {
  decimal_source source(5);
  workbench bench;
  for (int round = 0; round < 1000; ++round) {
    const auto a = source.next(34, 12);
    const auto b = source.next(20, 12);
    if (b.is_zero()) continue;
    CAPTURE(round, a, b);
    const rational divisor = exact(b);
    const rational quotient = rational(exact(a) / divisor);
    const rational rest = exact(a) - divisor * rational(floor_of(quotient));
    check_result(bench.apply(op::number_modulo, {values::cell::of(a), values::cell::of(b)}), rest);
  }
}

TEST_CASE("roots are the nearest numbers of 34 digits", "[property][numbers]") {
  operands source(11);
  workbench bench;
  for (int round = 0; round < 300; ++round) {
    auto number = source.next();
    if (number.is_negative()) number = negate(number);
    const auto held = bench.apply(op::number_sqrt, {values::cell::of(number)});
    REQUIRE(held.is_known());
    CAPTURE(round, number.exponent());
    const rational root = exact(held.number);
    const rational half_unit = scale(1, first_place(root) - 33) / rational(2);
    REQUIRE(rational((root - half_unit) * (root - half_unit)).compare(exact(number)) <= 0);
    REQUIRE(rational((root + half_unit) * (root + half_unit)).compare(exact(number)) >= 0);
  }
}

TEST_CASE("exponentials, logarithms and powers are right to the last digit but one",
          "[property][numbers]") {
  decimal_source source(31);
  workbench bench;
  for (int round = 0; round < 120; ++round) {
    const auto number = source.next(34, 2);
    CAPTURE(round, number);
    const auto small = divide(number, decimal::parse("1e33").value()).value();
    const auto raised = bench.apply(op::number_exp, {values::cell::of(small)});
    if (raised.is_known()) check_near(raised.number, exp(to_real(small)), 1);
    if (number.is_zero()) continue;
    const auto base = number.is_negative() ? negate(number) : number;
    const auto logged = bench.apply(op::number_log, {values::cell::of(base)});
    REQUIRE(logged.is_known());
    check_near(logged.number, log(to_real(base)), 1);
    const auto exponent = decimal::scaled(static_cast<std::int64_t>(round) - 60, -1);
    const auto power =
        bench.apply(op::number_power, {values::cell::of(base), values::cell::of(exponent)});
    REQUIRE(power.is_known());
    check_near(power.number, pow(to_real(base), to_real(exponent)), 1);
  }
}

TEST_CASE("every mode rounds as its name says, also beyond the digits", "[property][numbers]") {
  decimal_source source(404);
  workbench bench;
  for (int round = 0; round < 1000; ++round) {
    const auto number = source.next(34, 20);
    const auto places = static_cast<int>(round % 61) - 30;
    CAPTURE(round, number, places);
    const std::vector both{values::cell::of(number), values::cell::of(decimal(places))};
    const rational steps = scale(exact(number), places);
    const integer low = floor_of(steps);
    const rational rest = steps - rational(low);
    const integer high = rest.is_zero() ? low : integer(low + 1);
    const bool negative = number.is_negative();
    const int half = rest.compare(rational(1, 2));
    const auto towards_zero = negative ? high : low;
    const auto away = negative ? low : high;
    const auto nearest = half < 0 ? low : high;
    const auto check = [&](op code, const integer& whole) {
      check_result(bench.apply(code, both), scale(rational(whole), -places));
    };
    check(op::number_floor, low);
    check(op::number_ceiling, high);
    check(op::number_round_down, towards_zero);
    check(op::number_round_up, away);
    check(op::number_round_half_up, half == 0 ? away : nearest);
    check(op::number_round_half_down, half == 0 ? towards_zero : nearest);
    check(op::number_round_half_even, half == 0 ? (is_odd(low) ? high : low) : nearest);
  }
}

}  // namespace sudui::tests
