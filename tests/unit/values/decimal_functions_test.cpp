// Modulo and square root.

#include "values/decimal_functions.hpp"

#include "catch.hpp"
#include "unit/values/rational.hpp"

namespace sudui::tests {

using values::modulo;
using values::square_root;

TEST_CASE("modulo agrees with its definition on random numbers", "[values][decimal_functions]") {
  decimal_source source(60);
  for (int round = 0; round < 2000; ++round) {
    const auto a = source.next(17, 8);
    const auto b = source.next(12, 8);
    if (b.is_zero()) continue;
    CAPTURE(a, b);
    const rational quotient = exact(a) / exact(b);
    const rational expected = exact(a) - exact(b) * rational(floor_of(quotient));
    REQUIRE(same(exact(modulo(a, b).value()), to_34(expected)));
  }
}

TEST_CASE("modulo needs no quotient, however large it is", "[values][decimal_functions]") {
  CHECK(modulo("1e6000"_d, 7).value() == 1);  // 10^6 is 1 modulo 7
  CHECK(modulo("1e6001"_d, 7).value() == 3);
  CHECK(modulo("-1e6000"_d, 7).value() == 6);
  CHECK(modulo(5, "1e6000"_d).value() == 5);
  CHECK(modulo("1e6000"_d, "1e5999"_d).value().is_zero());
  CHECK(modulo("0.5"_d, "1e-6000"_d).value().is_zero());
  CHECK(modulo("10.50"_d, "0.25"_d).value().is_zero());
}

TEST_CASE("modulo of far larger divisors rounds like a sum", "[values][decimal_functions]") {
  CHECK(modulo(-5, "1e100"_d).value() == "1e100"_d);
  CHECK(modulo(-5, "1e20"_d).value() == "99999999999999999995"_d);
}

TEST_CASE("roots of squares are exact", "[values][decimal_functions]") {
  for (int root = 0; root < 2000; ++root) {
    const auto side = decimal::scaled(root, -2);
    const auto square = multiply(side, side).value();
    REQUIRE(square_root(square).value() == side);
  }
  CHECK(square_root("1e6000"_d).value() == "1e3000"_d);
  CHECK(square_root("1e-6000"_d).value() == "1e-3000"_d);
  CHECK(square_root("10000000000000000000000000000000"_d).value().to_string() ==
        "3162277660168379.331998893544432719");
}

TEST_CASE("a root is the nearest number of 34 digits", "[values][decimal_functions]") {
  decimal_source source(61);
  for (int round = 0; round < 500; ++round) {
    const auto drawn = source.next(34, 10);
    const auto number = drawn.is_negative() ? negate(drawn) : drawn;
    if (number.is_zero()) continue;
    CAPTURE(number);
    const rational root = exact(square_root(number).value());
    // one unit of the 34th digit is at most root / 10^33
    const rational half_unit = scale(root, -33) / rational(2);
    const rational low = root - half_unit;
    const rational high = root + half_unit;
    REQUIRE(exact(number).compare(rational(low * low)) >= 0);
    REQUIRE(exact(number).compare(rational(high * high)) <= 0);
  }
  CHECK(square_root(2).value().to_string() == "1.414213562373095048801688724209698");
}

}  // namespace sudui::tests
