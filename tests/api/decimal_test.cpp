// Decimals as users of the library meet them: exact, and never wrapped.
#include <sudui/decimal.hpp>

#include "catch.hpp"

using namespace sudui;

namespace {
decimal of(const char* text) { return decimal::parse(text).value(); }
}  // namespace

TEST_CASE("decimals add up exactly", "[api][decimal]") {
  CHECK(*add(of("0.1"), of("0.2")) == of("0.3"));
  CHECK(*subtract(of("1"), of("0.9")) == of("0.1"));
  CHECK(*multiply(of("30000000"), of("0.025")) == of("750000"));
  CHECK(*divide(of("1"), of("8")) == of("0.125"));
}

TEST_CASE("numbers are compared by what they are worth", "[api][decimal]") {
  CHECK(of("1.0") == of("1.00"));
  CHECK(of("-1") < of("0.5"));
  CHECK(of("12345678901234567890.01") > of("12345678901234567890"));
}

TEST_CASE("what is no number, or has too many digits, is not read", "[api][decimal]") {
  CHECK(!decimal::parse(""));
  CHECK(!decimal::parse("1,000"));
  CHECK(!decimal::parse("12a"));
  CHECK(decimal::parse("1234567890123456789012345678901234"));
  CHECK(!decimal::parse("12345678901234567890123456789012345"));
}

TEST_CASE("overflow and division by zero give nothing", "[api][decimal]") {
  const auto large = of("9e6144");
  CHECK(!multiply(large, large));
  CHECK(!divide(of("1"), of("0")));
}

TEST_CASE("money is printed with its digits", "[api][decimal]") {
  CHECK(of("3400000").to_fixed(2) == "3400000.00");
  CHECK(of("-0.005").to_fixed(2) == "-0.01");
  CHECK(of("0.05").to_string() == "0.05");
  CHECK(of("1200.00").to_string() == "1200");
}

TEST_CASE("every way of rounding", "[api][decimal]") {
  const auto to = [](const char* text, rounding mode) {
    return round(of(text), 0, mode)->to_string();
  };
  CHECK(to("2.5", rounding::half_up) == "3");
  CHECK(to("2.5", rounding::half_even) == "2");
  CHECK(to("2.5", rounding::half_down) == "2");
  CHECK(to("2.1", rounding::up) == "3");
  CHECK(to("-2.9", rounding::down) == "-2");
  CHECK(to("-2.9", rounding::floor) == "-3");
  CHECK(to("-2.9", rounding::ceiling) == "-2");
}
