// What would have to change: distances, smallest changes, and proofs that there are none.
#include <string>
#include <vector>

#include <sudui/reach.hpp>

#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

reach_answer found(const std::string& require, const profile& company,
                   std::vector<std::string> fields = {"staff"}, bool past_years = false) {
  reach_options options;
  options.fields = std::move(fields);
  options.past_years = past_years;
  return reach(bound({policy_text("demo/one", require)}), "demo/one", company, options).value();
}

const field_reach& only(const reach_answer& made) {
  REQUIRE(made.fields.size() == 1);
  return made.fields.front();
}

}  // namespace

TEST_CASE("a clause that fails has its distance and the change that mends it", "[api][reach]") {
  const auto made = found("staff >= 300", {{"staff", 280}});
  CHECK(made.verdict == verdict::ineligible);
  REQUIRE(made.failing.size() == 1);
  CHECK(*made.failing[0].distance == 20);
  CHECK(made.failing[0].distance_unit == "人");
  REQUIRE(made.failing[0].reads.size() == 1);
  CHECK(made.failing[0].reads[0].name() == "staff");
  const auto& move = only(made);
  CHECK(move.is == reach_state::reached);
  CHECK(move.to == value(300));
  CHECK(*move.by == 20);
  CHECK(move.is_smallest);
}

TEST_CASE("a quotient is reached to the fen", "[api][reach]") {
  // 4 % of 123,456,789.01 are 4,938,271.5604: the next whole fen is 4,938,271.57.
  const profile company{{"rnd", by_year({{2021, 3'000'000}})},
                        {"revenue", by_year({{2021, number("123456789.01")}})}};
  const auto made = found("rnd(year) / revenue(year) >= 4%", company, {"rnd", "revenue"});
  REQUIRE(made.fields.size() == 2);
  for (const auto& each : made.fields) {
    CHECK(each.is == reach_state::reached);
    CHECK(each.is_smallest);
    if (each.what->name == "rnd") CHECK(each.to == value(number("4938271.57")));
    if (each.what->name == "revenue") CHECK(each.to == value(75'000'000));
  }
}

TEST_CASE("two limits of one field leave the values between them", "[api][reach]") {
  CHECK(only(found("staff >= 300 and staff < 400", {{"staff", 500}})).to == value(399));
  CHECK(only(found("staff > 400 or staff < 100", {{"staff", 300}})).to == value(401));
  CHECK(only(found("staff > 400 or staff < 100", {{"staff", 150}})).to == value(99));
  CHECK(only(found("staff = 250", {{"staff", 251}})).to == value(250));
}

TEST_CASE("limits that contradict each other are proven out of reach", "[api][reach]") {
  const auto made = found("staff >= 300 and staff / 2 < 100", {{"staff", 250}});
  CHECK(only(made).is == reach_state::never);
  CHECK(only(made).low.has_value());
  CHECK(*only(made).step == 1);
}

TEST_CASE("another clause that fails keeps the policy out of reach, but not the clause",
          "[api][reach]") {
  const auto made = found("staff >= 300 and is_listed", {{"staff", 280}, {"is_listed", false}},
                          {"staff", "is_listed"});
  REQUIRE(made.fields.size() == 2);
  CHECK(made.fields[0].is == reach_state::never);
  CHECK(made.fields[1].is == reach_state::never);
}

TEST_CASE("where inputs are missing, the field can only settle what fails", "[api][reach]") {
  const auto made = found("staff >= 300 and is_listed", {{"staff", 280}});
  CHECK(only(made).is == reach_state::settles);
  CHECK(only(made).to == value(300));
}

TEST_CASE("only the assessment year and later move unless the past may", "[api][reach]") {
  const profile company{{"rnd", by_year({{2021, 100}, {2020, 100}})}};
  const std::string rule = "rnd(year) / rnd(year - 1) - 1 >= 20%";
  const auto made = found(rule, company, {"rnd"});
  CHECK(only(made).year == 2021);
  CHECK(only(made).to == value(120));
  const auto both = found(rule, company, {"rnd"}, true);
  REQUIRE(both.fields.size() == 2);
  CHECK(both.fields[0].year == 2020);
  CHECK(both.fields[0].to == value(number("83.33")));
}

TEST_CASE("a field that rises on both sides is proven only where it does not", "[api][reach]") {
  // Met up to -5 and from 12 on. Below 0 the square falls and the rest rises, above nothing is
  // known.
  const auto made = found("debts * debts >= debts * 7 + 60", {{"debts", 5}}, {"debts"});
  CHECK(only(made).is == reach_state::reached);
  CHECK(only(made).to == value(-5));
  CHECK_FALSE(only(made).is_smallest);
}

TEST_CASE("a remainder is tried value by value between near bounds", "[api][reach]") {
  const std::string dictionary =
      "rule_set: small\ntitle: {zh: 小, en: small}\nversion: \"1\"\nlanguage: 1\n---\nfields: "
      "few\nentries:\n"
      "  - {field: months, zh: 月数, en: months, type: number, unit: 月, min: 0, max: 24, "
      "changeable: true}\n---\n";
  const std::vector<source_text> texts{
      {"rules.yaml", dictionary + policy_text("demo/one", "modulo(months, 7) = 5")}};
  const auto by = load(texts).value().bind(day(2021, 12, 31)).value();
  const auto made = reach(by, "demo/one", {{"months", 9}}).value();
  CHECK(only(made).is == reach_state::reached);
  CHECK(only(made).to == value(12));
  CHECK(only(made).is_smallest);
}

TEST_CASE("a flag has one other value", "[api][reach]") {
  const auto made = found("is_listed", {{"is_listed", false}}, {"is_listed"});
  CHECK(only(made).to == value(true));
  CHECK_FALSE(only(made).step.has_value());
}

TEST_CASE("a field with a meaning of absence moves from there", "[api][reach]") {
  const auto made = found("debts >= 2", {}, {"debts"});
  CHECK(only(made).from == value(0));
  CHECK(only(made).to == value(2));
}

TEST_CASE("nothing has to change where the policy is eligible or not in force", "[api][reach]") {
  CHECK(found("staff >= 300", {{"staff", 300}}).failing.empty());
  CHECK(found("staff >= 300", {{"staff", 300}}).fields.empty());
}

TEST_CASE("fields that are not there and steps that lead nowhere are refused", "[api][reach]") {
  const auto by = bound({policy_text("demo/one", "staff >= 300")});
  reach_options options;
  options.fields = {"stuff"};
  CHECK(reach(by, "demo/one", {}, options).error().message.en == "no field `stuff`");
  options.fields = {};
  options.steps = {{"staff", decimal(0)}};
  CHECK(reach(by, "demo/one", {}, options).error().message.en ==
        "the step of the field `staff` must be above 0");
  CHECK(reach(by, "demo/two", {}).error().code == errc::unknown_policy);
}

TEST_CASE("the JSON of an answer holds distance, reads, moves and what was searched",
          "[api][reach]") {
  CHECK(
      to_json(found("staff >= 300", {{"staff", 280}}))
          .find(
              R"("fields":[{"field":"staff","label":{"zh":"职工人数","en":"staff"},"unit":"人",)"
              R"("from":"280","state":"reached","to":"300","by":"20","smallest":true,)"
              R"("searched":{"low":"-1000000000000000","high":"1000000000000000","step":"1"}}])") !=
      std::string::npos);
}
