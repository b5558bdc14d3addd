#include "report/step_text.hpp"

#include "catch.hpp"
#include "samples.hpp"

using namespace sudui;
using namespace sudui::report;

namespace {

std::string written(const step& what, language in = language::en) {
  std::string out;
  write_step(out, what, 0, {in, false, 100});
  return out;
}

}  // namespace

TEST_CASE("a failing ratio tells its distance in the unit of what is short",
          "[report][step_text]") {
  CHECK(comparison_text(tests::ratio_comparison(), language::en) ==
        "R&D ratio 4.2 %, needs ≥ 5 %, short by 640,000.00 元 of R&D expense");
  CHECK(comparison_text(tests::ratio_comparison(), language::zh) ==
        "研发占比 4.2 %，需 ≥ 5 %，差 640,000.00 元（研发费用）");
}

TEST_CASE("a comparison shows the figures behind it", "[report][step_text]") {
  CHECK(written(tests::ratio_comparison()) ==
        "R&D ratio 4.2 %, needs ≥ 5 %, short by 640,000.00 元 of R&D expense\n"
        "  R&D expense(2021) = 3,360,000.00 元\n"
        "  revenue(2021) = 80,000,000.00 元\n");
}

TEST_CASE("too much is told as over, a margin as a margin", "[report][step_text]") {
  step over = tests::comparison(tests::input({"职工", "staff"}, 320, "人"),
                                "<=", tests::constant(300, "300"), false);
  over.distance = decimal(20);
  over.distance_unit = "人";
  CHECK(comparison_text(over, language::en) == "staff 320 人, needs ≤ 300, over by 20 人");
  over.result = true;
  CHECK(comparison_text(over, language::zh) == "职工 320 人，需 ≤ 300，余量 20 人");
}

TEST_CASE("an unknown comparison has no distance and names who holds the input",
          "[report][step_text]") {
  step asked = tests::comparison(tests::input({"职工", "staff"}, value(), "人"), ">",
                                 tests::constant(300, "300"), false);
  asked.result = value();
  CHECK(written(asked) == "staff unknown, needs > 300\n  staff = unknown (held by TAX)\n");
}

TEST_CASE("a limit that is no constant is named", "[report][step_text]") {
  step limit;
  limit.what = step::kind::parameter;
  limit.label = {"上限", "income limit"};
  limit.result = decimal(3'000'000);
  limit.unit = "元";
  limit.cite = tests::source("公告", "verified-text");
  const step held = tests::comparison(tests::input({"所得", "income"}, 5, "元"), "<=", limit, true);
  CHECK(written(held) ==
        "income 5.00 元, needs ≤ income limit 3,000,000.00 元\n"
        "  income limit = 3,000,000.00 元 - 公告 (verified against the text)\n");
}

TEST_CASE("a quantifier counts its items", "[report][step_text]") {
  step some;
  some.what = step::kind::quantifier;
  some.formula = "some q in quals satisfies q.type = \"hnte\"";
  some.item_count = 3;
  some.items_met = 1;
  CHECK(written(some) == "some q in quals satisfies q.type = \"hnte\": 1 of 3 items hold\n");
  some.items_unknown = 2;
  CHECK(written(some, language::zh) ==
        "some q in quals satisfies q.type = \"hnte\"：共 3 项，符合 1 项，待定 2 项\n");
}

TEST_CASE("a null says why", "[report][step_text]") {
  step ratio;
  ratio.formula = "a / b";
  ratio.result = value::null();
  ratio.why_null = "division-by-zero";
  CHECK(written(ratio) == "a / b = null (division by zero)\n");
  CHECK(written(ratio, language::zh) == "a / b = 空（除数为零）\n");
}

TEST_CASE("limits say whether they changed the amount", "[report][step_text]") {
  step limit;
  limit.what = step::kind::limit;
  limit.relation = "<=";
  limit.result = decimal(10'000'000);
  limit.unit = "元";
  CHECK(written(limit) == "at most 10,000,000.00 元: not reached\n");
  limit.bit = true;
  CHECK(written(limit, language::zh) == "上限 10,000,000.00 元：已生效\n");
}

