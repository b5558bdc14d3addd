// Groups of policies through the public interface: who is kept, who gives way, what is paid.
#include "catch.hpp"
#include "support/groups.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

std::string paying(std::string_view id, std::string_view require, std::string_view amount,
                   std::string_view level = "city") {
  auto made = policy_text(id, require, benefit_text("amount: " + std::string(amount)));
  return made.replace(made.find("level: city"), 11, "level: " + std::string(level));
}

std::string standings(const std::vector<std::string>& documents, const profile& company) {
  const auto by = bound(documents);
  const auto made = by.match(company);
  return standings_text(made) + " | " + totals_text(made);
}

}  // namespace

TEST_CASE("the highest is kept and the others give way", "[api][portfolio]") {
  const auto rules = std::vector<std::string>{
      paying("demo/a", "staff > 1", "5"), paying("demo/b", "staff > 1", "7"),
      paying("demo/c", "staff > 9", "9"),
      group_text("demo/group", "rule: highest\nmembers: [demo/*]")};
  CHECK(standings(rules, {{"staff", 5}}) ==
        "demo/a displaced by demo/b 0; demo/b kept 7 | demo/group 7");
  CHECK(standings(rules, {{"staff", 10}}) ==
        "demo/a displaced by demo/c 0; demo/b displaced by demo/c 0; demo/c kept 9 | demo/group 9");
  CHECK(standings(rules, {{"staff", 1}}) == " | ");
}

TEST_CASE("a policy alone in its group hears nothing", "[api][portfolio]") {
  const auto rules = std::vector<std::string>{
      paying("demo/a", "staff > 1", "5"), paying("demo/b", "staff > 8", "7"),
      group_text("demo/group", "rule: highest\nmembers: [demo/*]")};
  CHECK(standings(rules, {{"staff", 5}}) == " | ");
}

TEST_CASE("equal amounts go to the earlier id", "[api][portfolio]") {
  const auto rules = std::vector<std::string>{
      paying("demo/b", "staff > 1", "5"), paying("demo/a", "staff > 1", "5"),
      group_text("demo/group", "rule: highest\nmembers: [demo/b, demo/a]")};
  CHECK(standings(rules, {{"staff", 5}}) ==
        "demo/a kept 5; demo/b displaced by demo/a 0 | demo/group 5");
}

TEST_CASE("groups that share a member give the best total and not the best first",
          "[api][portfolio]") {
  const auto rules = std::vector<std::string>{
      paying("demo/a", "staff > 1", "6"), paying("demo/b", "staff > 1", "10"),
      paying("demo/c", "staff > 1", "6"),
      group_text("demo/one", "rule: highest\nmembers: [demo/a, demo/b]"),
      group_text("demo/two", "rule: highest\nmembers: [demo/b, demo/c]")};
  CHECK(standings(rules, {{"staff", 5}}) ==
        "demo/a kept 6; demo/b displaced by demo/a 0, displaced by demo/c 0; demo/c kept 6 | "
        "demo/one 6; demo/two 6");
}

TEST_CASE("who may be there leaves the others open", "[api][portfolio]") {
  const auto rules = std::vector<std::string>{
      paying("demo/a", "staff > 1", "5"), paying("demo/b", "is_listed", "7"),
      paying("demo/c", "is_listed", "3"),
      group_text("demo/group", "rule: highest\nmembers: [demo/*]")};
  const auto by = bound(rules);
  const auto made = by.match(profile{{"staff", 5}});
  CHECK(standings_text(made) ==
        "demo/a open by demo/b 0..5; demo/b kept 7; demo/c displaced by demo/a 0");
  CHECK(totals_text(made) == "demo/group 5..7");
  REQUIRE(made.groups().front().missing.size() == 1);
  CHECK(made.groups().front().missing.front().name() == "is_listed");
  CHECK(made.find("demo/a")->standing == standing::open);
}

TEST_CASE("an amount that is not known leaves the choice open unless its ends decide",
          "[api][portfolio]") {
  const auto capped = policy_text("demo/b", "staff > 1", benefit_text("amount: rnd\nat_most: 4"));
  const auto rules =
      std::vector<std::string>{paying("demo/a", "staff > 1", "5"), capped,
                               group_text("demo/group", "rule: highest\nmembers: [demo/*]")};
  CHECK(standings(rules, {{"staff", 5}}) ==
        "demo/a kept 5; demo/b displaced by demo/a 0 | demo/group 5");
  const auto open = std::vector<std::string>{
      paying("demo/a", "staff > 1", "5"), paying("demo/b", "staff > 1", "rnd"),
      group_text("demo/group", "rule: highest\nmembers: [demo/*]")};
  CHECK(standings(open, {{"staff", 5}}) ==
        "demo/a open by demo/b 0..5; demo/b open by demo/a 0..? | demo/group 5..?");
}

