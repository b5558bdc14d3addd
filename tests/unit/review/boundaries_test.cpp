#include "review/boundaries.hpp"

#include <memory>

#include "api/describe.hpp"
#include "catch.hpp"
#include "limited.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

// The limits of `demo/one`, tried on the companies given alone.
// The rules live as long as the test program, since what is found points into them.
std::vector<boundary> tried(const std::string& policy, const std::vector<profile>& companies) {
  static std::vector<std::unique_ptr<limited>> kept;
  kept.push_back(std::make_unique<limited>(std::vector<std::string>{policy}));
  const limited& in = *kept.back();
  const auto& held = in.rules.held();
  const review::boundary_request what{
      held.typed, in.names(), [&](text::span where) { return api::describe(where, held.files); },
      [&](text::span where) { return api::text_at(where, held.files); }};
  std::vector<review::boundary_base> bases;
  for (const profile& each : companies) {
    plan::binding on;
    on.as_of = day(2021, 12, 31);
    on.year = 2021;
    bases.push_back({on, each, "company " + std::to_string(bases.size() + 1)});
  }
  std::vector<boundary> found;
  review::find_boundaries(what, *in.rules.find("demo/one"), bases, found);
  return found;
}

std::string points_of(const boundary& from) {
  std::string made = from.input + ":";
  for (const auto& each : from.points)
    made += " " + to_string(each.given) + (each.holds ? "+" : "-");
  return made;
}

}  // namespace

TEST_CASE("the company whose verdict turns is kept before one whose clause alone does",
          "[review][boundaries]") {
  const auto found = tried(policy_text("demo/one", "staff >= 300 and score > 1"),
                           {{{"staff", 1}, {"score", 0}}, {{"staff", 1}, {"score", 5}}});
  REQUIRE(found.size() == 2);
  CHECK(found[0].base == "company 2");
  CHECK(found[0].turns_verdict);
  CHECK(points_of(found[0]) == "staff: 299- 300+ 301+");
}

TEST_CASE("a limit at the end of what the dictionary allows has two companies",
          "[review][boundaries]") {
  const auto found = tried(policy_text("demo/one", "count(hires) > 0"),
                           {{{"hires", value::list{value(value::context{{"wage", 3}})}}}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].is == boundary::state::exact);
  CHECK(points_of(found[0]) == "count(hires): 0- 1+");
}

TEST_CASE("a clause with two limits has words for neither", "[review][boundaries]") {
  const auto labelled = [](const std::string& require) {
    auto made = policy_text("demo/one", require);
    return made.replace(made.find("条件"), 6, "职工300人以上");
  };
  CHECK(!tried(labelled("staff > 300"), {{}})[0].words_agree);
  CHECK(tried(labelled("staff > 300 and score > 5"), {{}})[0].words_agree);
}

TEST_CASE("a row of tiers turns the amount, and a cap may hide it", "[review][boundaries]") {
  const auto tiers = [](const std::string& more) {
    return policy_text("demo/one", "not(is_zombie)",
                       benefit_text("tiers:\n  hit: first\n  on: [staff]\n  rows:\n"
                                    "    - {when: ['>= 100'], amount: 5}\n"
                                    "    - {when: ['-'], amount: 3}" +
                                    more));
  };
  const auto found = tried(tiers(""), {{{"staff", 7}}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].place == limit_place::tier);
  CHECK(points_of(found[0]) == "staff: 99- 100+ 101+");
  CHECK(found[0].turns_amount);
  CHECK(found[0].points[0].how_much.low == decimal(3));
  CHECK(found[0].points[1].how_much.low == decimal(5));
  CHECK(!tried(tiers("\nat_most: 2"), {{{"staff", 7}}})[0].turns_amount);
}

TEST_CASE("an item's clause turns the item and the amount", "[review][boundaries]") {
  const auto found =
      tried(policy_text("demo/one", "not(is_zombie)",
                        benefit_text("for_each: h in hires\nclauses:\n  - {clause: x, zh: 项, en: "
                                     "item, require: h.wage >= 2}\namount: 7")),
            {{}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].place == limit_place::item);
  CHECK(found[0].what->id == "x");
  CHECK(points_of(found[0]) == "hires.wage: 1.99- 2+ 2.01+");
  CHECK(found[0].turns_clause);
  CHECK(found[0].turns_amount);
}

TEST_CASE("bands pay at their ends what they say", "[review][boundaries]") {
  const auto found =
      tried(policy_text("demo/one", "not(is_zombie)",
                        benefit_text("bands: [{to: 100, rate: 10%}, {rate: 30%}]\nof: revenue")),
            {{{"revenue", by_year({{2021, 7}})}}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].place == limit_place::band);
  CHECK(points_of(found[0]) == "revenue(2021): 99.99+ 100+ 100.01-");
  CHECK(found[0].as_expected);
  CHECK(found[0].points[2].how_much.low == number("10.003"));
}
