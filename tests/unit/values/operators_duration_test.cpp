#include "catch.hpp"
#include "unit/values/workbench.hpp"

namespace sudui::tests {

using values::null_reason;
using values::op;

TEST_CASE("durations are read from text by their kind", "[values][operators_duration]") {
  workbench bench;
  CHECK(bench.text(op::duration_days_from_string, {bench.s("PT36H")}) == "duration(\"P1DT12H\")");
  CHECK(bench.text(op::duration_months_from_string, {bench.s("P14M")}) == "duration(\"P1Y2M\")");
  CHECK(bench.reason(op::duration_days_from_string, {bench.s("P1Y")}) == null_reason::bad_argument);
  CHECK(bench.reason(op::duration_months_from_string, {bench.s("P1D")}) ==
        null_reason::bad_argument);
}

TEST_CASE("days durations compute", "[values][operators_duration]") {
  workbench bench;
  const auto day = bench.days(86400);
  const auto hour = bench.days(3600);
  CHECK(bench.text(op::days_add, {day, hour}) == "duration(\"P1DT1H\")");
  CHECK(bench.text(op::days_subtract, {hour, day}) == "duration(\"-PT23H\")");
  CHECK(bench.text(op::days_negate, {day}) == "duration(\"-P1D\")");
  CHECK(bench.text(op::days_abs, {bench.days(-86400)}) == "duration(\"P1D\")");
  CHECK(bench.text(op::days_times, {bench.days(97 * 3600), bench.n("1.5")}) ==
        "duration(\"P6DT1H30M\")");
  CHECK(bench.text(op::days_divide, {day, bench.n("-7")}) == "duration(\"-PT3H25M42.857142857S\")");
  CHECK(bench.text(op::days_ratio, {day, bench.days(86400 * 4)}) == "0.25");
}

TEST_CASE("months durations compute, rests are cut off towards zero",
          "[values][operators_duration]") {
  workbench bench;
  CHECK(bench.text(op::months_add, {bench.months(11), bench.months(2)}) == "duration(\"P1Y1M\")");
  CHECK(bench.text(op::months_subtract, {bench.months(1), bench.months(2)}) ==
        "duration(\"-P1M\")");
  CHECK(bench.text(op::months_negate, {bench.months(-5)}) == "duration(\"P5M\")");
  CHECK(bench.text(op::months_abs, {bench.months(-12)}) == "duration(\"P1Y\")");
  CHECK(bench.text(op::months_times, {bench.months(23), bench.n("-2.5")}) ==
        "duration(\"-P4Y9M\")");
  CHECK(bench.text(op::months_divide, {bench.months(131), bench.n("2.5")}) ==
        "duration(\"P4Y4M\")");
  CHECK(bench.text(op::months_ratio, {bench.months(120), bench.months(60)}) == "2");
}

TEST_CASE("parts of a duration have its sign", "[values][operators_duration]") {
  workbench bench;
  const auto length = bench.days(-(86400 + 2 * 3600 + 3 * 60 + 4));
  CHECK(bench.text(op::days_days, {length}) == "-1");
  CHECK(bench.text(op::days_hours, {length}) == "-2");
  CHECK(bench.text(op::days_minutes, {length}) == "-3");
  CHECK(bench.text(op::days_seconds, {length}) == "-4");
  CHECK(bench.text(op::months_years, {bench.months(-14)}) == "-1");
  CHECK(bench.text(op::months_months, {bench.months(-14)}) == "-2");
  CHECK(bench.text(op::months_months, {bench.months(12)}) == "0");
}

TEST_CASE("durations report what they cannot hold", "[values][operators_duration]") {
  workbench bench;
  const auto longest = bench.days(INT64_MAX);
  CHECK(bench.reason(op::days_add, {longest, bench.days(1)}) == null_reason::overflow);
  CHECK(bench.reason(op::days_subtract, {bench.days(INT64_MIN), bench.days(1)}) ==
        null_reason::overflow);
  CHECK(bench.reason(op::days_negate, {bench.days(INT64_MIN)}) == null_reason::overflow);
  CHECK(bench.reason(op::months_abs, {bench.months(INT64_MIN)}) == null_reason::overflow);
  CHECK(bench.reason(op::days_times, {longest, bench.n("1.1")}) == null_reason::overflow);
  CHECK(bench.reason(op::months_divide, {bench.months(1), bench.n("0")}) ==
        null_reason::division_by_zero);
  CHECK(bench.reason(op::days_ratio, {longest, bench.days(0)}) == null_reason::division_by_zero);
  CHECK(bench.text(op::days_times, {longest, bench.n("1")}) == bench.text(longest));
}

}  // namespace sudui::tests
