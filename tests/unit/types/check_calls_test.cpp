// Calls of fields, parameters and definitions.
#include "catch.hpp"
#include "type_of.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

// The type of a formula beside a definition and parameters of each sort.
std::string type_beside(const char* formula) {
  const auto parameter = [](const std::string& name, const std::string& entry) {
    return "parameter: " + name + "\nzh: 参数\nen: a parameter\nunit: 元\n" + entry +
           ", cite: {document: 文件, status: seed-only}}\n";
  };
  static const rule_set rules =
      rules_of({parameter("daily", "by: date\nvalues:\n  - {from: 2021-01-01, value: 5"),
                parameter("annual", "by: year\nvalues:\n  - {year: 2021, value: 5"),
                parameter("local", "by: code\nvalues:\n  - {code: \"32\", value: 5"),
                define("total", "revenue + rnd"), define("ratio(a, b)", "a / b"),
                policy_text("demo/one",
                            "total > daily and total > annual and total > local(region) and "
                            "ratio(rnd, revenue) > 1%")});
  const auto made = evaluator(rules).run(formula);
  return made.held ? made.of.to_string() : made.to_string();
}

void check_beside(const formulas& all) {
  for (const auto& [formula, wanted] : all) {
    INFO(formula);
    CHECK(type_beside(formula) == wanted);
  }
}

}  // namespace

TEST_CASE("only what has years takes one", "[types][check_calls]") {
  check_types({{"staff()", "error: not-yearly"},
               {"revenue()", "error: argument-count"},
               {"revenue([2019..\"2021\"])", "error: wrong-type"},
               {"revenue(stafff)", "error: unknown-name"},
               {"revenue(null)", "number (元)"}});
}

TEST_CASE("what is no name cannot be called", "[types][check_calls]") {
  check_types({{"hires[1](2)", "error: not-a-function"},
               {"founded.year(2)", "error: not-a-function"},
               {"some h in hires satisfies h(1)", "error: not-a-function"},
               {"nothing(1)", "error: unknown-name"}});
}

TEST_CASE("a parameter is read as its document says", "[types][check_calls]") {
  check_beside({{"daily", "number (元)"},
                {"daily(2021)", "error: parameter-by-date"},
                {"annual", "number (元)"},
                {"annual(year - 1)", "number (元)"},
                {"annual(\"2021\")", "error: wrong-type"},
                {"annual(2020, 2021)", "error: argument-count"},
                {"local(region)", "number (元)"},
                {"local(\"32\")", "number (元)"},
                {"local", "error: parameter-needs-code"},
                {"local(5)", "error: wrong-type"},
                {"local(code: region)", "error: named-arguments"}});
}

TEST_CASE("a definition takes as many arguments as it has parameters", "[types][check_calls]") {
  check_beside({{"total", "number (元)"},
                {"total(2021)", "error: argument-count"},
                {"ratio", "error: definition-needs-arguments"},
                {"ratio(rnd)", "error: argument-count"},
                {"ratio(rnd, staff)", "number (元/人)"},
                {"ratio(rnd, revenue)", "number"},
                {"ratio(rnd, region)", "error: operand-types"},
                {"ratio(rnd, stafff)", "error: unknown-name"},
                {"ratio(a: rnd, b: revenue)", "error: named-arguments"}});
}