TEST_CASE("an election is kept although it is not the best", "[api][portfolio]") {
  const auto rules = std::vector<std::string>{
      paying("demo/a", "staff > 1", "5"), paying("demo/b", "staff > 1", "7"),
      group_text("demo/group",
                 "rule: exclusive\nelection: region\n"
                 "members: [{policy: demo/a, option: first}, {policy: demo/b, option: second}]")};
  CHECK(standings(rules, {{"staff", 5}, {"region", "first"}}) ==
        "demo/a kept 5; demo/b displaced by demo/a 0 | demo/group 5");
  const auto by = bound(rules);
  const auto best = by.match(profile{{"staff", 5}});
  CHECK(standings_text(best) == "demo/a displaced by demo/b 0; demo/b kept 7");
  CHECK(best.groups().front().may_elect);
}

TEST_CASE("an election for what the company does not get is void", "[api][portfolio]") {
  const auto rules = std::vector<std::string>{
      paying("demo/a", "staff > 9", "5"), paying("demo/b", "staff > 1", "7"),
      paying("demo/c", "staff > 1", "6"),
      group_text("demo/group", "rule: exclusive\nelection: region\nmembers: [demo/*]")};
  CHECK(standings(rules, {{"staff", 5}, {"region", "demo/a"}}) ==
        "demo/b kept 7; demo/c displaced by demo/b 0 | demo/group 7");
}

TEST_CASE("the difference to the best is paid by the lower levels", "[api][portfolio]") {
  const auto rules = std::vector<std::string>{
      paying("demo/a", "staff > 1", "50", "district"), paying("demo/b", "staff > 1", "30", "city"),
      paying("demo/c", "staff > 1", "20", "district"),
      group_text("demo/group", "rule: difference\nmembers: [demo/*]")};
  CHECK(standings(rules, {{"staff", 5}}) ==
        "demo/a kept by demo/b 20; demo/b kept 30; demo/c displaced by demo/a 0 | demo/group 50");
}

TEST_CASE("what was paid before comes off the difference, and off the highest all",
          "[api][portfolio]") {
  const auto members = std::string("members: [demo/a, demo/b]\npaid: score * revenue(2021)");
  const auto a = paying("demo/a", "staff > 1", "50", "district");
  const auto b = paying("demo/b", "staff > 1", "40", "city");
  const profile paid{{"staff", 5}, {"score", 1}, {"revenue", 45}};
  CHECK(standings({a, b, group_text("demo/group", "rule: difference\n" + members)}, paid) ==
        "demo/a kept 5; demo/b displaced 0 | demo/group 5");
  CHECK(standings({a, b, group_text("demo/group", "rule: highest\n" + members)}, paid) ==
        "demo/a displaced 0; demo/b displaced 0 | demo/group 0");
  const auto by = bound({a, b, group_text("demo/group", "rule: highest\n" + members)});
  const auto open = by.match(profile{{"staff", 5}, {"score", 1}});
  CHECK(standings_text(open) == "demo/a open 0..50; demo/b displaced 0");
  CHECK(totals_text(open) == "demo/group 0..50");
  CHECK(open.groups().front().missing.front().name() == "revenue(2021)");
}

TEST_CASE("a cap cuts what comes last", "[api][portfolio]") {
  const auto rules = std::vector<std::string>{
      paying("demo/a", "staff > 1", "50", "district"), paying("demo/b", "staff > 1", "30", "city"),
      paying("demo/c", "staff > 1", "30", "district"),
      group_text("demo/group", "rule: sum_to_cap\ncap: revenue\nmembers: [demo/*]")};
  CHECK(standings(rules, {{"staff", 5}, {"revenue", 70}}) ==
        "demo/a kept by demo/b 40; demo/b kept 30; demo/c displaced by demo/a 0 | demo/group 70");
  CHECK(standings(rules, {{"staff", 5}, {"revenue", 200}}) == " | ");
  CHECK(standings(rules, {{"staff", 5}}) ==
        "demo/a kept by demo/b 0..50; demo/b kept 0..30; demo/c kept by demo/a 0..30 | "
        "demo/group 0..110");
}

