// What binding fixes: day, year, versions, parameters, and the policies chosen.
#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

const char* const dated_limit = R"(parameter: limit
zh: 限额
en: limit
unit: 人
by: date
values:
  - {from: 2021-01-01, to: 2021-12-31, value: 300, cite: {document: 文件第2号, status: seed-only}}
  - {from: 2022-01-01, to: 2022-12-31, value: 400, cite: {document: 文件第2号, status: seed-only}}
)";
const char* const yearly_average = R"(parameter: average
zh: 平均
en: average
by: year
values:
  - {year: 2020, value: 5%, cite: {document: 文件第2号, status: seed-only}}
  - {year: 2021, value: unknown, cite: {document: 文件第2号, status: seed-only}}
)";
const char* const coded_wage = R"(parameter: wage
zh: 最低工资
en: minimum wage
unit: 元
by: code
match: prefix
values:
  - {code: "320400", value: 2280, cite: {document: 文件第2号, status: seed-only}}
  - {code: "32", value: 2000, cite: {document: 文件第2号, status: seed-only}}
)";

verdict verdict_for(const matcher& by, const profile& company, const char* policy = "demo/one") {
  const auto made = by.match(company);
  REQUIRE(made.find(policy) != nullptr);
  return made.find(policy)->verdict;
}

}  // namespace

TEST_CASE("the year is that of the day unless it is given", "[api][bind]") {
  const auto rules = rules_of({policy_text("demo/one", "revenue(year) > 5")});
  CHECK(rules.bind(day(2021, 6, 30))->year() == 2021);
  bind_options options;
  options.year = 2020;
  const auto bound = rules.bind(day(2021, 6, 30), options).value();
  CHECK(bound.year() == 2020);
  CHECK(bound.as_of() == day(2021, 6, 30));
  CHECK(verdict_for(bound, {{"revenue", by_year({{2020, 10}, {2021, 1}})}}) == verdict::eligible);
}

TEST_CASE("a parameter has the value of the day, and is unknown outside its days", "[api][bind]") {
  const auto rules = rules_of({dated_limit, policy_text("demo/one", "staff > limit")});
  const profile company{{"staff", 350}};
  CHECK(verdict_for(rules.bind(day(2021, 12, 31)).value(), company) == verdict::eligible);
  CHECK(verdict_for(rules.bind(day(2022, 1, 1)).value(), company) == verdict::ineligible);
  const auto late = rules.bind(day(2023, 1, 1)).value().match(company);
  CHECK(late.all()[0].verdict == verdict::undetermined);
  REQUIRE(late.all()[0].missing.size() == 1);
  CHECK(late.all()[0].missing[0].name() == "limit");
  CHECK(late.all()[0].missing[0].constant != nullptr);
}

TEST_CASE("a definition reads the parameters of the policy that uses it", "[api][bind]") {
  const auto rules = rules_of(
      {dated_limit, define("is_large", "staff > limit"), policy_text("demo/by-day", "is_large"),
       policy_text("demo/by-year", "is_large", benefit_text("amount: 10万"), "timing: year\n")});
  bind_options options;
  options.year = 2021;
  const auto bound = rules.bind(day(2022, 6, 30), options).value();
  CHECK(verdict_for(bound, {{"staff", 350}}, "demo/by-day") == verdict::ineligible);
  CHECK(verdict_for(bound, {{"staff", 350}}, "demo/by-year") == verdict::eligible);
}

TEST_CASE("values from outside replace those of the rule set", "[api][bind]") {
  const auto rules =
      rules_of({dated_limit, yearly_average, policy_text("demo/one", "staff > limit"),
                policy_text("demo/two", "score > average(2020) and score > average(2021)")});
  bind_options options;
  options.parameters = {{"limit", 100}, {"average", value::context{{"2021", number("0.08")}}}};
  const auto bound = rules.bind(day(2021, 12, 31), options).value();
  CHECK(verdict_for(bound, {{"staff", 150}}) == verdict::eligible);
  const auto made = bound.match({{"score", number("0.09")}});
  const auto* two = made.find("demo/two");
  CHECK(two->verdict == verdict::undetermined);
  REQUIRE(two->missing.size() == 1);
  CHECK(two->missing[0].name() == "average(2020)");
}

