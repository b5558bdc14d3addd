#include "report/figures.hpp"

#include "catch.hpp"

using namespace sudui;
using namespace sudui::report;

namespace {

decimal number(std::string_view text) { return *decimal::parse(text); }

}  // namespace

TEST_CASE("digits are grouped by three", "[report][figures]") {
  CHECK(grouped("0") == "0");
  CHECK(grouped("999") == "999");
  CHECK(grouped("1000") == "1,000");
  CHECK(grouped("-1234567.891") == "-1,234,567.891");
  CHECK(grouped("-100") == "-100");
}

TEST_CASE("money has the places of its rounding rule", "[report][figures]") {
  CHECK(money(number("3400000"), 2) == "3,400,000.00");
  CHECK(money(number("3400000.5"), 0) == "3,400,001");
  CHECK(money(number("3400000"), -4) == "3,400,000");
}

TEST_CASE("figures of money have at least two places", "[report][figures]") {
  CHECK(figure(number("4200000"), "元") == "4,200,000.00 元");
  CHECK(figure(number("0.125"), "元") == "0.125 元");
  CHECK(figure(number("48"), "人") == "48 人");
  CHECK(figure(number("1.5"), "") == "1.5");
}

TEST_CASE("long figures are rounded and marked", "[report][figures]") {
  CHECK(figure(number("0.3333333333333333333333"), "") == "≈ 0.333333");
  CHECK(figure(number("1.123456"), "") == "1.123456");
}

TEST_CASE("a ratio is shown in percent", "[report][figures]") {
  CHECK(percent(number("0.042"), number("0.05")) == "4.2 %");
  CHECK(percent(number("0.05"), number("0.042")) == "5 %");
  CHECK(percent(number("0.333333333"), number("0.05")) == "33.33 %");
  CHECK(percent(number("12"), number("0.05")) == "1,200 %");
}

TEST_CASE("a ratio near its limit is not rounded into it", "[report][figures]") {
  CHECK(percent(number("0.0499996"), number("0.05")) == "4.99996 %");
  CHECK(percent(number("0.0500004"), number("0.05")) == "5.00004 %");
  CHECK(percent(number("0.04999999999"), number("0.05")) == "4.999999999 %");
}

TEST_CASE("values are said in words where they are no numbers", "[report][figures]") {
  CHECK(shown(value(true), "", language::en) == "yes");
  CHECK(shown(value(false), "", language::zh) == "否");
  CHECK(shown(value(), "元", language::en) == "unknown");
  CHECK(shown(value::null(), "", language::zh) == "空");
  CHECK(shown(value("hnte"), "", language::en) == "\"hnte\"");
  CHECK(shown(value("hnte"), "", language::zh) == "「hnte」");
  CHECK(shown(value(*parse_date("2024-01-31")), "", language::en) == "2024-01-31");
}

TEST_CASE("a few numbers are listed, longer and other lists are counted", "[report][figures]") {
  CHECK(shown(value(value::list{6'700'000, 8}), "元", language::en) == "6,700,000.00, 8.00 元");
  CHECK(shown(value(value::list{1, 2, 3, 4, 5, 6}), "", language::en) == "6 items");
  CHECK(shown(value(value::list{true}), "", language::en) == "1 item");
  CHECK(shown(value(value::list{}), "", language::zh) == "0 项");
}

TEST_CASE("years are not grouped", "[report][figures]") {
  CHECK(figure(number("2023"), "") == "2023");
  CHECK(figure(number("20230"), "") == "20,230");
  CHECK(figure(number("2023"), "人") == "2,023 人");
}

TEST_CASE("lengths of time are said in days, months and years", "[report][figures]") {
  CHECK(shown(value(days_duration{30 * 86400}), "", language::zh) == "30 天");
  CHECK(shown(value(months_duration{24}), "", language::en) == "2 years");
  CHECK(shown(value(months_duration{14}), "", language::zh) == "14 个月");
}
