#include <sudui/report.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace sudui;
using namespace std::chrono_literals;
using sudui::tests::ContainsSubstring;

namespace {

explanation explained(tests::sample& given, verdict as) {
  const policy_version& version = given.of.versions[0];
  explanation made;
  made.of = &given.of;
  made.version = &version;
  made.as_of = 2021y / 12 / 31;
  made.year = 2021;
  made.verdict = as;
  clause_explanation listed{&version.clauses[0], outcome::met, {}, {}, {}};
  clause_explanation either{&version.clauses[1], outcome::unmet, {}, {}, {}};
  either.children = {
      {&version.clauses[1].children[0], outcome::unknown, {}, {given.missing[0]}, {}},
      {&version.clauses[1].children[1], outcome::unmet, tests::ratio_comparison(), {}, {}}};
  made.clauses = {listed, either};
  return made;
}

text_options in(language which) { return {which, false, 100}; }

}  // namespace

TEST_CASE("an explanation is a tree of clauses with figures and sources",
          "[report][text_explanation]") {
  tests::sample given;
  CHECK(to_text(explained(given, verdict::ineligible), in(language::en)) ==
        "Growth reward  city/reward\n"
        "city · Science bureau · paid without applying · in force 2021-01-01 to 2023-12-31\n"
        "as of 2021-12-31  assessment year 2021\n"
        "verdict: ✗ ineligible\n"
        "\n"
        "clauses\n"
        "✓ on the list\n"
        "    source: 办法 (verified against the text)\n"
        "✗ one of two (any of)\n"
        "  ? large\n"
        "      missing: R&D staff(2021) (statistics)\n"
        "  ✗ growing\n"
        "      R&D ratio 4.2 %, needs ≥ 5 %, short by 640,000.00 元 of R&D expense\n"
        "        R&D expense(2021) = 3,360,000.00 元\n"
        "        revenue(2021) = 80,000,000.00 元\n"
        "      source: 通知 (from a lead only, unverified)\n"
        "\n"
        "some sources are unverified: the official documents hold\n");
}

TEST_CASE("the amount stands step by step under the clauses", "[report][text_explanation]") {
  tests::sample given;
  explanation why = explained(given, verdict::eligible);
  step first;
  first.formula = "tax_paid * 10%";
  first.result = decimal(3'400'000);
  first.unit = "元";
  why.grants = {{&given.of.versions[0].benefits[0], tests::exactly(340000000), {first}, {}, {}}};
  CHECK_THAT(
      to_text(why, in(language::zh)),
      ContainsSubstring("待遇\n  奖励：3,400,000.00 元\n    tax_paid * 10% = 3,400,000.00 元\n"
                        "    依据：办法（已核对原文）\n"));
}

TEST_CASE("items of a benefit have a line each", "[report][text_explanation]") {
  tests::sample given;
  explanation why = explained(given, verdict::eligible);
  grant_explanation paid{&given.of.versions[0].benefits[0], tests::exactly(720000), {}, {}, {}};
  paid.lines = {{0, outcome::met, tests::exactly(720000)}, {1, outcome::unmet, {}}};
  why.grants = {paid};
  CHECK_THAT(to_text(why, in(language::en)),
             ContainsSubstring("    ✓ item 1  7,200.00 元\n    ✗ item 2\n"));
}

TEST_CASE("what would settle an undetermined policy is listed with the names of the fields",
          "[report][text_explanation]") {
  tests::sample given;
  explanation why = explained(given, verdict::undetermined);
  why.missing = {given.missing[0]};
  const std::string text = to_text(why, in(language::en));
  CHECK_THAT(text,
             ContainsSubstring(
                 "these data would settle it\n  R&D staff(2021) (statistics)  rd_staff(2021)\n"));
}

TEST_CASE("a policy that is not in force says so and nothing else", "[report][text_explanation]") {
  tests::sample given;
  explanation why = explained(given, verdict::ineligible);
  why.version = nullptr;
  const std::string text = to_text(why, in(language::en));
  CHECK_THAT(text, ContainsSubstring("not in force on that day\n"));
  CHECK(text.find("clauses") == std::string::npos);
}

TEST_CASE("a pooled and illustrative policy is remarked on", "[report][text_explanation]") {
  tests::sample given;
  given.of.versions[0].discretionary = true;
  given.of.versions[0].illustrative = true;
  given.of.versions[0].note = {"另见细则", "see the guide"};
  const std::string text = to_text(explained(given, verdict::eligible), in(language::zh));
  CHECK_THAT(text, ContainsSubstring("本政策为竞争性或总量控制，不保证享受\n"));
  CHECK_THAT(text, ContainsSubstring("本政策为示例条款，未找到正式文本\n"));
  CHECK_THAT(text, ContainsSubstring("另见细则\n"));
}

TEST_CASE("a grant tells what its amount waits for", "[report][text_explanation]") {
  tests::sample given;
  explanation why = explained(given, verdict::eligible);
  const amount open{amount::state::interval, {}, decimal(500)};
  why.grants = {{&given.of.versions[0].benefits[0], open, {}, {}, {given.missing[0]}}};
  const std::string text = to_text(why, in(language::en));
  CHECK_THAT(text, ContainsSubstring("  reward: at most 500.00 元\n"));
  CHECK_THAT(text, ContainsSubstring("    the amount waits for: R&D staff(2021) (statistics)\n"));
}
