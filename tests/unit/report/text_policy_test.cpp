#include <sudui/report.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace sudui;

TEST_CASE("a policy card tells everything an officer wrote", "[report][text_policy]") {
  tests::sample given;
  given.of.entry = 93;
  given.of.versions[0].clauses[0].veto = true;
  CHECK(to_text(given.of, {language::en, false, 100}) ==
        "Growth reward  city/reward\n"
        "city · Science bureau · entry 93\n"
        "the day picks the version\n"
        "\n"
        "2021-01-01 to 2023-12-31  paid without applying\n"
        "clauses\n"
        "  - on the list (veto)\n"
        "      on_list\n"
        "      source: 办法 (verified against the text)\n"
        "  - one of two (any of)\n"
        "    - large\n"
        "        staff > 300\n"
        "    - growing\n"
        "        growth >= 5%\n"
        "        source: 通知 (from a lead only, unverified)\n"
        "benefits\n"
        "  - reward · cash\n"
        "      tax_paid * 10%\n"
        "      source: 办法 (verified against the text)\n");
}

TEST_CASE("a policy card speaks Chinese", "[report][text_policy]") {
  tests::sample given;
  given.of.timing = "year";
  given.of.versions[0].benefits[0].is_per_item = true;
  const std::string text = to_text(given.of, {language::zh, false, 100});
  CHECK(tests::lines_with(text, "按评定年度") == "按评定年度选用版本\n");
  CHECK(tests::lines_with(text, "奖补资金") == "  - 奖励 · 奖补资金（逐项计算）\n");
}

TEST_CASE("a card says what is pooled or illustrative, and notes", "[report][text_policy]") {
  tests::sample given;
  policy_version& version = given.of.versions[0];
  version.discretionary = true;
  version.illustrative = true;
  version.note = {"另见细则", "see the guide"};
  const std::string text = to_text(given.of, {language::en, false, 100});
  CHECK(tests::lines_with(text, "2021-01-01") ==
        "2021-01-01 to 2023-12-31  paid without applying · may apply, never promised · "
        "illustrative\n");
  CHECK(tests::lines_with(text, "note: ") == "note: see the guide\n");
}
