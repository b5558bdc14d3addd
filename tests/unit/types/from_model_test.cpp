// A rule set, typed: definitions, parameters and policies, and what is said of each.
#include "catch.hpp"
#include "support/plans.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

std::string said(const std::vector<std::string>& documents) {
  std::string text = small_dictionary;
  for (const auto& each : documents) text += "---\n" + each;
  const std::vector<source_text> texts{{"rules.yaml", text}};
  const auto rules = load(texts);
  std::string codes;
  for (const auto& each : rules ? rules->warnings() : rules.error().details) {
    codes += (codes.empty() ? "" : " ") + each.code;
  }
  return codes;
}

std::string parameter_text(const std::string& value, const std::string& more = "") {
  return "parameter: limit\nzh: 限额\nen: limit\n" + more +
         "by: date\nvalues:\n  - {from: 2021-01-01, value: " + value +
         ", cite: {document: 文件, status: seed-only}}\n";
}

const types::typed_parameter& only_parameter(const rule_set& rules) {
  return rules.held().typed->parameters.at(0);
}

}  // namespace

TEST_CASE("a definition takes the types of its call", "[types][from_model]") {
  CHECK(said({define("twice(x)", "x + x"),
              policy_text("demo/one",
                          "twice(staff) > staff and twice(revenue) > rnd and "
                          "twice(region) = \"aa\"")})
            .empty());
  CHECK(said({define("twice(x)", "x + x"), policy_text("demo/one", "twice(staff) > rnd")}) ==
        "unit-clash");
  CHECK(said({define("twice(x)", "x + x"), policy_text("demo/one", "twice(is_listed) > 1")}) ==
        "operand-types");
}

TEST_CASE("a mistake in a definition is told once for all its uses", "[types][from_model]") {
  CHECK(said({define("a", "stafff + 1"), policy_text("demo/one", "a > 1 and a < 5"),
              policy_text("demo/two", "a > 2")}) == "unknown-name");
}

TEST_CASE("definitions that nobody uses are typed all the same", "[types][from_model]") {
  CHECK(said({define("a", "staff + 1")}) == "unused-definition");
  CHECK(said({define("a", "staff + revenue")}) == "unit-clash");
  CHECK(said({define("a(x)", "x + stafff")}) == "unknown-name");
  CHECK(said({define("a(x)", "x.degree = \"doctor\"")}) == "unused-definition");
  CHECK(said({define("a(x)", "b(x)"), define("b(x)", "staff + revenue + x")}) == "unit-clash");
}

TEST_CASE("a definition that uses itself is told, used or not", "[types][from_model]") {
  CHECK(said({define("a", "b"), define("b", "a"), policy_text("demo/one", "a > 1")}) ==
        "definition-cycle");
  CHECK(said({define("a(x)", "b(x)"), define("b(x)", "a(x)")}) == "definition-cycle");
}

TEST_CASE("a definition may use others that stand later", "[types][from_model]") {
  CHECK(
      said({define("a", "b + 1"), define("b", "staff"), policy_text("demo/one", "a > 1")}).empty());
}

TEST_CASE("a parameter is a constant in its unit", "[types][type_parameters]") {
  const auto rules = rules_of(
      {parameter_text("2 * 150万", "unit: 元\n"), policy_text("demo/one", "revenue > limit")});
  CHECK(only_parameter(rules).of.to_string() == "number (元)");
  CHECK(only_parameter(rules).values.at(0).held == value(3'000'000));
  CHECK(said({parameter_text("5", "unit: 元\n"), policy_text("demo/one", "staff > limit")}) ==
        "unit-clash");
}

TEST_CASE("a parameter may be a text, a date or a list", "[types][type_parameters]") {
  CHECK(said({parameter_text("'\"a\"'"), policy_text("demo/one", "region = limit")}).empty());
  CHECK(said({parameter_text("'[\"a\", \"b\"]'"), policy_text("demo/one", "region in limit")})
            .empty());
  CHECK(said({parameter_text("'date(\"2021-01-31\")'"), policy_text("demo/one", "founded < limit")})
            .empty());
}

TEST_CASE("a parameter reads nothing", "[types][type_parameters]") {
  CHECK(said({parameter_text("staff"), policy_text("demo/one", "score > limit")}) ==
        "not-constant");
  CHECK(said({parameter_text("year"), policy_text("demo/one", "score > limit")}) == "not-constant");
  CHECK(said({parameter_text("nothing"), policy_text("demo/one", "score > limit")}) ==
        "unknown-name");
}

