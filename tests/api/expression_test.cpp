#include <algorithm>

#include <sudui/sudui.hpp>

#include "catch.hpp"

using namespace sudui;

TEST_CASE("an expression by itself gives value and type", "[api][expression]") {
  const auto made = evaluate("1 + 2");
  REQUIRE(made.held);
  CHECK(*made.held == value(3));
  CHECK(made.type == "number");
  CHECK(made.findings.empty());
  CHECK_FALSE(made.steps);
  CHECK(evaluate("[@\"10:00:00\"]").type == "list of time");
  CHECK(evaluate("[1..5]").type == "range of number");
}

TEST_CASE("what is wrong with an expression is told with its place", "[api][expression]") {
  for (const char* text : {"1 +", "1 + \"a\"", "nothing", "date(\"2024-02-30\")"}) {
    const auto made = evaluate(text);
    CHECK_FALSE(made.held);
    REQUIRE(made.findings.size() == 1);
    CHECK(made.findings[0].where.file == "expression");
    CHECK(made.findings[0].where.line == 1);
  }
}

TEST_CASE("variables have the types of their values", "[api][expression]") {
  expression_options options;
  options.variables = {{"total pay", value(100)},
                       {"hires", value(value::list{value::context{{"wage", 3}}})},
                       {"missing", value()}};
  CHECK(*evaluate("total pay / 4", options).held == value(25));
  CHECK(*evaluate("sum(hires.wage)", options).held == value(3));
  CHECK_FALSE(evaluate("total pay + \"a\"", options).held);
  const auto names = expression_names(options);
  CHECK(std::is_sorted(names.begin(), names.end()));
  CHECK(std::count(names.begin(), names.end(), "hires") == 1);
  CHECK(std::count(names.begin(), names.end(), "string length") == 1);
}

TEST_CASE("null operands are mistakes unless they are asked for", "[api][expression]") {
  expression_options standard;
  standard.null_operands = true;
  for (const char* text : {"1 + null", "null < 1", "1 / 0", "date(\"2024-02-30\")",
                           "matches(\"a\", \"(\")", "duration(\"P1H\")"}) {
    INFO(text);
    CHECK_FALSE(evaluate(text).held);
    const auto made = evaluate(text, standard);
    REQUIRE(made.held);
    CHECK(made.held->is_null());
  }
  CHECK_FALSE(evaluate("1 + true", standard).held);
  CHECK_FALSE(evaluate("date(\"12024-01-01\")", standard).held);
}

TEST_CASE("steps hold the value of every part", "[api][expression]") {
  expression_options options;
  options.variables = {{"a", value(2)}, {"list", value(value::list{1, 2})}};
  options.steps = true;
  const auto made = evaluate("(a + 1) * a", options);
  REQUIRE(made.steps);
  CHECK(made.steps->held == value(6));
  REQUIRE(made.steps->parts.size() == 2);
  CHECK(made.steps->parts[0].text == "a + 1");
  CHECK(made.steps->parts[0].held == value(3));
  CHECK(made.steps->parts[1].text == "a");
  const auto loop = evaluate("count(list[item > a - 1])", options);
  REQUIRE(loop.steps);
  CHECK(loop.steps->parts[0].held == value(value::list{2}));
}

TEST_CASE("an expression reads the names of a rule set and a company", "[api][expression]") {
  const std::vector<source_text> texts{
      {"rules.yaml",
       "rule_set: r\ntitle: {zh: 规则, en: rules}\nversion: \"1\"\nlanguage: 1\n"
       "holders: {SELF: {zh: 企业, en: company}}\n---\nfields: f\nentries:\n"
       "  - {field: revenue, zh: 营业收入, en: revenue, type: number, unit: 元, per: year, "
       "holder: SELF}\n"}};
  const auto rules = load(texts).value();
  profile company;
  company.set("revenue", by_year({{2020, 5}, {2021, 7}}));
  expression_options options;
  options.rules = &rules;
  options.company = &company;
  options.as_of = std::chrono::year(2021) / 12 / 31;
  CHECK(*evaluate("sum(revenue([year-1..year]))", options).held == value(12));
  options.year = 2020;
  CHECK(*evaluate("revenue", options).held == value(5));
  CHECK(evaluate("revenue(2019)", options).held->is_unknown());
}
