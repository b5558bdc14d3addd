#include "explain/steps.hpp"

#include "traced.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

step condition(const std::string& require, const profile& company = {},
               std::vector<std::string> documents = {}) {
  documents.push_back(policy_text("demo/one", require));
  return traced(documents, company).clause();
}

std::string shape(const std::string& require, const profile& company = {},
                  std::vector<std::string> documents = {}) {
  return outline(condition(require, company, std::move(documents)));
}

std::string why_null(const std::string& left, const profile& company = {},
                     std::vector<std::string> documents = {}) {
  return condition(left + " > 1", company, std::move(documents)).parts.at(0).why_null;
}

std::string distance(const std::string& require, const profile& company) {
  const step made = condition(require, company);
  if (!made.distance) return "none";
  return made.distance->to_string() + " " + made.distance_unit + " of " + made.distance_of.en;
}

const std::string wages =
    "parameter: wages\nzh: 最低工资\nen: minimum wage\nunit: 元\nby: code\nvalues:\n"
    "  - {code: \"32\", value: 2280, cite: {document: 文件, status: seed-only}}\n";

value hire(const char* degree) { return value::context{{"degree", degree}}; }

}  // namespace

TEST_CASE("every relation stands as it is written", "[explain][steps]") {
  const profile company{{"staff", 5}};
  for (const std::string relation : {"=", "!=", "<", "<=", ">", ">="}) {
    CHECK(condition("staff " + relation + " 5", company).relation == relation);
  }
}

TEST_CASE("what is no order has no distance", "[explain][steps]") {
  CHECK(distance("staff = 7", {{"staff", 5}}) == "none");
  CHECK(distance("staff != 7", {{"staff", 5}}) == "none");
  CHECK(distance("founded > date(\"2020-01-01\")", {{"founded", day(2021, 1, 1)}}) == "none");
}

TEST_CASE("a distance needs both sides", "[explain][steps]") {
  CHECK(distance("staff > 7", {}) == "none");
  CHECK(distance("7 < staff", {}) == "none");
  CHECK(distance("score / debts > 7", {{"score", 1}, {"debts", 0}}) == "none");
}

TEST_CASE("a distance is counted on the left side, in its unit", "[explain][steps]") {
  CHECK(distance("staff > 7", {{"staff", 5}}) == "2 人 of staff");
  CHECK(distance("staff < 7", {{"staff", 5}}) == "2 人 of staff");
  CHECK(distance("revenue(2020) >= rnd(2020)",
                 {{"revenue", by_year({{2020, 40}})}, {"rnd", by_year({{2020, 45}})}}) ==
        "5 元 of revenue");
}

TEST_CASE("the distance of a quotient is counted above the line", "[explain][steps]") {
  const profile company{{"rnd", by_year({{2021, 30}})}, {"revenue", by_year({{2021, 1000}})}};
  CHECK(distance("rnd / revenue >= 5%", company) == "20 元 of R&D expense");
  CHECK(distance("rnd(2021) / revenue(2021) >= 1%", company) == "20 元 of R&D expense");
  // What has no label is called by its formula.
  CHECK(distance("(rnd + rnd) / revenue >= 5%", company) == "10 元 of rnd + rnd");
  // A quotient on the right is a limit like any other.
  CHECK(distance("0.5 >= rnd / revenue", company) == "0.47  of ");
}

TEST_CASE("ratios are told as such on both sides, amounts are not", "[explain][steps]") {
  const profile company{{"rnd", by_year({{2021, 30}})}, {"revenue", by_year({{2021, 1000}})}};
  const step ratio = condition("rnd / revenue >= 5%", company);
  CHECK(ratio.is_ratio);
  CHECK(ratio.parts[0].is_ratio);
  CHECK(ratio.parts[1].is_ratio);
  const step amount = condition("rnd >= 5", company);
  CHECK_FALSE(amount.is_ratio);
  CHECK_FALSE(amount.parts[1].is_ratio);
}

TEST_CASE("the reason of every null is told", "[explain][steps]") {
  CHECK(why_null("score", {{"score", value::null()}}) == "given");
  CHECK(why_null("score / debts", {{"score", 1}, {"debts", 0}}) == "division-by-zero");
  CHECK(why_null("exp(score)", {{"score", 1'000'000}}) == "overflow");
  CHECK(why_null("max(figures)", {{"figures", value::list{}}}) == "no-element");
  CHECK(why_null("wages(region)", {{"region", "99"}}, {wages}) == "no-entry");
  CHECK(why_null("sqrt(score)", {{"score", -1}}) == "bad-argument");
  CHECK(why_null("score + 1", {{"score", value::null()}}) == "given");
  CHECK(why_null("score", {{"score", 2}}).empty());
}

