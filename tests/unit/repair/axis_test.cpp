// Values of one field by number, and companies with one value replaced.
#include "repair/axis.hpp"

#include "catch.hpp"
#include "support/plans.hpp"

using namespace sudui;
using namespace sudui::tests;

TEST_CASE("positions of an axis lie on the grid between the bounds", "[repair][axis]") {
  const auto made = repair::number_axis(number("0.5"), number("9.99"), number("0.25"));
  REQUIRE(made.has_value());
  CHECK(made->low == 2);
  CHECK(made->high == 39);
  CHECK(made->at(39) == value(number("9.75")));
}

TEST_CASE("an axis without bounds ends far away, and where positions would not fit",
          "[repair][axis]") {
  CHECK(repair::number_axis({}, {}, decimal(1))->high == repair::far_away);
  CHECK(repair::number_axis({}, {}, decimal::scaled(1, -4))->high == 4'000'000'000'000'000'000);
  CHECK_FALSE(repair::number_axis(number("0.3"), number("0.7"), decimal(1)).has_value());
}

TEST_CASE("what is counted moves by one, money by the fen", "[repair][axis]") {
  CHECK(repair::usual_step("人") == 1);
  CHECK(repair::usual_step("元") == number("0.01"));
  CHECK(repair::usual_step("") == number("0.0001"));
}

TEST_CASE("one value is replaced under name or label, other years stay", "[repair][axis]") {
  const auto rules = rules_of({policy_text("demo/one", "rnd(year) > 1")});
  const auto& dictionary = rules.held().typed->dictionary;
  const auto rnd = *dictionary.find("rnd");
  const profile company{{"研发费用", by_year({{2020, 5}})}, {"staff", 3}};
  const auto made = repair::with_value(company, dictionary, rnd, 2021, 2021, 7);
  CHECK(repair::held_by(made, dictionary, rnd, 2020, 2021) == value(5));
  CHECK(repair::held_by(made, dictionary, rnd, 2021, 2021) == value(7));
  CHECK(made.find("研发费用") == nullptr);
  CHECK(*made.find("staff") == value(3));
  const auto bare = repair::with_value({{"rnd", 9}}, dictionary, rnd, 2020, 2021, 7);
  CHECK(repair::held_by(bare, dictionary, rnd, 2021, 2021) == value(9));
}
