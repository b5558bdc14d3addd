// Decisions through the public interface: verdicts, outcomes, grants, what is missing, and checks.
#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

const decision& only(const decisions& made) {
  REQUIRE(made.all().size() == 1);
  return made.all()[0];
}

std::vector<std::string> names(std::span<const missing_input> inputs) {
  std::vector<std::string> all;
  for (const auto& each : inputs) all.push_back(each.name());
  return all;
}

const char* const groups = R"(policy: demo/groups
title: {zh: 政策, en: a policy}
level: city
sources: {doc: {document: 文件第1号, status: verified-text}}
clauses:
  - any:
      - {clause: large, zh: 大, en: large, require: staff > 300, cite: doc}
      - {clause: listed, zh: 上市, en: listed, require: is_listed, cite: doc}
    clause: either
    zh: 其一
    en: either
    cite: doc
  - none:
      - {clause: zombie, zh: 僵尸, en: zombie, require: is_zombie, cite: doc}
      - {clause: debtor, zh: 欠税, en: debtor, require: debts > 0, cite: doc}
    clause: clean
    zh: 无不良
    en: clean
    cite: doc
benefit: {kind: right, zh: 权利, en: right, cite: doc}
)";

}  // namespace

TEST_CASE("a policy is eligible, ineligible or undetermined", "[api][match]") {
  const auto by = bound({policy_text("demo/one", "staff > 300")});
  const auto yes = by.match({{"staff", 301}});
  const auto no = by.match({{"staff", 300}});
  const auto open = by.match({});
  CHECK(only(yes).verdict == verdict::eligible);
  CHECK(only(no).verdict == verdict::ineligible);
  CHECK(only(open).verdict == verdict::undetermined);
  CHECK(yes.eligible().size() == 1);
  CHECK(no.eligible().empty());
  CHECK(only(no).grants.empty());
}

TEST_CASE("an undetermined decision names what it waits for and what it would award",
          "[api][match]") {
  const auto by = bound({policy_text("demo/one", "revenue(2020) > 5 and staff > 300",
                                     benefit_text("amount: revenue(2021)"))});
  const auto made = by.match({{"revenue", by_year({{2021, 700}})}});
  const auto& open = only(made);
  CHECK(names(open.missing) == std::vector<std::string>{"revenue(2020)", "staff"});
  CHECK(open.missing[0].what->holder == "TAX");
  REQUIRE(open.grants.size() == 1);
  CHECK(open.grants[0].how_much.is == amount::state::exact);
  CHECK(*open.grants[0].how_much.low == 700);
}

TEST_CASE("a clause that is unmet decides, whatever else is missing", "[api][match]") {
  const auto by = bound({policy_text("demo/one", "revenue(2020) > 5 and staff > 300")});
  const auto made = by.match({{"staff", 10}});
  CHECK(only(made).verdict == verdict::ineligible);
  CHECK(only(made).missing.empty());
}

TEST_CASE("an eligible company may still wait for its amount", "[api][match]") {
  const auto by = bound(
      {policy_text("demo/one", "staff > 300", benefit_text("amount: revenue\nat_most: 50万"))});
  const auto made = by.match({{"staff", 301}});
  const auto& given = only(made);
  CHECK(given.verdict == verdict::eligible);
  CHECK(given.missing.empty());
  CHECK(names(given.amount_missing) == std::vector<std::string>{"revenue(2021)"});
  CHECK(given.grants[0].how_much.is == amount::state::interval);
  CHECK(!given.grants[0].how_much.low);
  CHECK(*given.grants[0].how_much.high == 500000);
}

TEST_CASE("groups stand before their clauses, each with an outcome", "[api][match]") {
  const auto by = bound({groups});
  const auto made = by.match({{"staff", 10}, {"is_listed", true}});
  const std::vector<outcome> seen(only(made).clauses.begin(), only(made).clauses.end());
  CHECK(seen == std::vector<outcome>{outcome::met, outcome::unmet, outcome::met, outcome::met,
                                     outcome::unmet, outcome::unmet});
  CHECK(only(made).verdict == verdict::eligible);
  CHECK(only(made).grants[0].how_much.is == amount::state::none);
}

TEST_CASE("a group that is decided waits for nothing", "[api][match]") {
  const auto by = bound({groups});
  const auto made = by.match({{"is_listed", true}});
  CHECK(only(made).verdict == verdict::eligible);
  const auto open = by.match({{"staff", 10}});
  CHECK(names(only(open).missing) == std::vector<std::string>{"is_listed"});
}

TEST_CASE("what a field says of absence holds: zero, false or unknown", "[api][match]") {
  const auto by = bound({policy_text("demo/one", "debts = 0 and not(is_zombie) and staff > 1")});
  const auto made = by.match({});
  CHECK(names(only(made).missing) == std::vector<std::string>{"staff"});
}

TEST_CASE("an unknown given is unknown even where absence means zero", "[api][match]") {
  const auto by = bound({policy_text("demo/one", "debts = 0")});
  const auto absent = by.match({});
  CHECK(only(absent).verdict == verdict::eligible);
  const auto unknown = by.match({{"debts", value()}});
  CHECK(only(unknown).verdict == verdict::undetermined);
}