TEST_CASE("rounding tells its rule and what came out", "[report][step_text]") {
  step last;
  last.what = step::kind::rounding;
  last.formula = "0.01 half up";
  last.result = decimal(5);
  last.unit = "元";
  CHECK(written(last, language::zh) == "舍入到 0.01（四舍五入） = 5.00 元\n");
  CHECK(written(last) == "rounded to 0.01 (half up) = 5.00 元\n");
}

TEST_CASE("a ratio without anything to count tells percentage points", "[report][step_text]") {
  step growth =
      tests::comparison(tests::input({"增幅", "growth"}, decimal::scaled(5, -1), ""),
                        ">=", tests::constant(decimal::scaled(12, -2), "2 * average"), true);
  growth.is_ratio = true;
  growth.distance = decimal::scaled(38, -2);
  CHECK(comparison_text(growth, language::en) ==
        "growth 50 %, needs ≥ 12 %, with a margin of 38 percentage points");
}

TEST_CASE("counts without a unit are no percentages", "[report][step_text]") {
  step count = tests::comparison(tests::input({"件数", "patents"}, 3, ""),
                                 ">=", tests::constant(5, "5"), false);
  count.is_ratio = true;
  count.distance = decimal(2);
  CHECK(comparison_text(count, language::en) == "patents 3, needs ≥ 5, short by 2");
}

TEST_CASE("a comparison inside an amount is told as a fact", "[report][step_text]") {
  step least;
  least.what = step::kind::definition;
  least.label = {"最低占比", "least share"};
  least.result = decimal::scaled(3, -2);
  least.is_ratio = true;
  step choice;
  choice.what = step::kind::calculation;
  choice.formula = "if revenue <= 5000万 then 5% else 3%";
  choice.result = least.result;
  choice.parts = {tests::comparison(tests::input({"收入", "revenue"}, 242, "元"),
                                    "<=", tests::constant(50, "50"), false)};
  least.parts = {choice};
  CHECK(written(least) == "least share = 3 %\n  revenue 242.00 元 ≤ 50: no\n");
}

TEST_CASE("an unknown input that had no part in a result is left out", "[report][step_text]") {
  step whole;
  whole.formula = "if a then b else c";
  whole.result = decimal(1);
  whole.parts = {tests::input({"乙", "b"}, 1, ""), tests::input({"丙", "c"}, value(), "")};
  CHECK(written(whole) == "if a then b else c = 1\n  b = 1\n");
}

TEST_CASE("a figure that is read twice has one line", "[report][step_text]") {
  step whole;
  whole.formula = "a + a";
  whole.result = decimal(2);
  whole.parts = {tests::input({"甲", "a"}, 1, ""), tests::input({"甲", "a"}, 1, "")};
  CHECK(written(whole) == "a + a = 2\n  a = 1\n");
}

TEST_CASE("what stands at the limit has no margin to tell", "[report][step_text]") {
  step even = tests::comparison(tests::input({"职工", "staff"}, 300, "人"),
                                "<=", tests::constant(300, "300"), true);
  even.distance = decimal(0);
  CHECK(comparison_text(even, language::en) == "staff 300 人, needs ≤ 300, just at the limit");
  even.relation = "<";
  even.result = false;
  CHECK(comparison_text(even, language::en) == "staff 300 人, needs < 300");
}

TEST_CASE("a parameter is told again only for its source", "[report][step_text]") {
  step limit;
  limit.what = step::kind::parameter;
  limit.label = {"上限", "income limit"};
  limit.result = decimal(9);
  const step held = tests::comparison(tests::input({"所得", "income"}, 5, ""), "<=", limit, true);
  CHECK(written(held) == "income 5, needs ≤ income limit 9\n");
}

TEST_CASE("a band tells its slice and its share", "[report][step_text]") {
  step band;
  band.what = step::kind::band;
  band.label = {"段 0 - 100", "band 0 - 100"};
  band.formula = "100 * 0.05";
  band.result = decimal(5);
  band.unit = "元";
  CHECK(written(band) == "band 0 - 100: 100 * 0.05 = 5.00 元\n");
}
