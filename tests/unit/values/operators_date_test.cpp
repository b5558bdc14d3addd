#include "catch.hpp"
#include "unit/values/workbench.hpp"

namespace sudui::tests {

using values::null_reason;
using values::op;

namespace {

std::string plus_months(const char* day, std::int64_t months) {
  workbench bench;
  return bench.text(op::date_plus_months, {bench.d(day), bench.months(months)});
}

std::string of_day(op code, const char* day) {
  workbench bench;
  return bench.text(code, {bench.d(day)});
}

}  // namespace

TEST_CASE("dates are made from parts and text", "[values][operators_date]") {
  workbench bench;
  const auto parts = [&](const char* year, const char* month, const char* day) {
    return bench.text(op::date_from_parts, {bench.n(year), bench.n(month), bench.n(day)});
  };
  CHECK(parts("2024", "2", "29") == "date(\"2024-02-29\")");
  CHECK(parts("2023", "2", "29") == "null");
  CHECK(parts("2024", "13", "1") == "null");
  CHECK(parts("2024", "1", "0") == "null");
  CHECK(parts("2024", "1.5", "1") == "null");
  CHECK(parts("10000", "1", "1") == "null");
  CHECK(bench.text(op::date_from_string, {bench.s("2017-12-31")}) == "date(\"2017-12-31\")");
  CHECK(bench.reason(op::date_from_string, {bench.s("2012/12/25")}) == null_reason::bad_argument);
}

TEST_CASE("a days duration moves the first moment of a day", "[values][operators_date]") {
  workbench bench;
  const auto day = bench.d("2024-02-28");
  const auto plus = [&](std::int64_t seconds) {
    return bench.text(op::date_plus_days, {day, bench.days(seconds)});
  };
  const auto minus = [&](std::int64_t seconds) {
    return bench.text(op::date_minus_days, {day, bench.days(seconds)});
  };
  CHECK(plus(86400) == "date(\"2024-02-29\")");
  CHECK(plus(36 * 3600) == "date(\"2024-02-29\")");
  CHECK(plus(86399) == "date(\"2024-02-28\")");
  CHECK(plus(-1) == "date(\"2024-02-27\")");
  CHECK(plus(-86400) == "date(\"2024-02-27\")");
  CHECK(plus(-86401) == "date(\"2024-02-26\")");
  CHECK(minus(86400 * 59) == "date(\"2023-12-31\")");
  CHECK(minus(3600) == "date(\"2024-02-27\")");
  CHECK(minus(-86400) == "date(\"2024-02-29\")");
  CHECK(minus(-60) == "date(\"2024-02-28\")");
}

TEST_CASE("days do not leave the calendar", "[values][operators_date]") {
  workbench bench;
  CHECK(bench.reason(op::date_plus_days, {bench.d("9999-12-31"), bench.days(86400)}) ==
        null_reason::overflow);
  CHECK(bench.reason(op::date_plus_days, {bench.d("0001-01-01"), bench.days(-1)}) ==
        null_reason::overflow);
  CHECK(bench.reason(op::date_minus_days, {bench.d("2024-01-01"), bench.days(INT64_MIN)}) ==
        null_reason::overflow);
}

TEST_CASE("months keep the day or take the month's last", "[values][operators_date]") {
  CHECK(plus_months("2024-01-31", 1) == "date(\"2024-02-29\")");
  CHECK(plus_months("2023-01-31", 1) == "date(\"2023-02-28\")");
  CHECK(plus_months("2024-02-29", 12) == "date(\"2025-02-28\")");
  CHECK(plus_months("2024-03-31", -1) == "date(\"2024-02-29\")");
  CHECK(plus_months("2024-12-15", 1) == "date(\"2025-01-15\")");
  CHECK(plus_months("9999-12-01", 1) == "null");
  CHECK(plus_months("2024-01-01", INT64_MAX) == "null");
  workbench bench;
  CHECK(bench.text(op::date_minus_months, {bench.d("2024-03-31"), bench.months(13)}) ==
        "date(\"2023-02-28\")");
  CHECK(bench.text(op::date_minus_months, {bench.d("2024-03-31"), bench.months(INT64_MIN)}) ==
        "null");
}

TEST_CASE("two dates are days and months apart", "[values][operators_date]") {
  workbench bench;
  const auto months = [&](const char* from, const char* to) {
    return bench.text(op::months_between, {bench.d(from), bench.d(to)});
  };
  CHECK(bench.text(op::date_minus_date, {bench.d("2024-03-01"), bench.d("2024-02-28")}) ==
        "duration(\"P2D\")");
  CHECK(months("2011-12-22", "2013-08-24") == "duration(\"P1Y8M\")");
  CHECK(months("2013-08-24", "2011-12-22") == "duration(\"-P1Y8M\")");
  CHECK(months("2015-01-21", "2016-01-21") == "duration(\"P1Y\")");
  CHECK(months("2015-01-21", "2016-01-20") == "duration(\"P11M\")");
  CHECK(months("2024-01-31", "2024-02-29") == "duration(\"P0M\")");
}

TEST_CASE("a date tells its parts and names", "[values][operators_date]") {
  CHECK(of_day(op::date_year, "2024-02-29") == "2024");
  CHECK(of_day(op::date_month, "2024-02-29") == "2");
  CHECK(of_day(op::date_day, "2024-02-29") == "29");
  CHECK(of_day(op::date_weekday, "2024-02-29") == "4");
  CHECK(of_day(op::date_weekday, "2024-03-03") == "7");
  CHECK(of_day(op::date_day_of_year, "2020-12-31") == "366");
  CHECK(of_day(op::date_week_of_year, "2003-12-29") == "1");
  CHECK(of_day(op::date_day_of_week_name, "2019-09-17") == "\"Tuesday\"");
  CHECK(of_day(op::date_month_name, "2019-09-17") == "\"September\"");
  CHECK(of_day(op::date_last_day_of_month, "2024-02-10") == "29");
  CHECK(of_day(op::date_last_day_of_month, "2023-02-10") == "28");
}

}  // namespace sudui::tests