// Case C46: one project, 300,000 paid by the city, a clause of the park worth 500,000; the text
// says only that the higher limit holds and nothing is given twice.
TEST_CASE("C46 a text that leaves the reading open gives both readings", "[api][portfolio]") {
  const auto rules = std::vector<std::string>{
      paying("demo/park", "staff > 1", "50万", "district"),
      group_text("demo/group",
                 "ambiguous: true\nreadings:\n"
                 "  - {reading: top-up, rule: difference, zh: 补差, en: the difference is paid}\n"
                 "  - {reading: no-repeat, rule: highest, zh: 不重复, en: nothing twice}\n"
                 "members: [demo/park]\npaid: revenue")};
  const auto by = bound(rules);
  const auto made = by.match(profile{{"staff", 5}, {"revenue", 300'000}});
  CHECK(standings_text(made) == "demo/park kept 200000, displaced 0");
  CHECK(made.find("demo/park")->standing == standing::open);
  CHECK(totals_text(made) == "demo/group 200000; demo/group 0");
  CHECK(made.groups()[0].of->ambiguous);
  CHECK(standings_text(by.match(profile{{"staff", 5}, {"revenue", 0}})).empty());
}

namespace {

std::string paying_each(std::string_view id, std::string_view require, std::string_view amount) {
  return policy_text(id, "staff > 1",
                     benefit_text("for_each: h in hires\nclauses:\n  - {clause: x, zh: 项, en: "
                                  "item, require: " +
                                  std::string(require) + "}\namount: " + std::string(amount)));
}

value hire(const char* degree, int wage) {
  return value(value::context{{"degree", degree}, {"wage", wage}});
}

}  // namespace

TEST_CASE("one item counts for one member, the best for each", "[api][portfolio]") {
  const auto rules = std::vector<std::string>{
      paying_each("demo/a", "h.wage >= 2", "h.wage"),
      paying_each("demo/b", "h.degree = \"doctor\"", "5"),
      group_text("demo/group", "rule: highest\nscope: {per: item}\nmembers: [demo/*]")};
  const value::list hires{hire("doctor", 9), hire("doctor", 3), hire("master", 4),
                          hire("doctor", 1)};
  const auto by = bound(rules);
  const auto made = by.match(profile{{"staff", 5}, {"hires", hires}});
  CHECK(standings_text(made) == "demo/a kept by demo/b 13; demo/b kept by demo/a 10");
  CHECK(totals_text(made) == "demo/group 23");
  CHECK(made.find("demo/a")->effects.front().items_elsewhere == 1);
  const value::list unknown{hire("doctor", 9), value(value::context{{"wage", 3}})};
  const auto open = by.match(profile{{"staff", 5}, {"hires", unknown}});
  CHECK(standings_text(open) == "demo/a open by demo/b 9..12; demo/b kept by demo/a 0..5");
  CHECK(totals_text(open) == "demo/group 12..14");
}

namespace {

// `a` of 5 and `b` of 3 in one policy, `demo/rival` of 6: `members` says what stands in the group.
std::vector<std::string> of_two_benefits(const std::string& group) {
  const std::string both =
      "benefits:\n  - {benefit: a, kind: cash, zh: 甲, en: a, amount: 5, round: none, cite: doc}\n"
      "  - {benefit: b, kind: tax, zh: 乙, en: b, amount: 3, unit: 元, round: none, cite: doc}\n";
  return {policy_text("demo/both", "staff > 1", both), paying("demo/rival", "staff > 3", "6"),
          group_text("demo/group", group)};
}

}  // namespace

TEST_CASE("a benefit that stands in a group alone gives way without the others",
          "[api][portfolio]") {
  const auto by = bound(of_two_benefits("rule: highest\nmembers: [demo/both#a, demo/rival]"));
  const auto made = by.match(profile{{"staff", 5}});
  CHECK(standings_text(made) == "demo/both displaced by demo/rival 0; demo/rival kept 6");
  const auto* both = made.find("demo/both");
  CHECK(both->standing == standing::kept);
  REQUIRE(both->effects.size() == 1);
  CHECK(both->effects.front().alone);
  CHECK(both->effects.front().compared->id == "a");
  const auto of = [&](std::size_t which) {
    return standing_of(*both->grants[which].what, both->grants[which].how_much, both->effects);
  };
  CHECK(of(0).standing == standing::displaced);
  CHECK(of(0).by->id == "demo/rival");
  CHECK(*of(0).left.high == decimal(0));
  CHECK_FALSE(of(1).is_said);
  CHECK(*of(1).left.high == decimal(3));
}

TEST_CASE("a policy that stands in a group as a whole gives way with all its benefits",
          "[api][portfolio]") {
  const auto by = bound(of_two_benefits("rule: highest\nmeasure: cash\nmembers: [demo/*]"));
  const auto made = by.match(profile{{"staff", 5}});
  const auto* both = made.find("demo/both");
  CHECK(both->standing == standing::displaced);
  CHECK_FALSE(both->effects.front().alone);
  for (const auto& each : both->grants) {
    CHECK(*standing_of(*each.what, each.how_much, both->effects).left.high == decimal(0));
  }
}

TEST_CASE("a policy is displaced when each of its benefits gives way in a group of its own",
          "[api][portfolio]") {
  auto rules = of_two_benefits("rule: highest\nmembers: [demo/both#a, demo/rival]");
  rules.push_back(policy_text("demo/other", "is_listed",
                              "benefit: {kind: tax, zh: 丙, en: c, amount: 4, unit: 元, round: "
                              "none, cite: doc}\n"));
  rules.push_back(group_text("demo/second", "rule: highest\nmembers: [demo/both#b, demo/other]"));
  const auto by = bound(rules);
  const auto standing_with = [&](const profile& company) {
    const auto made = by.match(company);
    return made.find("demo/both")->standing;
  };
  CHECK(standing_with({{"staff", 5}, {"is_listed", true}}) == standing::displaced);
  CHECK(standing_with({{"staff", 5}, {"is_listed", false}}) == standing::kept);
  CHECK(standing_with({{"staff", 5}}) == standing::open);
}

// The wages are 9, 8 and 3; `a` pays them up to 10 in all, `b` pays 4 for a doctor. The best member
// for each would bring 9 + 8 + 4 = 21, with the limit 10 + 4 = 14; the best is 9 + 4 + 4 = 17.
TEST_CASE("items go where they bring most within the limits of totals", "[api][portfolio]") {
  const auto by =
      bound({paying_each("demo/a", "h.wage > 0", "h.wage\ntotal_at_most: revenue"),
             paying_each("demo/b", "h.degree = \"doctor\"", "4"),
             group_text("demo/group", "rule: highest\nscope: {per: item}\nmembers: [demo/*]")});
  const value::list hires{hire("doctor", 9), hire("doctor", 8), hire("doctor", 3)};
  const auto with = [&](std::optional<int> limit) {
    profile company{{"staff", 5}, {"hires", hires}};
    if (limit) company.set("revenue", *limit);
    return by.match(company);
  };
  const auto limited = with(10);
  CHECK(standings_text(limited) == "demo/a kept by demo/b 9; demo/b kept by demo/a 8");
  CHECK(totals_text(limited) == "demo/group 17");
  CHECK(totals_text(with(100)) == "demo/group 21");
  CHECK(totals_text(with(5)) == "demo/group 13");
  const auto open = with({});
  CHECK(standings_text(open) == "demo/a open by demo/b 0..20; demo/b open by demo/a 0..12");
  CHECK(totals_text(open) == "demo/group 0..21");
  CHECK(open.groups().front().missing.front().name() == "revenue(2021)");
}

TEST_CASE("an explanation says who displaces a policy", "[api][portfolio]") {
  const auto by = bound({paying("demo/a", "staff > 1", "5"), paying("demo/b", "staff > 1", "7"),
                         group_text("demo/group", "rule: highest\nmembers: [demo/*]")});
  const auto why = by.explain("demo/a", profile{{"staff", 5}}).value();
  CHECK(why.standing == standing::displaced);
  REQUIRE(why.effects.size() == 1);
  CHECK(why.effects.front().by->id == "demo/b");
}

TEST_CASE("a rule set names its groups with their members", "[api][portfolio]") {
  const auto rules =
      rules_of({paying("demo/a", "staff > 1", "5"), paying("demo/b", "staff > 1", "7"),
                group_text("demo/group", "rule: highest\nmembers: [demo/*]")});
  REQUIRE(rules.groups().size() == 1);
  const auto& group = rules.groups().front();
  CHECK(group.id == "demo/group");
  CHECK(group.kind == "cash");
  CHECK(group.unit == "元");
  CHECK(group.members.size() == 2);
  CHECK(group.readings.front().rule == "highest");
}
