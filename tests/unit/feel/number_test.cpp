#include "catch.hpp"
#include "shape.hpp"

namespace sudui::tests {
namespace {

// The value of a formula that is one number; else what was said about it.
std::string value_of(const std::string& formula) {
  const formula_reading read(formula);
  if (!read.is_clean()) return read.complaints();
  REQUIRE(read.tree().top().kind == feel::node_kind::number);
  CHECK(read.tree().top().text == formula);
  return read.tree().top().number.to_string();
}

}  // namespace

TEST_CASE("numbers are exact decimals", "[feel][number]") {
  CHECK(value_of("0") == "0");
  CHECK(value_of("007") == "7");
  CHECK(value_of("12.50") == "12.5");
  CHECK(value_of(".5") == "0.5");
  CHECK(value_of("0.1") == "0.1");
  CHECK(value_of("1234567890123456789012345678901234") == "1234567890123456789012345678901234");
}

TEST_CASE("exponents move the point", "[feel][number]") {
  CHECK(value_of("1.23e4") == "12300");
  CHECK(value_of("1.23E+4") == "12300");
  CHECK(value_of("1.23e-4") == "0.000123");
}

TEST_CASE("suffixes of policies are exact", "[feel][number]") {
  CHECK(value_of("5000万") == "50000000");
  CHECK(value_of("2亿") == "200000000");
  CHECK(value_of("1.5亿") == "150000000");
  CHECK(value_of("0.00001万") == "0.1");
  CHECK(value_of("5%") == "0.05");
  CHECK(value_of("1.5%") == "0.015");
  CHECK(value_of("0.5%") == "0.005");
  CHECK(value_of("100%") == "1");
}

TEST_CASE("a suffix needs no blank behind it", "[feel][number]") {
  CHECK(shape("5%*x") == "(* 5% x)");
  CHECK(shape("[100万..2亿]") == "(range [] 100万 2亿)");
}

TEST_CASE("what clings to a number makes it none", "[feel][number]") {
  const std::string help =
      " is not a number | digits with at most one point, then `万`, `亿` or `%` if needed; units "
      "are "
      "not written";
  CHECK(value_of("5000万元") == "1^8 bad-number: `5000万元`" + help);
  CHECK(value_of("30人") == "1^4 bad-number: `30人`" + help);
  CHECK(value_of("5kg") == "1^3 bad-number: `5kg`" + help);
  CHECK(value_of("1.2.3") == "1^5 bad-number: `1.2.3`" + help);
  CHECK(value_of("1_000") == "1^5 bad-number: `1_000`" + help);
  CHECK(value_of("0x1F") == "1^4 bad-number: `0x1F`" + help);
  CHECK(value_of("1e3万") == "1^5 bad-number: `1e3万`" + help);
  CHECK(value_of("2e") == "1^2 bad-number: `2e`" + help);
}

TEST_CASE("34 significant digits are kept, more are refused", "[feel][number]") {
  CHECK(value_of("0.00000000001234567890123456789012345678901234") ==
        "0.00000000001234567890123456789012345678901234");
  CHECK(value_of("12345678901234567890123456789012345") ==
        "1^35 too-many-digits: `12345678901234567890123456789012345` has more than 34 significant "
        "digits | shorten the number: 34 digits are kept exactly");
}

TEST_CASE("numbers beyond the range are refused", "[feel][number]") {
  const std::string rest = " is too large or too small | exponents reach from -6143 to 6144";
  CHECK(value_of("1e99999") == "1^7 number-out-of-range: `1e99999`" + rest);
  CHECK(value_of("1e999999999999999999999") ==
        "1^23 number-out-of-range: `1e999999999999999999999`" + rest);
}

TEST_CASE("commas for thousands are told from lists", "[feel][number]") {
  const std::string rest = " has commas inside a number | write the number without commas";
  CHECK(complaints("a > 1,500") == "5^5 number-with-commas: `1,500`" + rest);
  CHECK(complaints("(12,345)") == "2^6 number-with-commas: `12,345`" + rest);
  CHECK(complaints("max(1,000)") == "5^5 number-with-commas: `1,000`" + rest);
  CHECK(complaints("[2,005]") == "2^5 number-with-commas: `2,005`" + rest);
}

TEST_CASE("a comma between the numbers of a list stays one", "[feel][number]") {
  CHECK(shape("max(1,200)") == "(call max 1 200)");
  CHECK(shape("[1, 000]") == "(list 1 000)");
  CHECK(shape("f(a1,000)") == "(call f a1 000)");
}

}  // namespace sudui::tests
