#include "report/fixed_text.hpp"

#include <random>

#include "catch.hpp"

using sudui::decimal;
using sudui::report::append_fixed;

namespace {
std::string fixed(const decimal& what, int places) {
  std::string made = "=";
  append_fixed(made, what, places);
  return made.substr(1);
}
}  // namespace

TEST_CASE("figures of a batch stand as to_fixed writes them", "[report][fixed_text]") {
  CHECK(fixed(decimal(0), 0) == "0");
  CHECK(fixed(decimal(0), 2) == "0.00");
  CHECK(fixed(decimal::scaled(0, -2), 2) == "0.00");
  CHECK(fixed(decimal::scaled(-7, -2), 2) == "-0.07");
  CHECK(fixed(decimal::scaled(12345, -2), 4) == "123.4500");
  CHECK(fixed(decimal::scaled(12345, -2), 1) == "123.5");
  CHECK(fixed(decimal::scaled(5, 3), 1) == "5000.0");
  CHECK(fixed(*decimal::parse("99999999999999999999999999999999.99"), 2) ==
        "99999999999999999999999999999999.99");
}

TEST_CASE("no figure stands otherwise than to_fixed writes it", "[report][fixed_text]") {
  std::mt19937_64 random(11);
  for (int i = 0; i < 20'000; ++i) {
    const auto bits = random() % 65;
    const auto whole = static_cast<std::int64_t>(bits == 0 ? 0 : random() >> (64 - bits));
    const auto exponent = static_cast<std::int32_t>(random() % 24) - 20;
    const auto what =
        i % 8 == 0 ? decimal::from_parts(random() >> (16 + random() % 48), random(), exponent)
                   : decimal::scaled(i % 2 == 0 ? whole : -(whole >> 1), exponent);
    const auto places = static_cast<int>(random() % 21);
    INFO(what.to_string() << " " << places);
    REQUIRE(fixed(what, places) == what.to_fixed(places));
  }
}
