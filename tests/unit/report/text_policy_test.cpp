#include <sudui/report.hpp>

#include "catch.hpp"
#include "samples.hpp"
#include "text/utf8.hpp"

using namespace sudui;

TEST_CASE("a policy card tells everything an officer wrote", "[report][text_policy]") {
  tests::sample given;
  given.of.entry = 93;
  given.of.versions[0].clauses[0].veto = true;
  given.of.versions[0].benefits[0].rounding = "0.01 half up";
  given.of.versions[0].benefits[0].limits = {{true, false, "100万", {}}};
  CHECK(to_text(given.of, {language::en, false, 100}) ==
        "Growth reward\n"
        "city/reward\n"
        "city · Science bureau · entry 93\n"
        "redemption: paid without applying\n"
        "in force: 2021-01-01 to 2023-12-31\n"
        "version: the day picks the version\n"
        "evidence: verified against the text\n"
        "\n"
        "conditions\n"
        "  1. on the list (veto)\n"
        "     on_list\n"
        "     source: 办法 (verified against the text)\n"
        "  2. one of two (any of)\n"
        "     2.1 large\n"
        "         staff > 300\n"
        "     2.2 growing\n"
        "         growth >= 5%\n"
        "         source: 通知 (from a lead only, unverified)\n"
        "\n"
        "benefits\n"
        "  - reward · cash\n"
        "    at most 100万, rounded half up to 0.01 元\n"
        "    tax_paid * 10%\n"
        "    source: 办法 (verified against the text)\n");
}

TEST_CASE("a policy card speaks Chinese", "[report][text_policy]") {
  tests::sample given;
  given.of.timing = "year";
  given.of.versions[0].benefits[0].is_per_item = true;
  const std::string text = to_text(given.of, {language::zh, false, 100});
  CHECK(tests::lines_with(text, "按评定年度") == "选用版本：按评定年度选用版本\n");
  CHECK(tests::lines_with(text, "奖补资金") == "  - 奖励 · 奖补资金\n");
  CHECK(tests::lines_with(text, "逐项计算") == "    逐项计算\n");
}

TEST_CASE("a card says what is pooled or illustrative, and notes", "[report][text_policy]") {
  tests::sample given;
  policy_version& version = given.of.versions[0];
  version.discretionary = true;
  version.illustrative = true;
  version.note = {"另见细则", "see the guide"};
  const std::string text = to_text(given.of, {language::en, false, 100});
  CHECK(tests::lines_with(text, "may apply") == "may apply, never promised\n");
  CHECK(tests::lines_with(text, "evidence") ==
        "evidence: illustrative: no official text was found\n");
  CHECK(tests::lines_with(text, "see the guide") == "  see the guide\n");
}

TEST_CASE("a card shows the last version and what it changed", "[report][text_policy]") {
  tests::sample given;
  policy_version later = given.of.versions[0];
  later.days = {std::chrono::year(2024) / 1 / 1, std::nullopt};
  later.clauses[0].formula = "on_list and staff > 3";
  given.of.versions.push_back(later);
  const std::string text = to_text(given.of, {language::en, false, 100});
  CHECK(tests::lines_with(text, "in force: ") == "in force: from 2024-01-01\n");
  CHECK(tests::lines_with(text, "was on_list") == "    - clause `on the list` was on_list\n");
}

TEST_CASE("no line of a card is wider than the terminal", "[report][text_policy]") {
  tests::sample given;
  given.of.versions[0].note = {
      "减免税额按与25%法定税率的差额计算；同一所得不得同时适用高新技术企业15%"
      "税率，取税负较低者；预缴时先行享受",
      ""};
  given.of.versions[0].clauses[0].label.zh =
      "在当年独角兽、潜在独角兽、瞪羚企业名单内（一年一评，当年有效）";
  for (const int width : {40, 60, 80}) {
    const std::string text = to_text(given.of, {language::zh, false, width});
    std::size_t begin = 0;
    while (begin < text.size()) {
      const std::size_t end = text.find('\n', begin);
      const auto line = std::string_view(text).substr(begin, end - begin);
      INFO(line);
      CHECK(text::display_width(line) <= static_cast<std::size_t>(width));
      begin = end + 1;
    }
  }
}