TEST_CASE("a value that is not published is missing by its year", "[api][bind]") {
  const auto rules = rules_of({yearly_average, policy_text("demo/one", "score > average")});
  const auto made = rules.bind(day(2021, 12, 31)).value().match({{"score", 1}});
  REQUIRE(made.all()[0].missing.size() == 1);
  CHECK(made.all()[0].missing[0].name() == "average(2021)");
  CHECK(made.all()[0].missing[0].year == 2021);
}

TEST_CASE("a code is looked up from the whole to the root", "[api][bind]") {
  const auto rules = rules_of({coded_wage, policy_text("demo/one", "wage(region) = 2280"),
                               policy_text("demo/two", "wage(region) = 2000"),
                               policy_text("demo/three", "wage(region) = null")});
  const auto bound = rules.bind(day(2021, 12, 31)).value();
  const auto one = [&](const char* code, const char* policy) {
    return verdict_for(bound, {{"region", code}}, policy) == verdict::eligible;
  };
  CHECK(one("320412", "demo/one"));
  CHECK(one("320400", "demo/one"));
  CHECK(one("320100", "demo/two"));
  CHECK(one("110000", "demo/three"));
}

TEST_CASE("an option that names nothing or does not fit is refused", "[api][bind]") {
  const auto rules =
      rules_of({dated_limit, yearly_average, policy_text("demo/one", "staff > limit")});
  const auto refused = [&](const char* name, value given) {
    bind_options options;
    options.parameters = {{name, std::move(given)}};
    const auto bound = rules.bind(day(2021, 12, 31), options);
    return !bound && bound.error().code == errc::bad_option;
  };
  CHECK(refused("limits", 5));
  CHECK(refused("limit", "five"));
  CHECK(refused("average", 5));
  CHECK(refused("average", value::context{{"soon", 5}}));
  CHECK(refused("average", value::context{{"2021", "five"}}));
  CHECK(!refused("limit", 5));
}

TEST_CASE("a day that is none and a year out of range are refused", "[api][bind]") {
  const auto rules = rules_of({policy_text("demo/one", "staff > 300")});
  CHECK(rules.bind(day(2021, 2, 30)).error().code == errc::bad_option);
  bind_options options;
  options.year = 0;
  CHECK(rules.bind(day(2021, 2, 28), options).error().code == errc::bad_option);
}

TEST_CASE("a pattern chooses policies", "[api][bind]") {
  const auto rules =
      rules_of({policy_text("city/one", "staff > 1"), policy_text("city/two", "staff > 1"),
                policy_text("district/one", "staff > 1")});
  const auto chosen = [&](const char* pattern) {
    bind_options options;
    options.policies = pattern;
    std::string ids;
    const auto made = rules.bind(day(2021, 12, 31), options).value().match({});
    for (const auto& each : made.all()) ids += each.of->id + " ";
    return ids;
  };
  CHECK(chosen("*") == "city/one city/two district/one ");
  CHECK(chosen("city/*") == "city/one city/two ");
  CHECK(chosen("*/one") == "city/one district/one ");
  CHECK(chosen("c*t*o") == "city/two ");
  CHECK(chosen("city/one") == "city/one ");
  CHECK(chosen("city").empty());
}

TEST_CASE("a policy without a version on its day is not in force", "[api][bind]") {
  const auto rules = rules_of({policy_text("demo/old", "staff > 1", benefit_text("amount: 1"),
                                           "from: 2019-01-01\nto: 2020-12-31\n"),
                               policy_text("demo/one", "staff > 1")});
  const auto bound = rules.bind(day(2021, 12, 31)).value();
  REQUIRE(bound.not_in_force().size() == 1);
  CHECK(bound.not_in_force()[0]->id == "demo/old");
  const auto made = bound.match({});
  CHECK(made.all().size() == 1);
  CHECK(made.find("demo/old") == nullptr);
  CHECK(rules.bind(day(2020, 12, 31)).value().not_in_force().empty());
}
