// Powers, exponentials and logarithms. Long digits are those of printed tables.

#include "catch.hpp"
#include "unit/values/rational.hpp"
#include "values/decimal_functions.hpp"

namespace sudui::tests {

using values::exponential;
using values::logarithm;
using values::power;

namespace {

std::string raised(const decimal& base, const decimal& exponent) {
  const auto result = power(base, exponent);
  return result ? result->to_string() : "overflow";
}

}  // namespace

TEST_CASE("whole powers that fit are exact", "[values][decimal_power]") {
  CHECK(raised(10, 33) == "1" + std::string(33, '0'));
  CHECK(raised(10, -5) == "0.00001");
  CHECK(raised(5, -2) == "0.04");
  CHECK(raised("5.5"_d, 2) == "30.25");
  CHECK(raised("1.05"_d, 3) == "1.157625");
  CHECK(raised(2, 112) == "5192296858534827628530496329220096");
  CHECK(raised(3, 20) == "3486784401");
  CHECK(raised(-2, 3) == "-8");
  CHECK(raised(-2, 4) == "16");
  CHECK(raised(7, 0) == "1");
  CHECK(raised(0, 0) == "1");
  CHECK(raised(0, 5) == "0");
}

TEST_CASE("whole powers agree with fractions rounded once", "[values][decimal_power]") {
  decimal_source source(70);
  for (int round = 0; round < 200; ++round) {
    const auto base = source.next(12, 3);
    if (base.is_zero()) continue;
    rational expected = 1;
    for (int times = 1; times <= 8; ++times) {
      expected *= exact(base);
      CAPTURE(base, times);
      REQUIRE(same(exact(power(base, times).value()), to_34(expected)));
      REQUIRE(same(exact(power(base, -times).value()), to_34(rational(1 / expected))));
    }
  }
}

TEST_CASE("large whole exponents neither wrap nor lose digits", "[values][decimal_power]") {
  CHECK(raised(10, 6144) == "1" + std::string(6144, '0'));
  CHECK(raised(10, 6145) == "overflow");
  CHECK(raised(10, -6144) == "overflow");
  CHECK(raised("0.1"_d, INT64_MAX) == "overflow");
  CHECK(raised(1, INT64_MIN) == "1");
  CHECK(raised(-1, "1e30"_d) == "1");
  CHECK(raised(-1, "1000000000000000000000000000001"_d) == "-1");
  // (1 + 10^-18)^(10^18) lies just under e
  CHECK(raised("1.000000000000000001"_d, 1000000000000000000).substr(0, 19) ==
        "2.71828182845904523");
  CHECK(raised("-1.000000000000000000001"_d, "1e21"_d).substr(0, 10) == "2.71828182");
}

TEST_CASE("other exponents are right to 34 digits", "[values][decimal_power]") {
  CHECK(raised(4, "0.5"_d) == "2");
  CHECK(raised(8, "-0.5"_d) == "0.3535533905932737622004221810524245");
  CHECK(raised(2, "0.5"_d) == "1.414213562373095048801688724209698");
  CHECK(raised(5, "2.55"_d).substr(0, 14) == "60.58617166606");
  CHECK(raised("1e6000"_d, "1.5"_d) == "overflow");
  CHECK(raised("1e-6000"_d, "1.5"_d) == "overflow");
}

TEST_CASE("exponentials and logarithms are right to 34 digits", "[values][decimal_power]") {
  CHECK(exponential(0).value() == 1);
  CHECK(exponential(1).value().to_string() == "2.718281828459045235360287471352662");
  CHECK(exponential(-1).value().to_string() == "0.3678794411714423215955237701614609");
  CHECK(exponential("1e-6000"_d).value() == 1);
  CHECK_FALSE(exponential(14150));
  CHECK_FALSE(exponential(-14148));
  CHECK(logarithm(1).value().is_zero());
  CHECK(logarithm(2).value().to_string() == "0.6931471805599453094172321214581766");
  CHECK(logarithm(10).value().to_string() == "2.302585092994045684017991454684364");
  CHECK(logarithm("1e-6000"_d).value().to_string() == "-13815.51055796427410410794872810619");
}

TEST_CASE("a logarithm near one keeps its digits", "[values][decimal_power]") {
  CHECK(logarithm("1.000000000000000000000000000000001"_d).value().to_string() ==
        "0.0000000000000000000000000000000009999999999999999999999999999999995");
}

}  // namespace sudui::tests
