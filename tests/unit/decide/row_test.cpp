// The row executor: inputs, look-ups and loops. Operators are tested with `values`.
#include "catch.hpp"
#include "support/evaluate.hpp"
#include "support/plans.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

std::string gives(const std::string& formula, const profile& company = {}) {
  const evaluator evaluate(rules_of({}));
  return evaluate.run(formula, company).to_string();
}

value hire(value wage) { return value::context{{"degree", "master"}, {"wage", std::move(wage)}}; }

}  // namespace

TEST_CASE("an absent field is unknown, or what its entry says", "[decide][row]") {
  CHECK(gives("staff") == "unknown");
  CHECK(gives("debts") == "0");
  CHECK(gives("is_zombie") == "false");
}

TEST_CASE("a year that is no whole number has no value", "[decide][row]") {
  const profile company{{"revenue", by_year({{2020, 5}})}};
  CHECK(gives("revenue(2020)", company) == "5");
  CHECK(gives("revenue(2020.5)", company) == "null");
  CHECK(gives("revenue(0)", company) == "null");
  CHECK(gives("revenue(99999)", company) == "null");
  CHECK(gives("revenue(staff)", company) == "unknown");
}

TEST_CASE("a range of years is a list with both ends", "[decide][row]") {
  const profile company{{"revenue", by_year({{2019, 1}, {2020, 2}, {2021, 3}})}};
  CHECK(gives("revenue([2019..2021])", company) == "[1, 2, 3]");
  CHECK(gives("revenue([2021..2021])", company) == "[3]");
  CHECK(gives("revenue([2021..2019])", company) == "null");
  CHECK(gives("count(revenue([2018..2021]))", company) == "4");
}

TEST_CASE("a quantifier stops at the item that decides, and else waits", "[decide][row]") {
  const std::string some = "some h in hires satisfies h.wage > 5";
  const std::string every = "every h in hires satisfies h.wage > 5";
  const profile known{{"hires", value::list{hire(5), hire(6)}}};
  const profile partly{{"hires", value::list{hire(value()), hire(6)}}};
  CHECK(gives(some, known) == "true");
  CHECK(gives(every, known) == "false");
  CHECK(gives(some, partly) == "true");
  CHECK(gives(every, partly) == "unknown");
  CHECK(gives(some, {{"hires", value::list{}}}) == "false");
  CHECK(gives(every, {{"hires", value::list{}}}) == "true");
}

TEST_CASE("a filter with an unknown condition is unknown", "[decide][row]") {
  const profile partly{{"hires", value::list{hire(value()), hire(6)}}};
  CHECK(gives("count(hires[wage > 5])", partly) == "unknown");
  CHECK(gives("count(hires[degree = \"master\"])", partly) == "2");
}

TEST_CASE("loops nest, and inner ones see outer items", "[decide][row]") {
  const profile company{{"hires", value::list{hire(5), hire(6)}}, {"figures", value::list{6, 7}}};
  CHECK(gives("some h in hires satisfies (some f in figures satisfies f = h.wage)", company) ==
        "true");
  CHECK(gives("every h in hires satisfies (some f in figures satisfies f = h.wage)", company) ==
        "false");
  CHECK(gives("count(hires[count(figures[item > 6]) = 1])", company) == "2");
  CHECK(gives("for f in figures return count(hires[wage = f])", company) == "[1, 0]");
}

TEST_CASE("what an unknown waits for is the union of its operands", "[decide][row]") {
  const run_of made({policy_text("demo/one", "revenue(2020) + revenue(2021) > 5 and staff > 1")},
                    {});
  CHECK(names_of(made.first().missing) == "revenue(2020), revenue(2021), staff");
}

namespace {

// The value of a formula beside the fields and parameters that only these tests need.
std::string gives_beside(const std::string& formula, const profile& company = {}) {
  const auto entry = [](const std::string& key, const std::string& held) {
    return "  - {" + key + ", value: " + held + ", cite: {document: 文件, status: seed-only}}\n";
  };
  static const rule_set rules = rules_of(
      {"fields: more\nentries:\n  - {field: awards, zh: 获奖, en: awards, type: list, items: "
       "number, missing: [], holder: TAX}\n",
       "parameter: annual\nzh: 年值\nen: annual\nby: year\nvalues:\n" + entry("year: 2020", "7") +
           entry("year: 2021", "unknown"),
       "parameter: local\nzh: 地值\nen: local\nby: code\nmatch: prefix\nvalues:\n" +
           entry("code: \"32\"", "1") + entry("code: \"320400\"", "2") +
           entry("code: \"3205\"", "unknown"),
       policy_text("demo/one", "count(awards) + annual(score) + local(region) > 1")});
  return evaluator(rules).run(formula, company).to_string();
}

}  // namespace

TEST_CASE("a list that a register holds in full is empty where nothing is entered",
          "[decide][row]") {
  CHECK(gives_beside("count(awards)") == "0");
  CHECK(gives_beside("sum(awards) = null") == "true");
  CHECK(gives_beside("count(figures)") == "unknown");
}

TEST_CASE("an operator takes as many operands as are written", "[decide][row]") {
  const profile company{{"score", 1}};
  CHECK(gives("sum([score, score + 1, score + 2, score + 3, score + 4, score + 5])", company) ==
        "21");
  CHECK(gives("sum([score, score + 1, score + 2, score + 3, score + 4, staff / staff])", company) ==
        "unknown");
}

TEST_CASE("a year looked up while running is there, unpublished or no year", "[decide][row]") {
  CHECK(gives_beside("annual(score)", {{"score", 2020}}) == "7");
  CHECK(gives_beside("annual(score)", {{"score", 2021}}) == "unknown");
  CHECK(gives_beside("annual(score)", {{"score", 1999}}) == "unknown");
  CHECK(gives_beside("annual(score)", {{"score", value(number("2020.5"))}}) == "null");
  CHECK(gives_beside("annual(score)") == "unknown");
  CHECK(gives_beside("annual(score)", {{"score", value::null()}}) == "null");
}

TEST_CASE("a code is looked up from itself to the whole it lies in", "[decide][row]") {
  CHECK(gives_beside("local(region)", {{"region", "320412"}}) == "2");
  CHECK(gives_beside("local(region)", {{"region", "320400"}}) == "2");
  CHECK(gives_beside("local(region)", {{"region", "320100"}}) == "1");
  CHECK(gives_beside("local(region)", {{"region", "320512"}}) == "unknown");
  CHECK(gives_beside("local(region)", {{"region", "110000"}}) == "null");
  CHECK(gives_beside("local(region)") == "unknown");
}

TEST_CASE("a quantifier is null where nothing decides and something has no value",
          "[decide][row]") {
  const profile company{{"hires", value::list{hire(value::null()), hire(5)}}};
  CHECK(gives("some h in hires satisfies h.wage > 9", company) == "null");
  CHECK(gives("every h in hires satisfies h.wage > 1", company) == "null");
  CHECK(gives("some h in hires satisfies h.wage > 1", company) == "true");
  CHECK(gives("every h in hires satisfies h.wage > 9", company) == "false");
}
