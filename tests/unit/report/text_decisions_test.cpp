#include "report/text_decisions.hpp"

#include "catch.hpp"
#include "samples.hpp"

using namespace sudui;
using sudui::tests::ContainsSubstring;
using sudui::tests::EndsWith;

namespace {

std::string shown(tests::sample& given, verdict as, language in) {
  const std::vector<decision> all{given.decided(as)};
  return report::text_of(given.answer(all), {in, false, 100});
}

}  // namespace

TEST_CASE("the heading tells the day, the year and the counts", "[report][text_decisions]") {
  tests::sample given;
  given.not_in_force = {&given.of};
  const std::string text = shown(given, verdict::eligible, language::en);
  CHECK_THAT(text, ContainsSubstring("Rules  as of 2023-12-31  assessment year 2023\n"));
  CHECK_THAT(text, ContainsSubstring("eligible 1  undetermined 0  ineligible 0  not in force 1\n"));
}

TEST_CASE("an eligible policy stands with its amount and how it is paid",
          "[report][text_decisions]") {
  tests::sample given;
  CHECK_THAT(shown(given, verdict::eligible, language::zh),
             ContainsSubstring("✓   成长奖励  3,400,000.00 元  免申即享  ※  city/reward\n"));
  CHECK_THAT(shown(given, verdict::eligible, language::en),
             ContainsSubstring(
                 "✓   Growth reward  3,400,000.00 元  paid without applying  ※  city/reward\n"));
}

TEST_CASE("an undetermined policy says what is missing and who holds it",
          "[report][text_decisions]") {
  tests::sample given;
  CHECK_THAT(shown(given, verdict::undetermined, language::zh),
             ContainsSubstring("?   city/reward  成长奖励：缺少：研发人员数(2021)（统计）\n"));
}

TEST_CASE("an ineligible policy names the clauses that fail", "[report][text_decisions]") {
  tests::sample given;
  CHECK_THAT(shown(given, verdict::ineligible, language::en),
             ContainsSubstring("✗   city/reward  Growth reward: large\n"));
}

TEST_CASE("decisions below the least are counted and left out", "[report][text_decisions]") {
  tests::sample given;
  const auto with_least = [&](verdict as, verdict least) {
    const std::vector<decision> all{given.decided(as)};
    return report::text_of(given.answer(all), {language::en, false, 100, least});
  };
  const auto none = with_least(verdict::ineligible, verdict::undetermined);
  CHECK_THAT(none, ContainsSubstring("eligible 0  undetermined 0  ineligible 1"));
  CHECK(none.find("city/reward") == std::string::npos);
  const auto waiting = with_least(verdict::undetermined, verdict::undetermined);
  CHECK_THAT(waiting, ContainsSubstring("city/reward"));
  const auto open = with_least(verdict::undetermined, verdict::eligible);
  CHECK(open.find("city/reward") == std::string::npos);
  CHECK_THAT(with_least(verdict::eligible, verdict::eligible), ContainsSubstring("city/reward"));
}

TEST_CASE("groups are not named beside their children", "[report][text_decisions]") {
  tests::sample given;
  given.outcomes = {outcome::met, outcome::unmet, outcome::unmet, outcome::unmet};
  CHECK_THAT(shown(given, verdict::ineligible, language::en),
             ContainsSubstring("Growth reward: large; growing\n"));
}

TEST_CASE("a pooled policy promises nothing", "[report][text_decisions]") {
  tests::sample given;
  given.of.versions[0].discretionary = true;
  CHECK_THAT(shown(given, verdict::eligible, language::en),
             ContainsSubstring("may apply, up to 3,400,000.00 元"));
}

TEST_CASE("signs are explained below the table where they stand in it",
          "[report][text_decisions]") {
  tests::sample given;
  CHECK_THAT(shown(given, verdict::eligible, language::en),
             EndsWith("\n※ unverified source: the official documents hold\n"));
  given.of.versions[0].illustrative = true;
  CHECK_THAT(shown(given, verdict::eligible, language::en),
             ContainsSubstring("  ◇※  city/reward\n"));
  CHECK_THAT(shown(given, verdict::eligible, language::zh),
             EndsWith("\n◇ 示例条款，未找到正式文本\n"));
  CHECK(shown(given, verdict::ineligible, language::zh).find("※") == std::string::npos);
}

TEST_CASE("a verdict that nothing came to has no section", "[report][text_decisions]") {
  tests::sample given;
  const std::string text = shown(given, verdict::eligible, language::en);
  CHECK(text.find("\nundetermined\n") == std::string::npos);
}

TEST_CASE("colours stand around marks only where they are asked for", "[report][text_decisions]") {
  tests::sample given;
  const std::vector<decision> all{given.decided(verdict::eligible)};
  const std::string text = report::text_of(given.answer(all), {language::en, true, 100});
  CHECK_THAT(text, ContainsSubstring("\x1b[32m✓\x1b[0m   Growth reward"));
  CHECK(shown(given, verdict::eligible, language::en).find('\x1b') == std::string::npos);
}

TEST_CASE("an amount that is not known says what it waits for", "[report][text_decisions]") {
  tests::sample given;
  given.grants[0].how_much = {amount::state::unknown, {}, {}};
  std::vector<decision> all{given.decided(verdict::eligible)};
  all[0].amount_missing = given.missing;
  const std::string text = report::text_of(given.answer(all), {language::en, false, 120});
  CHECK_THAT(text, ContainsSubstring("amount unknown"));
  CHECK_THAT(text, ContainsSubstring("the amount waits for: R&D staff(2021) (statistics)\n"));
}

TEST_CASE("beyond a few the clauses that fail are counted", "[report][text_decisions]") {
  tests::sample given;
  given.outcomes = {outcome::unmet, outcome::unmet, outcome::unmet, outcome::unmet};
  CHECK_THAT(shown(given, verdict::ineligible, language::en),
             ContainsSubstring("Growth reward: on the list; large; and 1 more\n"));
  CHECK_THAT(shown(given, verdict::ineligible, language::zh),
             ContainsSubstring("在名单内；规模大；另有 1 条\n"));
}

TEST_CASE("a right without an amount has a row of its own", "[report][text_decisions]") {
  tests::sample given;
  decision made = given.decided(verdict::eligible);
  made.grants = {};
  const std::vector<decision> all{made};
  CHECK_THAT(report::text_of(given.answer(all), {language::en, false, 100}),
             ContainsSubstring("Growth reward    paid without applying"));
}

TEST_CASE("several grants of one policy have a row each", "[report][text_decisions]") {
  tests::sample given;
  std::vector<grant> two(2);
  two[0] = two[1] = given.grants[0];
  two[1].how_much = tests::exactly(500);
  decision made = given.decided(verdict::eligible);
  made.grants = two;
  made.amount_missing = given.missing;
  const std::vector<decision> all{made};
  const auto text = report::text_of(given.answer(all), {language::en, false, 120});
  CHECK_THAT(text, ContainsSubstring("Growth reward: reward"));
  CHECK_THAT(text, ContainsSubstring("5.00 元"));
  CHECK_THAT(text, ContainsSubstring("the amount waits for: R&D staff(2021) (statistics)"));
  CHECK(tests::lines_with(text, "city/reward").find("5.00 元") == std::string::npos);
}
