// Reading and writing decimals.

#include <sudui/decimal.hpp>

#include "catch.hpp"
#include "unit/values/rational.hpp"

namespace sudui::tests {
namespace {

std::string through(std::string_view text) {
  const auto read = decimal::parse(text);
  return read ? read->to_string() : "none";
}

}  // namespace

TEST_CASE("numbers are read in all their forms", "[values][decimal]") {
  CHECK(through("0") == "0");
  CHECK(through("-12.50") == "-12.5");
  CHECK(through("1e3") == "1000");
  CHECK(through("1E+3") == "1000");
  CHECK(through("125e-4") == "0.0125");
  CHECK(through(".5") == "0.5");
  CHECK(through("007") == "7");
  CHECK(through("-0") == "0");
  CHECK(through("0.000") == "0");
  CHECK(through("0e99999999999") == "0");
  CHECK(through("3400000.00") == "3400000");
}

TEST_CASE("what is no number is not read", "[values][decimal]") {
  for (const auto* const text : {"", "-", ".", "1.", "+1", "1e", "1e+", "1 ", " 1", "1,000", "--1",
                                 "1.2.3", "1e2.5", "0x10", "NaN", "inf", "1e5x", "five"}) {
    CAPTURE(text);
    CHECK_FALSE(decimal::parse(text));
  }
}

TEST_CASE("34 significant digits are read, a 35th is refused", "[values][decimal]") {
  const std::string full(34, '7');
  CHECK(through(full) == full);
  CHECK(through("0.000" + full) == "0.000" + full);
  CHECK(through(full + "000") == full + "000");
  CHECK(through(full + ".000") == full);
  CHECK(through(full + "7") == "none");
  CHECK(through("1" + std::string(33, '0') + "1") == "none");
  CHECK(through("1" + std::string(50, '0')) == "1" + std::string(50, '0'));
}

TEST_CASE("a number out of the range of exponents is not read", "[values][decimal]") {
  CHECK(through("1e6145") == "none");
  CHECK(through("10e6144") == "none");
  CHECK(through("1e-6144") == "none");
  CHECK(through("1e999999999999999999999") == "none");
  CHECK(through("1e6144").size() == 6145);
  CHECK(through("1e-6143").size() == 6145);
}

TEST_CASE("a parsed number keeps the scale it was written with", "[values][decimal]") {
  CHECK("12.50"_d.exponent() == -2);
  CHECK("12"_d.exponent() == 0);
  CHECK("5000"_d.exponent() == 0);
}

TEST_CASE("text of random numbers reads back as the same number", "[values][decimal]") {
  decimal_source source(4711);
  for (int round = 0; round < 2000; ++round) {
    const auto number = source.next();
    const auto text = number.to_string();
    CAPTURE(text);
    REQUIRE(decimal::parse(text) == number);
    REQUIRE(text.find('e') == std::string::npos);
  }
}

TEST_CASE("fixed text has exactly the places asked for, rounded half up", "[values][decimal]") {
  CHECK("3400000"_d.to_fixed(2) == "3400000.00");
  CHECK("0"_d.to_fixed(2) == "0.00");
  CHECK("1e3"_d.to_fixed(1) == "1000.0");
  CHECK("2.345"_d.to_fixed(2) == "2.35");
  CHECK("-2.345"_d.to_fixed(2) == "-2.35");
  CHECK("-0.004"_d.to_fixed(2) == "0.00");
  CHECK("0.005"_d.to_fixed(2) == "0.01");
  CHECK("9.999"_d.to_fixed(2) == "10.00");
  CHECK("12.5"_d.to_fixed(0) == "13");
  CHECK("12.5"_d.to_fixed(-3) == "13");
  CHECK("7"_d.to_fixed(40) == "7." + std::string(40, '0'));
}

}  // namespace sudui::tests
