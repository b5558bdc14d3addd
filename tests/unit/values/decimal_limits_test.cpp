// Decimals at the edge: 34 digits, ties, carries, the ends of the exponent's range.

#include <sudui/decimal.hpp>

#include "catch.hpp"
#include "unit/values/rational.hpp"

namespace sudui::tests {
namespace {

const char* const nines = "9999999999999999999999999999999999";  // 34 of them

std::string sum(std::string_view a, std::string_view b) {
  const auto made = add(decimal::parse(a).value(), decimal::parse(b).value());
  return made ? made->to_string() : "overflow";
}

std::string product(std::string_view a, std::string_view b) {
  const auto made = multiply(decimal::parse(a).value(), decimal::parse(b).value());
  return made ? made->to_string() : "overflow";
}

}  // namespace

TEST_CASE("sums around 2^63 leave 64 bits without a trace", "[values][decimal]") {
  CHECK(sum("9223372036854775807", "1") == "9223372036854775808");
  CHECK(sum("-9223372036854775808", "-1") == "-9223372036854775809");
  CHECK(sum("9223372036854775807", "9223372036854775807") == "18446744073709551614");
  CHECK(decimal(UINT64_MAX).to_string() == "18446744073709551615");
  CHECK(decimal(INT64_MIN).to_string() == "-9223372036854775808");
}

TEST_CASE("sums and products around 10^33 are exact", "[values][decimal]") {
  CHECK(sum("1e33", "1") == "1000000000000000000000000000000001");
  CHECK(sum("1e33", "-1") == "999999999999999999999999999999999");
  CHECK(sum(nines, "0") == nines);
  CHECK(product("1e33", "9") == "9000000000000000000000000000000000");
  CHECK(product("33333333333333333", "30000000000000000") == "999999999999999990000000000000000");
}

TEST_CASE("the 35th digit is rounded half even", "[values][decimal]") {
  CHECK(sum(nines, "1") == "10000000000000000000000000000000000");
  CHECK(sum("1e34", "5") == "10000000000000000000000000000000000");   // tie, even stays
  CHECK(sum("1e34", "15") == "10000000000000000000000000000000020");  // tie, odd goes up
  CHECK(sum("1e34", "25") == "10000000000000000000000000000000020");
  CHECK(sum("1e34", "5.001") == "10000000000000000000000000000000010");
  CHECK(sum("-1e34", "-15") == "-10000000000000000000000000000000020");
}

TEST_CASE("what lies far behind the last digit still breaks a tie", "[values][decimal]") {
  CHECK(sum("1000000000000000000000000000000001e1", "5") == "10000000000000000000000000000000020");
  CHECK(sum("2.000000000000000000000000000000005e1", "-1e-60") ==
        "20.00000000000000000000000000000005");
  const auto tie = sum("1000000000000000000000000000000001", "0.5");
  CHECK(tie == "1000000000000000000000000000000002");
  CHECK(sum("1e40", "1e-6000") == "1" + std::string(40, '0'));
  CHECK(sum("1e40", "-1e-6000") == "1" + std::string(40, '0'));
}

TEST_CASE("a quotient keeps 34 digits", "[values][decimal]") {
  CHECK(divide(1, 3).value().to_string() == "0." + std::string(34, '3'));
  CHECK(divide(2, 3).value().to_string() == "0." + std::string(33, '6') + "7");
  CHECK(divide(-2, 3).value().to_string() == "-0." + std::string(33, '6') + "7");
  CHECK(divide(decimal::parse(nines).value(), 2).value().to_string() ==
        "5000000000000000000000000000000000");  // 4999..9.5 ties to the even 5000..0
  CHECK(divide(INT64_MIN, -1).value().to_string() == "9223372036854775808");
}

TEST_CASE("a result out of the range of exponents is no number", "[values][decimal]") {
  CHECK(sum("9e6144", "9e6144") == "overflow");
  CHECK(sum("-9e6144", "-9e6144") == "overflow");
  CHECK(product("1e4000", "1e4000") == "overflow");
  CHECK(product("1e-4000", "1e-4000") == "overflow");
  CHECK_FALSE(divide("1e-4000"_d, "1e4000"_d));
  CHECK_FALSE(divide("1e4000"_d, "1e-4000"_d));
  CHECK(sum("9e6144", "-9e6144") == "0");
  CHECK(product("0", "1e6000") == "0");
}

TEST_CASE("a number made with a wild exponent neither wraps nor hangs", "[values][decimal]") {
  const auto huge = decimal::scaled(1, INT32_MAX);
  const auto tiny = decimal::scaled(1, INT32_MIN);
  CHECK(tiny < huge);
  CHECK_FALSE(multiply(huge, huge));
  CHECK_FALSE(multiply(tiny, tiny));
  CHECK_FALSE(add(huge, tiny));
  CHECK_FALSE(divide(huge, tiny));
  CHECK(huge.to_string() == "1e2147483647");
  CHECK(huge.to_fixed(2) == "1e2147483647");
  CHECK(huge.is_integer());
  CHECK_FALSE(tiny.is_integer());
  CHECK_FALSE(huge.to_int64());
  CHECK(round(tiny, 2, rounding::half_up) == decimal(0));
}

}  // namespace sudui::tests
