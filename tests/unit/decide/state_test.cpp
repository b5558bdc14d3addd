// From a profile to the inputs of a plan.
#include "catch.hpp"
#include "support/plans.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

const std::vector<std::string> reads_all{
    policy_text("demo/one", "staff > 1 and revenue(2020) > 1 and revenue(2021) > 1 and is_listed")};

}  // namespace

TEST_CASE("what a profile gives is bound, the rest is not", "[decide][state]") {
  const auto by = plan_of(reads_all);
  decide::state run;
  run.prepare(*by.made);
  decide::bind_profile(*by.made, {{"staff", 5}, {"score", 7}}, run);
  REQUIRE(run.inputs.size() == 3);  // staff, revenue, is_listed; nothing reads the score
  std::size_t given = 0;
  for (const auto& each : run.inputs) given += each.is_given ? 1 : 0;
  CHECK(given == 1);
}

TEST_CASE("a yearly value is a mapping, or that of the assessment year", "[decide][state]") {
  const auto by = plan_of(reads_all);
  const auto years = [&](const value& held) {
    decide::state run;
    run.prepare(*by.made);
    decide::bind_profile(*by.made, {{"revenue", held}}, run);
    std::string text;
    for (const auto& each : run.year_values) {
      text += std::to_string(each.year) + "=" +
              (each.held.is_unknown() ? "?" : each.held.number.to_string()) + " ";
    }
    return text;
  };
  CHECK(years(by_year({{2019, 1}, {2020, 2}})) == "2019=1 2020=2 ");
  CHECK(years(7) == "2021=7 ");
  CHECK(years(value()) == "2021=? ");
  CHECK(years(value::context{{"soon", 1}, {"2020", 2}}) == "2020=2 ");
  CHECK(years(by_year({{2020, "two"}})) == "2020=? ");
}

TEST_CASE("a value that does not fit its type is unknown", "[decide][state]") {
  const run_of made(reads_all, {{"staff", "five"}, {"revenue", 5}, {"is_listed", true}});
  CHECK(names_of(made.first().missing) == "revenue(2020), staff");
}

TEST_CASE("a run forgets the last one", "[decide][state]") {
  run_of made({policy_text("demo/one", "staff > 1")}, {{"staff", 5}});
  CHECK(made.first().verdict == verdict::eligible);
  made.take({});
  CHECK(made.first().verdict == verdict::undetermined);
  made.take({{"staff", 0}});
  CHECK(made.first().verdict == verdict::ineligible);
}

TEST_CASE("the same memory serves another plan", "[decide][state]") {
  const auto first = plan_of(reads_all);
  const auto second = plan_of({policy_text("demo/one", "score > 1")});
  decide::state run;
  run.prepare(*first.made);
  run.prepare(*second.made);
  CHECK(run.registers.size() == second.made->registers.size());
  CHECK(run.inputs.size() == 1);
}
