// Explanations: the figures of a clause, how far they are from the limit, and the amount step by
// step.
#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

explanation why(const std::vector<std::string>& documents, const profile& company,
                const char* id = "demo/one") {
  return bound(documents).explain(id, company).value();
}

const step& because(const explanation& made) {
  REQUIRE(!made.clauses.empty());
  REQUIRE(made.clauses[0].because.has_value());
  return *made.clauses[0].because;
}

}  // namespace

TEST_CASE("a comparison shows both sides and the distance", "[api][explain]") {
  const auto made = why({policy_text("demo/one", "staff >= 300")}, {{"staff", 280}});
  CHECK(made.verdict == verdict::ineligible);
  const auto& step = because(made);
  CHECK(step.what == step::kind::comparison);
  CHECK(step.relation == ">=");
  CHECK(step.formula == "staff >= 300");
  REQUIRE(step.parts.size() == 2);
  CHECK(step.parts[0].what == step::kind::input);
  CHECK(step.parts[0].label.zh == "职工人数");
  CHECK(step.parts[0].holder == "SELF");
  CHECK(step.parts[0].result == value(280));
  CHECK(*step.distance == 20);
  CHECK(step.distance_unit == "人");
}

TEST_CASE("the distance of a quotient is counted in what is divided", "[api][explain]") {
  // 4 % of 100 million are 4 million; 3,360,000 are short by 640,000.
  const auto made =
      why({define("intensity(y)", "rnd(y) / revenue(y)"),
           policy_text("demo/one", "intensity(year) >= 4%")},
          {{"rnd", by_year({{2021, 3'360'000}})}, {"revenue", by_year({{2021, 100'000'000}})}});
  const auto& step = because(made);
  REQUIRE(step.distance.has_value());
  CHECK(step.distance->to_fixed(2) == "640000.00");
  CHECK(step.distance_unit == "元");
  CHECK(step.distance_of.en == "R&D expense");
}

TEST_CASE("a margin is a distance too, and never negative", "[api][explain]") {
  const auto made = why({policy_text("demo/one", "staff <= 300")}, {{"staff", 280}});
  CHECK(made.verdict == verdict::eligible);
  CHECK(*because(made).distance == 20);
}

TEST_CASE("a definition is named and holds its formula", "[api][explain]") {
  const auto made = why(
      {define("total", "revenue(2020) + revenue(2021)"), policy_text("demo/one", "total > 100")},
      {{"revenue", by_year({{2020, 40}, {2021, 50}})}});
  const auto& side = because(made).parts[0];
  CHECK(side.what == step::kind::definition);
  CHECK(side.label.en == "a definition");
  CHECK(side.result == value(90));
  REQUIRE(side.parts.size() == 1);
  REQUIRE(side.parts[0].parts.size() == 2);
  CHECK(side.parts[0].parts[0].year == 2020);
}

TEST_CASE("a quantifier counts its items", "[api][explain]") {
  const auto made =
      why({policy_text("demo/one", "some h in hires satisfies h.degree = \"doctor\"")},
          {{"hires", value::list{value::context{{"degree", "master"}},
                                 value::context{{"degree", "doctor"}}, value::context{}}}});
  const auto& step = because(made);
  CHECK(step.what == step::kind::quantifier);
  CHECK(step.item_count == 3);
  CHECK(step.items_met == 1);
  CHECK(step.items_unknown == 1);
}

TEST_CASE("logic shows its parts, each with its own distance", "[api][explain]") {
  const auto made =
      why({policy_text("demo/one", "staff > 300 or score > 50")}, {{"staff", 290}, {"score", 45}});
  const auto& step = because(made);
  CHECK(step.what == step::kind::logic);
  REQUIRE(step.parts.size() == 2);
  CHECK(*step.parts[0].distance == 10);
  CHECK(*step.parts[1].distance == 5);
}

TEST_CASE("a null says why", "[api][explain]") {
  const auto made =
      why({policy_text("demo/one", "score / debts > 5")}, {{"score", 1}, {"debts", 0}});
  CHECK(made.verdict == verdict::ineligible);
  CHECK(because(made).parts[0].why_null == "division-by-zero");
  CHECK(!because(made).distance.has_value());
}

TEST_CASE("an unknown clause names its missing inputs", "[api][explain]") {
  const auto made = why({policy_text("demo/one", "revenue(2020) > 5")}, {});
  CHECK(made.clauses[0].held == outcome::unknown);
  REQUIRE(made.clauses[0].missing.size() == 1);
  CHECK(made.clauses[0].missing[0].name() == "revenue(2020)");
  CHECK(made.missing.size() == 1);
}

TEST_CASE("an amount is told step by step: formula, limits, rounding", "[api][explain]") {
  const auto made =
      why({policy_text(
              "demo/one", "staff > 1",
              benefit_text("amount: revenue * 10%\nat_most: 50万\nat_least: 1000\nround: 1 down"))},
          {{"staff", 5}, {"revenue", 7'000'005}});
  REQUIRE(made.grants.size() == 1);
  const auto& steps = made.grants[0].steps;
  REQUIRE(steps.size() == 4);
  CHECK(steps[0].result == value(number("700000.5")));
  CHECK(steps[1].what == step::kind::limit);
  CHECK(steps[1].relation == "<=");
  CHECK(steps[1].bit);
  CHECK(!steps[2].bit);
  CHECK(steps[3].what == step::kind::rounding);
  CHECK(steps[3].result == value(500000));
}