TEST_CASE("a parameter is a finite decimal", "[types][type_parameters]") {
  const auto value = [](const std::string& written) {
    return said({parameter_text(written), policy_text("demo/one", "score > limit")});
  };
  CHECK(value("1 / 8").empty());
  CHECK(value("300 / 7.5").empty());
  CHECK(value("2 / 3") == "endless-decimal");
  CHECK(value("1 - 2 / 3") == "endless-decimal");
  CHECK(value("1 / 3 * 3") == "endless-decimal");  // what is left is not told from a third
  CHECK(value("1 / 3 + 1 / 7") == "endless-decimal endless-decimal");
  CHECK(value("1 / 0") == "division-by-zero");
  CHECK(value("1 / (2 - 2)").empty());  // null, as everywhere
  const auto list =
      said({parameter_text("'[1 / 2, 1 / 3]'"), policy_text("demo/one", "score in limit")});
  CHECK(list == "endless-decimal");
}

TEST_CASE("what is wrong with a parameter is told once, whatever reads it",
          "[types][type_parameters]") {
  CHECK(said({parameter_text("'[1, 2'"), policy_text("demo/one", "score in limit")}) ==
        "unclosed-bracket");
  CHECK(said({parameter_text("[1, 2]"), policy_text("demo/one", "score in limit")}) ==
        "formula-shape");
  CHECK(said({parameter_text("unknown"), policy_text("demo/one", "score > limit")}).empty());
  CHECK(said({parameter_text("unknown"), policy_text("demo/one", "score in limit")}).empty());
}

TEST_CASE("bands of a parameter are a list of ends and rates", "[types][type_parameters]") {
  const std::string bands =
      "parameter: bands\nzh: 分段\nen: bands\nunit: 元\nby: date\nvalues:\n"
      "  - from: 2021-01-01\n    bands: [{to: 100, rate: 10%}, {rate: 20%}]\n"
      "    cite: {document: 文件, status: seed-only}\n";
  const auto rules = rules_of(
      {bands, policy_text("demo/one", "staff > 1", benefit_text("bands: bands\nof: revenue"))});
  const auto& held = only_parameter(rules).values.at(0).held;
  CHECK(to_string(held) == "[{to: 100, rate: 0.1}, {to: null, rate: 0.2}]");
}

TEST_CASE("clauses are boolean and amounts are in the benefit's unit", "[types][type_policies]") {
  CHECK(said({policy_text("demo/one", "staff")}) == "clause-not-boolean");
  const auto amount = [](const std::string& lines) {
    return said({policy_text("demo/one", "staff > 1", benefit_text(lines))});
  };
  CHECK(amount("amount: revenue * 10%").empty());
  CHECK(amount("amount: staff * 1000 / staff") == "amount-unit");
  CHECK(amount("amount: staff") == "amount-unit");
  CHECK(amount("amount: is_listed") == "amount-not-number");
  CHECK(amount("amount: 5\nat_most: staff") == "amount-unit");
  CHECK(amount("up_to: region") == "amount-not-number");
  CHECK(amount("bands: [{to: 5, rate: 10%}]\nof: staff") == "amount-unit");
}

TEST_CASE("items lend their variable to clauses and amounts, and not to the total",
          "[types][type_policies]") {
  const auto items = [](const std::string& lines) {
    return said({policy_text("demo/one", "staff > 1", benefit_text(lines))});
  };
  CHECK(items("for_each: h in hires\namount: h.wage\nat_most: h.wage * 2").empty());
  CHECK(items("for_each: h in hires\namount: 5\ntotal_at_most: h.wage") == "unknown-name");
  CHECK(items("for_each: h in staff\namount: 5") == "not-a-list");
  CHECK(items("for_each: staff in hires\namount: 5") == "shadowed-name");
}

TEST_CASE("rows of tiers are typed by their column", "[types][type_policies]") {
  const auto rows = [](const std::string& test) {
    return said(
        {policy_text("demo/one", "staff > 1",
                     benefit_text("tiers:\n  hit: first\n  on: [score]\n  rows:\n    - {when: ['" +
                                  test + "'], amount: 5}\n    - {when: ['-'], amount: 6}"))});
  };
  CHECK(rows("< 5").empty());
  CHECK(rows("\"a\"") == "operand-types");
  CHECK(rows("< staff") == "unit-clash");
}

TEST_CASE("typing never fails, whatever is missing", "[types][from_model]") {
  CHECK(!said({"policy: demo/one\n"}).empty());
  CHECK(!said({policy_text("demo/one", "staff > 1", "benefit:\n  bands: [{to: 5}]\n")}).empty());
  CHECK(!said({policy_text("demo/one", "staff > 1", "benefit:\n  tiers: {on: [x]}\n")}).empty());
  CHECK(!said({"define: a\n"}).empty());
  CHECK(!said({"parameter: a\n"}).empty());
}
