// Policies in a plan: those in force, clauses before amounts, and work put off.
#include "catch.hpp"
#include "support/plans.hpp"

using namespace sudui;
using namespace sudui::tests;
using plan::instruction_kind;
using values::op;

TEST_CASE("an amount's own work runs on demand, what it shares with a clause does not",
          "[plan][from_types]") {
  const auto made = plan_of({policy_text("demo/one", "revenue > 5",
                                         benefit_text("amount: revenue * 10%\nat_most: rnd * 2"))});
  CHECK(made.count(op::number_multiply) == 0);
  CHECK(made.count(instruction_kind::load_year) == 1);
  REQUIRE(made.made->policies.size() == 1);
  const auto block = made.made->policies[0].benefits.at(0).code;
  CHECK(made.count(op::number_multiply, block) == 2);
  CHECK(made.count(instruction_kind::load_year, block) == 1);  // rnd
}

TEST_CASE("items have a block of their own below the amount's", "[plan][from_types]") {
  const auto made =
      plan_of({policy_text("demo/one", "staff > 1",
                           benefit_text("for_each: h in hires\namount: h.wage * 2 + revenue * 3\n"
                                        "total_at_most: revenue"))});
  const auto& benefit = made.made->policies[0].benefits.at(0);
  REQUIRE(benefit.items.has_value());
  CHECK(benefit.item_code != benefit.code);
  CHECK(made.count(op::number_multiply, benefit.item_code) == 1);
  CHECK(made.count(op::number_multiply, benefit.code) == 1);
  CHECK(benefit.total_limits.size() == 1);
}

TEST_CASE("groups keep the size of their subtrees", "[plan][from_types]") {
  const std::string nested =
      "policy: demo/one\ntitle: {zh: 政策, en: a policy}\nlevel: city\n"
      "sources: {doc: {document: 文件, status: verified-text}}\nclauses:\n"
      "  - clause: g\n    zh: 组\n    en: group\n    cite: doc\n    any:\n"
      "      - {clause: a, zh: 甲, en: a, require: is_listed, cite: doc}\n"
      "      - clause: i\n        zh: 内\n        en: inner\n        cite: doc\n        all:\n"
      "          - {clause: b, zh: 乙, en: b, require: staff > 1, cite: doc}\n"
      "          - {clause: c, zh: 丙, en: c, require: score > 1, cite: doc}\n"
      "benefit: {kind: right, zh: 权利, en: right, cite: doc}\n";
  const auto made = plan_of({nested});
  const auto& clauses = made.made->policies[0].clauses;
  REQUIRE(clauses.size() == 5);
  CHECK(clauses[0].size == 5);
  CHECK(clauses[1].size == 1);
  CHECK(clauses[2].size == 3);
}

TEST_CASE("policies stand in their order, and those of another time apart", "[plan][from_types]") {
  const auto made =
      plan_of({policy_text("demo/b", "staff > 1"),
               policy_text("demo/a", "staff > 1", benefit_text("amount: 1"), "to: 2020-12-31\n"),
               policy_text("demo/c", "staff > 1")});
  REQUIRE(made.made->policies.size() == 2);
  CHECK(made.made->policies[0].index == 1);
  CHECK(made.made->policies[1].index == 2);
  CHECK(made.made->not_in_force == std::vector<std::uint32_t>{0});
}

TEST_CASE("the year picks the version where the policy says so", "[plan][from_types]") {
  const auto rules = rules_of({policy_text("demo/a", "staff > 1", benefit_text("amount: 1"),
                                           "timing: year\nto: 2020-12-31\n")});
  const auto& typed = rules.held().typed;
  plan::binding on;
  on.as_of = day(2021, 5, 31);
  on.year = 2020;
  CHECK(plan::policy_day(*typed->policies[0].from, on) == day(2020, 12, 31));
  CHECK(plan::from_types(typed, on)->policies.size() == 1);
  on.year = 2021;
  CHECK(plan::from_types(typed, on)->policies.empty());
}

TEST_CASE("inputs are known by name and by label", "[plan][from_types]") {
  const auto made = plan_of({policy_text("demo/one", "职工人数 > 1")});
  CHECK(made.made->input_names.contains(std::string_view("staff")));
  CHECK(made.made->input_names.contains(std::string_view("职工人数")));
  CHECK(made.made->inputs.size() == 1);
}

TEST_CASE("traces are kept only where they are asked for", "[plan][from_types]") {
  const auto rules = rules_of({policy_text("demo/one", "staff > 1 and score > 2")});
  plan::binding on;
  on.as_of = day(2021, 12, 31);
  on.year = 2021;
  CHECK(plan::from_types(rules.held().typed, on)->traces.empty());
  on.traced = true;
  const auto traced = plan::from_types(rules.held().typed, on);
  REQUIRE(traced->traces.size() == 1);
  CHECK(traced->traces[0].clauses.at(0).parts.size() == 2);
}

TEST_CASE("the same rules give the same plan", "[plan][from_types]") {
  const std::vector<std::string> documents{
      policy_text("demo/a", "staff > 1 and revenue / staff > 5"),
      policy_text("demo/b", "score > 2 or is_listed")};
  const auto one = plan_of(documents);
  const auto two = plan_of(documents);
  CHECK(one.made->operands == two.made->operands);
  CHECK(one.made->registers.size() == two.made->registers.size());
}
