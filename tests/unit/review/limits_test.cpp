#include "review/limits.hpp"

#include "catch.hpp"
#include "decide/answers.hpp"
#include "limited.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

const char* word_of(limit_place of) {
  switch (of) {
    case limit_place::clause:
      return "clause";
    case limit_place::item:
      return "item";
    case limit_place::tier:
      return "tier";
    case limit_place::band:
      return "band";
    case limit_place::amount:
      break;
  }
  return "amount";
}

std::string places_of(const limited& from) {
  std::string made;
  for (const auto& each : from.limits)
    made += std::string(made.empty() ? "" : " ") + word_of(each.where);
  return made;
}

limited of_clause(const std::string& require, const std::vector<std::string>& more = {}) {
  std::vector<std::string> documents{policy_text("demo/one", require)};
  documents.insert(documents.end(), more.begin(), more.end());
  return limited(documents);
}
limited of_benefit(const std::string& lines) {
  return limited({policy_text("demo/one", "not(is_zombie)", benefit_text(lines))});
}

// The gap at each limit for one company.
std::string gaps_of(const limited& from, const profile& company) {
  decide::state run;
  decide::answers answers;
  answers.decide(*from.planned, from.names(), company, run);
  std::string made;
  for (const auto& each : from.limits) {
    const auto gap = review::gap_of(each, run);
    made += (made.empty() ? "" : " ") + (gap ? gap->to_string() : std::string("-"));
  }
  return made;
}

}  // namespace

TEST_CASE("only orderings of numbers, days and durations are limits", "[review][limits]") {
  CHECK(of_clause("staff >= 300").limits.size() == 1);
  CHECK(of_clause("founded < date(\"2020-01-01\") and region = \"x\"").limits.size() == 1);
  CHECK(of_clause("is_listed or staff = 3").limits.empty());
}

TEST_CASE("a limit behind a definition is one, however often the clause calls it",
          "[review][limits]") {
  const auto found = of_clause("is_big or not(is_big)", {define("is_big", "staff > 100")});
  REQUIRE(found.limits.size() == 1);
  CHECK(!found.limits[0].is_plain);
  CHECK(found.limits[0].of->id == "c");
}

TEST_CASE("a comparison that and joins must hold, one that or joins need not", "[review][limits]") {
  CHECK(of_clause("staff >= 3 and score > 1").limits[1].is_plain);
  CHECK(!of_clause("staff >= 3 or score > 1").limits[1].is_plain);
}

TEST_CASE("the body of a loop is told from what it goes through", "[review][limits]") {
  const auto found = of_clause("some h in hires[wage > 5] satisfies h.wage < 9");
  REQUIRE(found.limits.size() == 2);
  CHECK(found.limits[0].is_in_loop);
  CHECK(found.limits[1].is_in_loop);
  CHECK(!of_clause("count(hires) > 2").limits[0].is_in_loop);
}

TEST_CASE("items, tiers, bands and formulas of amounts draw lines too", "[review][limits]") {
  CHECK(places_of(of_benefit("for_each: h in hires\nclauses:\n  - {clause: x, zh: 项, en: item, "
                             "require: h.wage >= 2}\namount: if h.wage > 7 then 2 else 1")) ==
        "item amount");
  CHECK(places_of(of_benefit("tiers:\n  hit: first\n  on: [staff]\n  rows:\n"
                             "    - {when: ['>= 100'], amount: 5}\n"
                             "    - {when: ['[10..50]'], amount: 3}")) == "tier tier tier");
  CHECK(places_of(of_benefit("bands: [{to: 100, rate: 10%}, {to: 300, rate: 20%}, {rate: 30%}]\n"
                             "of: revenue")) == "band band");
  CHECK(places_of(of_benefit("amount: revenue\nat_most: if staff > 9 then 5 else 4")) == "amount");
}

TEST_CASE("a gap is what is left above the limit, and none without a value", "[review][limits]") {
  CHECK(gaps_of(of_clause("staff >= 300 and score > 1"), {{"staff", 310}}) == "10 -");
  CHECK(gaps_of(of_clause("founded <= date(\"2020-03-01\")"), {{"founded", day(2020, 2, 28)}}) ==
        "-2");
  CHECK(gaps_of(of_benefit("bands: [{to: 100, rate: 10%}, {to: 300, rate: 20%}, {rate: 30%}]\n"
                           "of: revenue"),
                {{"revenue", 250}}) == "150 -50");
}

TEST_CASE("what bands pay is worked out slice by slice", "[review][limits]") {
  const auto from =
      of_benefit("bands: [{to: 100, rate: 10%}, {to: 300, rate: 20%}, {rate: 30%}]\nof: revenue");
  const auto paid = [&](std::optional<int> base) {
    decide::state run;
    decide::answers answers;
    profile company;
    if (base) company.set("revenue", *base);
    answers.decide(*from.planned, from.names(), company, run);
    const auto made = review::paid_by_bands(*from.limits.front().compared, run);
    return made ? made->to_string() : "-";
  };
  CHECK(paid(100) == "10");
  CHECK(paid(101) == "10.2");
  CHECK(paid(400) == "80");
  CHECK(paid(-5) == "0");
  CHECK(paid({}) == "-");
}
