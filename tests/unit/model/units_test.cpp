#include "model/units.hpp"

#include "catch.hpp"

using namespace sudui::model;

TEST_CASE("a multiple knows its base and how much of it it is", "[model][units]") {
  const unit_word* word = find_unit("万元");
  REQUIRE(word != nullptr);
  CHECK(word->base == "元");
  CHECK(word->factor == 10'000);
  CHECK(find_unit("米") == nullptr);
}

TEST_CASE("every base unit is a unit itself, of factor one", "[model][units]") {
  for (const unit_word& each : unit_words()) {
    CAPTURE(each.name);
    const unit_word* base = find_unit(each.base);
    REQUIRE(base != nullptr);
    CHECK(base->base == base->name);
    CHECK(base->factor == 1);
  }
}

TEST_CASE("a compound unit is one word over others", "[model][units]") {
  const auto plain = parse_unit("人");
  REQUIRE(plain);
  CHECK(plain->above->name == "人");
  CHECK(plain->below.empty());
  const auto rate = parse_unit("元/平方米/月");
  REQUIRE(rate);
  CHECK(rate->above->name == "元");
  REQUIRE(rate->below.size() == 2);
  CHECK(rate->below[1]->name == "月");
}

TEST_CASE("a unit with an unknown or missing part is none", "[model][units]") {
  for (const char* text : {"", "/", "元/", "/人", "元//人", "米", "元/米", "元 /人"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_unit(text).has_value());
  }
}

TEST_CASE("money is a currency and not a price", "[model][units]") {
  CHECK(is_money("元"));
  CHECK(is_money("亿元"));
  CHECK(is_money("美元"));
  CHECK_FALSE(is_money("元/人"));
  CHECK_FALSE(is_money("人"));
  CHECK_FALSE(is_money(""));
}
