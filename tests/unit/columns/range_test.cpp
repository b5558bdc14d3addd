// Ends of amounts and their rounding, which multiplies instead of dividing.

#include "columns/range.hpp"

#include <random>

#include "catch.hpp"

using namespace sudui;
using columns::lack;
using columns::range;
using columns::rounder;

namespace {

const std::vector<rounding> all_modes = {
    rounding::half_up, rounding::half_down, rounding::half_even, rounding::up,
    rounding::down,    rounding::ceiling,   rounding::floor};

constexpr std::int64_t last_whole = (std::int64_t{1} << 62) - 1;  // 4611686018427387903

std::optional<std::int64_t> by_decimals(std::int64_t value, int places, rounding mode) {
  return round(decimal::scaled(value, -places), 0, mode)->to_int64();
}

}  // namespace

TEST_CASE("a rounder gives what exact decimals give, in every mode", "[columns][range]") {
  for (const auto mode : all_modes) {
    for (const int places : {1, 2, 3}) {
      const rounder by(places, mode);
      for (std::int64_t value = -2050; value <= 2050; value += places == 1 ? 1 : 5) {
        INFO(value << " / 10^" << places << ", mode " << static_cast<int>(mode));
        REQUIRE(by_decimals(value, places, mode) == by(value));
      }
    }
  }
}

TEST_CASE("a rounder by one leaves values as they are", "[columns][range]") {
  for (const auto mode : all_modes) {
    const rounder by(0, mode);
    for (const std::int64_t value : {std::int64_t{0}, std::int64_t{1}, last_whole}) {
      CHECK(by(value) == value);
      CHECK(by(-value) == -value);
    }
  }
}

TEST_CASE("a rounder is exact for any divisor, near ties and at the ends of its range",
          "[columns][range]") {
  std::mt19937_64 random(7);
  for (int places = 1; places <= 18; ++places) {
    std::int64_t power = 1;
    for (int i = 0; i < places; ++i) power *= 10;
    for (const auto mode : all_modes) {
      const rounder by(places, mode);
      for (int i = 0; i < 40; ++i) {
        const auto any = static_cast<std::int64_t>(random() >> (2 + random() % 60));
        const auto tie = any / power * power + power / 2;
        for (const auto value : {any, tie - 1, tie, tie + 1, last_whole - any % 1000}) {
          if (value > last_whole) continue;
          INFO(value << " / 10^" << places << ", mode " << static_cast<int>(mode));
          REQUIRE(by_decimals(value, places, mode) == by(value));
          REQUIRE(by_decimals(-value, places, mode) == by(-value));
        }
      }
    }
  }
}

TEST_CASE("limits close and open ends", "[columns][range]") {
  const auto limited = [](range from, std::int64_t by, lack lacks, bool is_maximum) {
    from.limit(by, lacks, is_maximum);
    return from;
  };
  const range none;
  const range seven{7, 7, columns::has_both};
  const auto capped = limited(none, 5, lack::nothing, true);
  CHECK(capped.has == columns::has_high);
  CHECK(capped.high == 5);
  CHECK(limited(none, 5, lack::unknown, true).has == columns::has_none);
  CHECK(limited(seven, 5, lack::nothing, true).low == 5);
  CHECK(limited(seven, 9, lack::nothing, false).high == 9);
  CHECK(limited(seven, 5, lack::null, true).high == 7);
  CHECK(limited(seven, 0, lack::unknown, true).has == columns::has_high);
  CHECK(limited(seven, 0, lack::unknown, false).has == columns::has_low);
  CHECK(limited(range{0, 0, columns::is_null}, 5, lack::nothing, true).has == columns::is_null);
}