TEST_CASE("an input tells its label, its holder and its year", "[explain][steps]") {
  const step last_year = condition("revenue(year - 1) > 5", {}).parts.at(0);
  CHECK(last_year.what == step::kind::input);
  CHECK(last_year.year == 2020);
  CHECK(last_year.holder == "TAX");
  CHECK(last_year.label.zh == "营业收入");
  CHECK(last_year.result.is_unknown());
  CHECK_FALSE(condition("staff > 5").parts.at(0).year.has_value());
  // Nobody knows which year is meant.
  CHECK_FALSE(condition("revenue(score) > 5").parts.at(0).year.has_value());
  const step years = condition("sum(revenue([2020..2021])) > 5").parts.at(0);
  REQUIRE(years.parts.size() == 1);
  CHECK(years.parts[0].formula == "revenue([2020..2021])");
}

TEST_CASE("the year, the day and what is written are constants", "[explain][steps]") {
  CHECK(shape("staff > year") == "comparison(input, constant)");
  CHECK(shape("founded < as_of") == "comparison(input, constant)");
  CHECK(shape("staff > 300") == "comparison(input, constant)");
}

TEST_CASE("a parameter tells what it is read by, unless that is written", "[explain][steps]") {
  CHECK(shape("revenue > wages(region)", {{"region", "32"}}, {wages}) ==
        "comparison(input, parameter(input))");
  const step fixed = condition("revenue > wages(\"32\")", {}, {wages});
  CHECK(outline(fixed) == "comparison(input, parameter)");
  CHECK(fixed.parts[1].label.en == "minimum wage");
  CHECK(fixed.parts[1].result == value(2280));
}

TEST_CASE("a definition holds what its formula reads, not its arguments", "[explain][steps]") {
  CHECK(shape("total(year) > 5", {}, {define("total(y)", "revenue(y) + rnd(y) * 2")}) ==
        "comparison(definition(calculation(input, input)), constant)");
}

TEST_CASE("arithmetic is one calculation over what it reads", "[explain][steps]") {
  CHECK(shape("(revenue + rnd) * 2 - revenue(2020) / 4 > 5") ==
        "comparison(calculation(input, input, input), constant)");
}

TEST_CASE("of an if the branch taken is told, and of one that nobody knows none",
          "[explain][steps]") {
  const std::string either = "(if is_listed then revenue else rnd) > 5";
  const auto read = [&](const profile& company) {
    const step made = condition(either, company);
    std::string all;
    for (const auto& part : made.parts.at(0).parts) all += part.formula + " ";
    return all;
  };
  CHECK(read({{"is_listed", true}}) == "is_listed revenue ");
  CHECK(read({{"is_listed", false}}) == "is_listed rnd ");
  CHECK(read({}) == "is_listed ");
  CHECK(read({{"is_listed", value::null()}}) == "is_listed rnd ");
}

TEST_CASE("logic keeps its sides, a negation its one", "[explain][steps]") {
  CHECK(shape("is_listed and staff > 5") == "logic(input, comparison(input, constant))");
  CHECK(shape("not(is_listed)") == "logic(input)");
}

TEST_CASE("a quantifier counts what is met and what nobody knows", "[explain][steps]") {
  const std::string all = "every h in hires satisfies h.degree = \"master\"";
  const step made =
      condition(all, {{"hires", value::list{hire("master"), hire("doctor"), value::context{}}}});
  CHECK(made.item_count == 3);
  CHECK(made.items_met == 1);
  CHECK(made.items_unknown == 1);
  CHECK(outline(made) == "quantifier(input)");
  CHECK(condition(all).item_count == 0);  // no list, nothing to count
}

TEST_CASE("filters and loops show the list they read", "[explain][steps]") {
  CHECK(shape("count(hires[degree = \"doctor\"]) > 1") ==
        "comparison(calculation(input), constant)");
  CHECK(shape("sum(for h in hires return h.wage) > 1") ==
        "comparison(calculation(input), constant)");
}
