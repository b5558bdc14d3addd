#include <sudui/profile.hpp>

#include "catch.hpp"

using namespace sudui;

TEST_CASE("setting a value replaces what stood there", "[ingest][profile]") {
  profile company{{"staff", 3}, {"listed", true}};
  company.set("staff", 4);
  REQUIRE(company.entries().size() == 2);
  CHECK(*company.find("staff") == value(4));
  CHECK(company.entries()[0].name == "staff");
  CHECK(company.find("revenue") == nullptr);
}

TEST_CASE("a name given twice in the braces keeps the last value", "[ingest][profile]") {
  const profile company{{"staff", 3}, {"staff", 5}};
  CHECK(company.entries().size() == 1);
  CHECK(*company.find("staff") == value(5));
}

TEST_CASE("a cleared profile knows nothing", "[ingest][profile]") {
  profile company{{"staff", 3}};
  company.clear();
  CHECK(company.entries().empty());
}

TEST_CASE("values by year are a context of years", "[ingest][profile]") {
  const value held = by_year({{2020, 5}, {2021, decimal::scaled(15, -1)}});
  REQUIRE(held.find("2021") != nullptr);
  CHECK(*held.find("2021") == value(decimal::scaled(15, -1)));
  CHECK(held.find("2022") == nullptr);
}