TEST_CASE("null is unmet, and not unknown", "[api][match]") {
  const auto by = bound({policy_text("demo/one", "100 / debts > 5")});
  const auto made = by.match({{"debts", 0}});
  CHECK(only(made).verdict == verdict::ineligible);
}

TEST_CASE("a single value of a yearly field is that of the assessment year", "[api][match]") {
  const auto by = bound({policy_text("demo/one", "revenue > 5 and revenue(year - 1) > 5")});
  const auto made = by.match({{"revenue", 10}});
  CHECK(names(only(made).missing) == std::vector<std::string>{"revenue(2020)"});
}

TEST_CASE("fields may be given by their Chinese label", "[api][match]") {
  const auto by = bound({policy_text("demo/one", "职工人数 > 300")});
  const auto made = by.match({{"职工人数", 301}});
  CHECK(only(made).verdict == verdict::eligible);
}

TEST_CASE("a value of the wrong type counts as unknown, and check tells", "[api][match]") {
  const auto by = bound({policy_text("demo/one", "staff > 300")});
  const profile company{{"staff", "many"}, {"stafff", 5}, {"revenue", by_year({{2021, "big"}})}};
  const auto made = by.match(company);
  CHECK(only(made).verdict == verdict::undetermined);
  const auto found = by.check(company);
  REQUIRE(found.size() == 3);
  std::string said;
  for (const auto& each : found) said += to_text(each, language::en);
  CHECK_THAT(said, ContainsSubstring("profile-wrong-type"));
  CHECK_THAT(said, ContainsSubstring("did you mean `staff`?"));
  CHECK_THAT(said, ContainsSubstring("`revenue`"));
}

TEST_CASE("a profile that fits has nothing to be told", "[api][match]") {
  const auto by = bound({policy_text("demo/one", "staff > 300")});
  CHECK(by.check({{"staff", 5},
                  {"revenue", by_year({{2021, 5}})},
                  {"hires", value::list{value::context{{"degree", "master"}}}}})
            .empty());
}

TEST_CASE("a line an item tells what each item gives", "[api][match]") {
  const auto by = bound({policy_text(
      "demo/one", "staff > 1",
      benefit_text("for_each: h in hires\nclauses:\n  - {clause: m, zh: 硕士, en: master, require: "
                   "h.degree = \"master\", cite: doc}\namount: 100\nround: 1 down"))});
  const auto made =
      by.match({{"staff", 5},
                {"hires", value::list{value::context{{"degree", "master"}},
                                      value::context{{"degree", "doctor"}}, value::context{}}}});
  const auto& grant = only(made).grants[0];
  REQUIRE(grant.lines.size() == 3);
  CHECK(grant.lines[0].held == outcome::met);
  CHECK(grant.lines[1].held == outcome::unmet);
  CHECK(grant.lines[2].held == outcome::unknown);
  CHECK(*grant.how_much.low == 100);
  CHECK(*grant.how_much.high == 200);
}

TEST_CASE("decisions outlive matcher and rules, and move", "[api][match]") {
  decisions kept;
  {
    auto made = bound({policy_text("demo/one", "staff > 300")}).match({{"staff", 301}});
    kept = std::move(made);
  }
  CHECK(only(kept).of->id == "demo/one");
  CHECK(only(kept).version->benefits.size() == 1);
  CHECK(kept.find("demo/two") == nullptr);
}

TEST_CASE("memory that is used again holds the last decisions only", "[api][match]") {
  const auto small = bound({policy_text("demo/one", "staff > 300")});
  const auto large =
      bound({policy_text("demo/one", "is_listed"), policy_text("demo/two", "score > 5")});
  scratch reuse;
  CHECK(small.match({{"staff", 301}}, reuse).eligible().size() == 1);
  CHECK(large.match({{"is_listed", true}, {"score", 6}}, reuse).eligible().size() == 2);
  CHECK(small.match({{"staff", 3}}, reuse).eligible().empty());
}

TEST_CASE("a hundred per cent is the same one as the place of a member", "[api][match]") {
  const auto items =
      "benefits:\n"
      "  - {benefit: x, kind: cash, zh: 奖励, en: reward, amount: score * revenue * "
      "100%, round: none, cite: doc}\n"
      "  - {benefit: y, kind: cash, zh: 奖励, en: reward, for_each: h in hires, "
      "amount: h.wage, round: none, cite: doc}\n";
  const auto by = bound({policy_text("demo/one", "is_listed", items)});
  const value::list hires{value::context{{"degree", "doctor"}, {"wage", 7}}};
  const auto made = by.match(profile{{"is_listed", true}, {"hires", hires}});
  const auto& grants = made.find("demo/one")->grants;
  REQUIRE(grants.size() == 2);
  REQUIRE(grants[1].how_much.is == amount::state::exact);
  CHECK(*grants[1].how_much.low == decimal(7));
}
