// The four operations and the order of decimals, against exact fractions.

#include <vector>

#include <sudui/decimal.hpp>

#include "catch.hpp"
#include "unit/values/rational.hpp"

namespace sudui::tests {
namespace {

std::vector<decimal> small_numbers() {
  std::vector<decimal> all;
  for (int coefficient = -12; coefficient <= 12; ++coefficient) {
    for (int exponent = -2; exponent <= 2; ++exponent) {
      all.push_back(decimal::scaled(coefficient, exponent));
    }
  }
  return all;
}

void check_pair(const decimal& a, const decimal& b) {
  CAPTURE(a, a.exponent(), b, b.exponent());
  const auto left = exact(a);
  const auto right = exact(b);
  REQUIRE(same(exact(add(a, b).value()), to_34(left + right)));
  REQUIRE(same(exact(subtract(a, b).value()), to_34(left - right)));
  REQUIRE(same(exact(multiply(a, b).value()), to_34(left * right)));
  REQUIRE((a < b) == (left.compare(right) < 0));
  REQUIRE((a == b) == same(left, right));
  if (b.is_zero()) {
    REQUIRE_FALSE(divide(a, b));
  } else {
    REQUIRE(same(exact(divide(a, b).value()), to_34(left / right)));
  }
}

}  // namespace

TEST_CASE("every pair of small decimals computes as fractions do", "[values][decimal]") {
  const auto numbers = small_numbers();
  for (const auto& a : numbers) {
    for (const auto& b : numbers) check_pair(a, b);
  }
}

TEST_CASE("decimals of all lengths compute as fractions rounded to 34 digits",
          "[values][decimal]") {
  decimal_source source(20260101);
  for (int round = 0; round < 2000; ++round) check_pair(source.next(), source.next());
}

TEST_CASE("decimals of 64 bits compute as fractions", "[values][decimal]") {
  decimal_source source(7);
  for (int round = 0; round < 2000; ++round) check_pair(source.next(19, 2), source.next(19, 2));
}

TEST_CASE("operands far apart round as fractions do", "[values][decimal]") {
  decimal_source source(99);
  for (int round = 0; round < 300; ++round) check_pair(source.next(34, 90), source.next(34, 90));
}

TEST_CASE("equal numbers of different scale are equal", "[values][decimal]") {
  CHECK("1.0"_d == "1.00"_d);
  CHECK("-0.50"_d == "-0.5"_d);
  CHECK("1000"_d == "1e3"_d);
  CHECK("0"_d == "0.000"_d);
  CHECK("1e6144"_d > "9.999999999999999999999999999999999e6143"_d);
  CHECK("-1e6144"_d < "1e-6143"_d);
}

TEST_CASE("an exact quotient has no needless zeros in its coefficient", "[values][decimal]") {
  const auto quarter = divide(1, 4).value();
  CHECK(quarter.low() == 25);
  CHECK(quarter.exponent() == -2);
  CHECK(divide(240000, 12).value().exponent() == 0);
  CHECK(divide("1e3"_d, "5"_d).value().to_string() == "200");
}

TEST_CASE("whole numbers convert to int64 exactly where they fit", "[values][decimal]") {
  CHECK("9223372036854775807"_d.to_int64() == INT64_MAX);
  CHECK("-9223372036854775808"_d.to_int64() == INT64_MIN);
  CHECK_FALSE("9223372036854775808"_d.to_int64());
  CHECK_FALSE("-9223372036854775809"_d.to_int64());
  CHECK("12.00"_d.to_int64() == 12);
  CHECK("12e2"_d.to_int64() == 1200);
  CHECK_FALSE("12.5"_d.to_int64());
  CHECK_FALSE("1e19"_d.to_int64());
  CHECK("0e-40"_d.to_int64() == 0);
}

TEST_CASE("a number is whole whatever its scale", "[values][decimal]") {
  CHECK("3.000"_d.is_integer());
  CHECK("3e10"_d.is_integer());
  CHECK_FALSE("3.001"_d.is_integer());
  CHECK_FALSE("1e-40"_d.is_integer());
  CHECK("0.00"_d.is_integer());
}

}  // namespace sudui::tests
