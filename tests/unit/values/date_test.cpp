// Days, months and weeks of the calendar.

#include "values/date.hpp"

#include "catch.hpp"

namespace sudui::tests {
namespace {

using namespace values;

std::int32_t day(std::string_view text) { return parse_day(text).value(); }

}  // namespace

TEST_CASE("every day of 400 years follows the one before", "[values][date]") {
  constexpr int month_lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  auto expected = day("1800-01-01");
  for (int year = 1800; year < 2200; ++year) {
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    for (int month = 1; month <= 12; ++month) {
      const int length = month_lengths[month - 1] + (month == 2 && leap ? 1 : 0);
      for (int number = 1; number <= length; ++number, ++expected) {
        REQUIRE(day_of(year, month, number) == expected);
        const auto back = from_day(expected);
        REQUIRE(static_cast<int>(back.year()) == year);
        REQUIRE(static_cast<unsigned>(back.month()) == static_cast<unsigned>(month));
        REQUIRE(static_cast<unsigned>(back.day()) == static_cast<unsigned>(number));
      }
      REQUIRE(last_day_of_month(expected - 1) == length);
      REQUIRE_FALSE(day_of(year, month, length + 1));
    }
  }
}

TEST_CASE("days are counted from 1970", "[values][date]") {
  CHECK(day("1970-01-01") == 0);
  CHECK(day("1969-12-31") == -1);
  CHECK(day("2000-03-01") == 11017);
  CHECK(day_text(0) == "1970-01-01");
  CHECK(day_text(day("0001-01-01")) == "0001-01-01");
  CHECK(day_text(day("9999-12-31")) == "9999-12-31");
}

TEST_CASE("text that is no day of the calendar is refused", "[values][date]") {
  for (const auto* const text :
       {"",           "2024",        "2024-1-1",    "2024-01-1",   "24-01-01",    "2024/01/01",
        "2024-13-01", "2024-00-01",  "2024-01-00",  "2024-01-32",  "2023-02-29",  "1900-02-29",
        "0000-01-01", "-2024-01-01", "2024-01-01T", "2024-01-011", "+2024-01-01", " 2024-01-01",
        "20240101",   "2O24-01-01"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_day(text));
  }
  CHECK(parse_day("2000-02-29"));
}

TEST_CASE("a day has digits where digits belong and hyphens where these do", "[values][date]") {
  const std::string good = "2014-11-12";
  for (std::size_t place = 0; place < good.size(); ++place) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string text = good;
      text[place] = static_cast<char>(byte);
      const bool is_digit = byte >= '0' && byte <= '9';
      bool is_day = good[place] == '-' ? byte == '-' : is_digit;
      if (place == 5) is_day = byte == '0' || byte == '1';
      if (place == 6) is_day = byte >= '0' && byte <= '2';
      if (place == 8) is_day = byte >= '0' && byte <= '2';
      INFO(place << ' ' << byte);
      const auto made = parse_day(text);
      CHECK(made.has_value() == is_day);
      if (made) CHECK(day_text(*made) == text);
    }
  }
}

TEST_CASE("days leave neither end of the calendar", "[values][date]") {
  CHECK(plus_days(day("9999-12-30"), 1) == day("9999-12-31"));
  CHECK_FALSE(plus_days(day("9999-12-31"), 1));
  CHECK_FALSE(plus_days(day("0001-01-01"), -1));
  CHECK_FALSE(plus_days(0, INT64_MAX));
  CHECK_FALSE(plus_days(0, INT64_MIN));
  CHECK_FALSE(plus_months(day("0001-01-31"), -1));
  CHECK(plus_months(day("0001-02-28"), -1) == day("0001-01-28"));
}

TEST_CASE("months between two days undo months added", "[values][date]") {
  for (const auto* const start : {"2024-01-15", "2023-12-01", "2024-02-28", "1999-07-07"}) {
    for (int months = -30; months <= 30; ++months) {
      const auto from = day(start);
      REQUIRE(months_from_to(from, plus_months(from, months).value()) == months);
    }
  }
}

TEST_CASE("a month counts once its day is reached", "[values][date]") {
  CHECK(months_from_to(day("2024-01-31"), day("2024-02-29")) == 0);
  CHECK(months_from_to(day("2024-01-31"), day("2024-03-30")) == 1);
  CHECK(months_from_to(day("2024-01-31"), day("2024-03-31")) == 2);
  CHECK(months_from_to(day("2024-03-31"), day("2024-02-29")) == -1);
  CHECK(months_from_to(day("2024-03-15"), day("2024-02-16")) == 0);
  CHECK(months_from_to(day("2020-02-29"), day("2021-02-28")) == 11);
}

TEST_CASE("weeks are those of ISO 8601", "[values][date]") {
  CHECK(week_of_year(day("2019-09-17")) == 38);
  CHECK(week_of_year(day("2003-12-29")) == 1);
  CHECK(week_of_year(day("2010-01-01")) == 53);
  CHECK(week_of_year(day("2005-01-01")) == 53);
  CHECK(week_of_year(day("2005-01-09")) == 1);
  CHECK(week_of_year(day("2005-01-10")) == 2);
  CHECK(weekday_of(day("1970-01-01")) == 4);
  CHECK(weekday_of(day("1969-12-28")) == 7);
  CHECK(day_of_year(day("2020-12-31")) == 366);
  CHECK(day_of_year(day("2019-01-01")) == 1);
}

}  // namespace sudui::tests
