#include "review/inputs_read.hpp"

#include "api/loaded.hpp"
#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

std::string read_by(const rule_set& rules, date on) {
  const auto& typed = *rules.held().typed;
  std::string made;
  for (const auto& [where, decides] :
       review::read_inputs(typed, typed.policies[0].versions[0], on).fields) {
    const auto& field = rules.fields()[where.field];
    made += field.name;
    if (where.member >= 0) made += "." + field.members[static_cast<std::size_t>(where.member)].name;
    made += decides ? " " : "- ";
  }
  return made;
}

}  // namespace

TEST_CASE("what a definition reads counts on the days of its version", "[review][inputs_read]") {
  const rule_set rules = rules_of({policy_text("demo/one", "is_big"),
                                   "define: is_big\nzh: 大\nen: big\nversions:\n"
                                   "  - {to: 2021-12-31, formula: staff > 3}\n"
                                   "  - {from: 2022-01-01, formula: revenue > 3}\n"});
  CHECK(read_by(rules, day(2021, 1, 1)) == "staff ");
  CHECK(read_by(rules, day(2022, 1, 1)) == "revenue ");
}

TEST_CASE("members are read through loops, filters and paths", "[review][inputs_read]") {
  CHECK(read_by(rules_of({policy_text("demo/one", "some h in hires satisfies h.wage > 3")}),
                day(2021, 1, 1)) == "hires hires.wage ");
  CHECK(read_by(rules_of({policy_text("demo/one", "count(hires[degree = \"doctor\"]) > 1")}),
                day(2021, 1, 1)) == "hires hires.degree ");
  CHECK(read_by(rules_of({policy_text("demo/one", "sum(hires.wage) > 1")}), day(2021, 1, 1)) ==
        "hires hires.wage ");
}

TEST_CASE("the items of a benefit are read for the amount", "[review][inputs_read]") {
  const rule_set rules = rules_of({policy_text(
      "demo/one", "staff > 3", benefit_text("for_each: h in hires\namount: h.wage * 2"))});
  CHECK(read_by(rules, day(2021, 1, 1)) == "staff hires- hires.wage- ");
}
