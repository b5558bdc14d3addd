// The public value type.

#include <sudui/value.hpp>

#include "catch.hpp"

namespace sudui::tests {

using namespace std::chrono;

TEST_CASE("a value holds what it was made from", "[values][value]") {
  CHECK(value().is_unknown());
  CHECK(value::null().is_null());
  CHECK_FALSE(value::null().is_unknown());
  REQUIRE(value(true).get_if<bool>() != nullptr);
  CHECK(*value(true).get_if<bool>());
  CHECK(*value(42).get_if<decimal>() == decimal(42));
  CHECK(*value("abc").get_if<std::string>() == "abc");
  CHECK(value("abc").get_if<decimal>() == nullptr);
  CHECK(*value(months_duration{3}).get_if<months_duration>() == months_duration{3});
}

TEST_CASE("values are equal by content, unknown and null are not", "[values][value]") {
  CHECK(value(1) == value(decimal::scaled(10, -1)));
  CHECK(value("a") != value("b"));
  CHECK(value() != value::null());
  CHECK(value(value::list{1, 2}) == value(value::list{1, 2}));
  CHECK(value(value::context{{"a", 1}}) != value(value::context{{"b", 1}}));
}

TEST_CASE("an entry of a context is found by name", "[values][value]") {
  const value company(value::context{{"name", "甲"}, {"headcount", 48}});
  REQUIRE(company.find("headcount") != nullptr);
  CHECK(*company.find("headcount") == value(48));
  CHECK(company.find("revenue") == nullptr);
  CHECK(value(48).find("headcount") == nullptr);
}

TEST_CASE("dates are read and written", "[values][value]") {
  CHECK(parse_date("2024-02-29") == 2024y / February / 29);
  CHECK_FALSE(parse_date("2023-02-29"));
  CHECK_FALSE(parse_date("2024-2-9"));
  CHECK(to_string(date(2024y / January / 1)) == "2024-01-01");
  CHECK(to_string(date(1y / December / 31)) == "0001-12-31");
}

}  // namespace sudui::tests
