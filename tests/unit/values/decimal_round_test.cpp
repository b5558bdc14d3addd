// Rounding to a number of places in every mode.

#include <sudui/decimal.hpp>

#include "catch.hpp"
#include "unit/values/rational.hpp"

namespace sudui::tests {
namespace {

constexpr rounding modes[] = {rounding::half_up, rounding::half_even, rounding::half_down,
                              rounding::up,      rounding::down,      rounding::ceiling,
                              rounding::floor};

std::string rounded(std::string_view text, std::int32_t places, rounding mode) {
  const auto made = round(decimal::parse(text).value(), places, mode);
  return made ? made->to_string() : "overflow";
}

/// By definition: the lower multiple of the unit, or the one above it.
rational by_definition(const rational& value, std::int32_t places, rounding mode) {
  const rational unit = scale(1, -places);
  const integer low = floor_of(value / unit);
  const rational rest = value / unit - rational(low);
  const int order = rest.compare(rational(1, 2));
  const bool exact_step = rest.is_zero();
  const bool positive = value.sign() > 0;
  bool above = order > 0;
  if (mode == rounding::half_up && order == 0) above = positive;
  if (mode == rounding::half_down && order == 0) above = !positive;
  if (mode == rounding::half_even && order == 0) above = is_odd(low);
  if (mode == rounding::up) above = positive && !exact_step;
  if (mode == rounding::down) above = !positive && !exact_step;
  if (mode == rounding::ceiling) above = !exact_step;
  if (mode == rounding::floor) above = false;
  return rational(integer(low + (above ? 1 : 0))) * unit;
}

}  // namespace

TEST_CASE("the seven modes differ as their names say", "[values][decimal]") {
  struct row {
    const char* number;
    const char* results[7];  // in the order of `modes`
  };
  const row rows[] = {
      {"2.5", {"3", "2", "2", "3", "2", "3", "2"}},
      {"3.5", {"4", "4", "3", "4", "3", "4", "3"}},
      {"-2.5", {"-3", "-2", "-2", "-3", "-2", "-2", "-3"}},
      {"2.4", {"2", "2", "2", "3", "2", "3", "2"}},
      {"-2.6", {"-3", "-3", "-3", "-3", "-2", "-2", "-3"}},
      {"2", {"2", "2", "2", "2", "2", "2", "2"}},
      {"0.001", {"0", "0", "0", "1", "0", "1", "0"}},
      {"-0.001", {"0", "0", "0", "-1", "0", "0", "-1"}},
  };
  for (const auto& each : rows) {
    for (std::size_t at = 0; at < std::size(modes); ++at) {
      CAPTURE(each.number, at);
      CHECK(rounded(each.number, 0, modes[at]) == each.results[at]);
    }
  }
}

TEST_CASE("rounding agrees with its definition on random numbers", "[values][decimal]") {
  decimal_source source(31337);
  std::mt19937_64 random(1);
  for (int turn = 0; turn < 4000; ++turn) {
    const auto number = source.next(20, 12);
    const auto places = std::uniform_int_distribution<std::int32_t>(-14, 14)(random);
    const auto mode = modes[random() % std::size(modes)];
    CAPTURE(number, places, static_cast<int>(mode));
    REQUIRE(same(exact(round(number, places, mode).value()),
                 by_definition(exact(number), places, mode)));
  }
}

TEST_CASE("places may be negative and may exceed the digits", "[values][decimal]") {
  CHECK(rounded("12345", -2, rounding::half_up) == "12300");
  CHECK(rounded("12350", -2, rounding::half_up) == "12400");
  CHECK(rounded("99.995", 2, rounding::half_up) == "100");
  CHECK(rounded("7", -3, rounding::up) == "1000");
  CHECK(rounded("7", -3, rounding::half_up) == "0");
  CHECK(rounded("7", -60, rounding::floor) == "0");
  CHECK(rounded("-7", -40, rounding::floor) == "-1" + std::string(40, '0'));
  CHECK(rounded("1.5", 30, rounding::up) == "1.5");
  CHECK(rounded("9999999999999999999999999999999999", -1, rounding::up) ==
        "10000000000000000000000000000000000");
}

TEST_CASE("rounding up beyond the range of exponents is no number", "[values][decimal]") {
  CHECK(rounded("1", -6145, rounding::up) == "overflow");
  CHECK(rounded("1", INT32_MIN, rounding::up) == "overflow");
  CHECK(rounded("1", INT32_MIN, rounding::down) == "0");
  CHECK(rounded("1", INT32_MAX, rounding::up) == "1");
}

}  // namespace sudui::tests