TEST_CASE("bands are told slice by slice", "[api][explain]") {
  const auto made =
      why({policy_text(
              "demo/one", "staff > 1",
              benefit_text("bands: [{to: 100万, rate: 2.5%}, {to: 300万, rate: 10%}, {rate: 25%}]\n"
                           "of: revenue"))},
          {{"staff", 5}, {"revenue", 2'000'000}});
  const auto& first = made.grants[0].steps.at(0);
  CHECK(first.result == value(125'000));
  std::vector<value> shares;
  for (const auto& each : first.parts) {
    if (each.what == step::kind::band) shares.push_back(each.result);
  }
  CHECK(shares == std::vector<value>{25'000, 100'000});
}

TEST_CASE("of tiers the row that applies is told", "[api][explain]") {
  const auto made =
      why({policy_text("demo/one", "staff > 1",
                       benefit_text("tiers:\n  on: [staff]\n  rows:\n"
                                    "    - {when: ['< 100'], amount: 100, zh: 小, en: small}\n"
                                    "    - {when: ['>= 100'], amount: 200, zh: 大, en: large}"))},
          {{"staff", 150}});
  const auto& first = made.grants[0].steps.at(0);
  CHECK(first.what == step::kind::tier);
  CHECK(first.label.en == "large");
  CHECK(first.result == value(200));
}

TEST_CASE("a filter shows the list it reads and nothing of its items", "[api][explain]") {
  const auto made = why({policy_text("demo/one", "count(hires[degree = \"doctor\"]) >= 2")},
                        {{"hires", value::list{value::context{{"degree", "doctor"}}}}});
  const auto& side = because(made).parts[0];
  REQUIRE(side.parts.size() == 1);
  CHECK(side.parts[0].what == step::kind::input);
  CHECK(*because(made).distance == 1);
}

TEST_CASE("an explanation agrees with the decision, and outlives the rules", "[api][explain]") {
  const explanation made = why({policy_text("demo/one", "staff > 300")}, {{"staff", 301}});
  CHECK(made.of->id == "demo/one");
  CHECK(made.verdict == verdict::eligible);
  CHECK(made.year == 2021);
  CHECK(made.as_of == day(2021, 12, 31));
  CHECK(made.digest.size() == 64);
  CHECK(made.clauses[0].because->where.file == "rules.yaml");
}

TEST_CASE("a policy that is not there, or not in force, is said to be so", "[api][explain]") {
  const auto by = bound(
      {policy_text("demo/one", "staff > 300", benefit_text("amount: 1"), "from: 2025-01-01\n")});
  const auto none = by.explain("demo/two", {});
  REQUIRE(!none);
  CHECK(none.error().code == errc::unknown_policy);
  const auto late = by.explain("demo/one", {});
  REQUIRE(late);
  CHECK(late->version == nullptr);
  CHECK(late->clauses.empty());
}

TEST_CASE("an amount that two rows claim names them", "[api][explain]") {
  const auto made = why(
      {policy_text("demo/one", "not(is_zombie)",
                   benefit_text("tiers:\n  hit: any\n  on: [staff, score]\n  rows:\n"
                                "    - {when: ['>= 100', '-'], amount: 100, zh: 大, en: large}\n"
                                "    - {when: ['< 0', '-'], amount: 100}\n"
                                "    - {when: ['-', '>= 60'], amount: revenue}"))},
      {{"staff", 150}, {"score", 70}, {"revenue", 5}});
  REQUIRE(made.grants.size() == 1);
  CHECK(made.grants[0].how_much.is == amount::state::null);
  REQUIRE(made.grants[0].steps.size() == 1);
  const auto& violation = made.grants[0].steps[0];
  CHECK(violation.what == step::kind::tier);
  CHECK(violation.why_null == "several-rows");
  CHECK(violation.label.en == "large, row 3");
  CHECK(violation.label.zh == "大，第 3 行");
  REQUIRE(violation.parts.size() == 2);
  CHECK(violation.parts[1].result == value(5));
}

TEST_CASE("a table tells which rows apply", "[api][explain]") {
  const std::string table =
      "define: grade\nzh: 等级\nen: grade\ntable:\n  hit: any\n  on: [staff, score]\n  rows:\n"
      "    - {when: ['>= 100', '-'], then: 1}\n    - {when: ['< 0', '-'], then: 2}\n"
      "    - {when: ['-', '>= 60'], then: debts}\n";
  const auto made =
      why({table, policy_text("demo/one", "grade = 1")}, {{"staff", 150}, {"score", 70}});
  CHECK(made.verdict == verdict::ineligible);
  const auto& grade = because(made).parts[0];
  CHECK(grade.what == step::kind::definition);
  CHECK(grade.why_null == "several-rows");
  REQUIRE(grade.parts.size() == 1);
  CHECK(grade.parts[0].label.en == "rows 1, 3");
  REQUIRE(grade.parts[0].parts.size() == 2);
  CHECK(grade.parts[0].parts[1].label.zh == "第 3 行");
}
