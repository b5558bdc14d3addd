#include "report/version_changes.hpp"

#include "catch.hpp"
#include "samples.hpp"

using namespace sudui;

namespace {

std::string changes(const policy_version& before, const policy_version& after,
                    language in = language::en) {
  std::string made;
  for (const auto& each : report::version_changes(before, after, in)) made += each + "\n";
  return made;
}

}  // namespace

TEST_CASE("equal versions have no changes", "[report][version_changes]") {
  const tests::sample given;
  CHECK(changes(given.of.versions[0], given.of.versions[0]).empty());
}

TEST_CASE("clauses that come, go or read otherwise are told", "[report][version_changes]") {
  const tests::sample given;
  const policy_version before = given.of.versions[0];
  policy_version after = before;
  after.clauses[1].children[0].formula = "staff > 500";
  after.clauses[1].children.pop_back();
  clause added;
  added.id = "new";
  added.label = {"新", "a new one"};
  after.clauses.push_back(added);
  CHECK(changes(before, after) ==
        "clause `large` was staff > 300\nnew clause: a new one\nclause gone: growing\n");
  CHECK(changes(before, after, language::zh).find("取消条件：") != std::string::npos);
}

TEST_CASE("limits, sources and the way of redemption are told", "[report][version_changes]") {
  const tests::sample given;
  const policy_version before = given.of.versions[0];
  policy_version after = before;
  after.redemption = "apply";
  after.benefits[0].limits.push_back({true, false, "100万", {}});
  after.benefits[0].cite.document = "通知";
  const std::string told = changes(before, after);
  CHECK(told.find("redemption becomes by application\n") != std::string::npos);
  CHECK(told.find("benefit `reward` becomes at most 100万") != std::string::npos);
  CHECK(told.find("benefit `reward` now cites 通知") != std::string::npos);
}

TEST_CASE("an amount is put into a sentence", "[report][version_changes]") {
  benefit of;
  of.unit = "元";
  of.is_per_item = true;
  of.items = "h in hires";
  of.rounding = "0.01 half up";
  of.limits = {{true, false, "10万", {}}, {false, true, "1000", {}}};
  CHECK(
      report::amount_sentence(of, language::en) ==
      "for each item (h in hires), at most 10万, in all at least 1000, rounded half up to 0.01 元");
  CHECK(report::amount_sentence(of, language::zh) ==
        "逐项计算（h in hires），最高 10万，合计最低 1000，四舍五入到 0.01 元");
  CHECK(report::amount_sentence(benefit{}, language::en).empty());
}

TEST_CASE("the best source of a benefit is the evidence of a version",
          "[report][version_changes]") {
  policy_version of;
  of.benefits.resize(2);
  of.benefits[0].cite.status = "general-knowledge";
  of.benefits[1].cite.status = "verified-secondary";
  CHECK(report::evidence_of(of) == "verified-secondary");
  of.illustrative = true;
  CHECK(report::evidence_of(of) == "illustrative");
}
