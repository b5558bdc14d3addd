// A rule set's own tests: what passes, what differs, and which clauses were seen both ways.
#include <sudui/rule_tests.hpp>

#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

std::string test(const std::string& profile, const std::string& expect,
                 const std::string& more = "") {
  return "test: a test\nas_of: 2021-12-31\n" + more + "profile: {" + profile +
         "}\nexpect: {demo/one: " + expect + "}\n";
}

test_report report_of(const std::vector<std::string>& tests) {
  std::vector<std::string> documents{
      policy_text("demo/one", "staff > 300", benefit_text("amount: revenue\nat_most: 50万"))};
  documents.insert(documents.end(), tests.begin(), tests.end());
  return run_tests(rules_of(documents));
}

std::string differences(const std::string& profile, const std::string& expect) {
  const auto report = report_of({test(profile, expect)});
  std::string all;
  for (const auto& each : report.results.at(0).differences) all += each.en + "\n";
  return all;
}

}  // namespace

TEST_CASE("what comes as expected passes", "[api][rule_tests]") {
  CHECK(differences("staff: 301, revenue: 100", "{verdict: eligible, amount: 100.00}").empty());
  CHECK(differences("staff: 301", "{missing: [revenue(2021)]}").empty());
  CHECK(differences("staff: 1", "ineligible").empty());
  CHECK(differences("", "{verdict: undetermined, missing: [staff, revenue(2021)]}").size() > 0);
  CHECK(differences("", "{verdict: undetermined, missing: [staff], unknown: [c]}").empty());
  CHECK(differences("staff: 301", "{met: [c]}").empty());
}

TEST_CASE("a difference tells what was expected and what came", "[api][rule_tests]") {
  CHECK(differences("staff: 300", "eligible") ==
        "demo/one: verdict expected eligible, got ineligible\n");
  CHECK(differences("staff: 301, revenue: 100", "{amount: 101}") ==
        "demo/one: amount expected 101, got 100\n");
  CHECK(differences("staff: 301, revenue: 100", "{unmet: [c]}") ==
        "demo/one: clause c expected unmet, got met\n");
  CHECK(differences("staff: 301", "{missing: [rnd(2021)]}") ==
        "demo/one: missing expected [rnd(2021)], got [revenue(2021)]\n");
}

TEST_CASE("a policy of another time is not in force", "[api][rule_tests]") {
  const auto rules = rules_of(
      {policy_text("demo/one", "staff > 300", benefit_text("amount: 1"), "from: 2025-01-01\n"),
       test("staff: 301", "not-in-force")});
  CHECK(run_tests(rules).passed == 1);
}

TEST_CASE("clauses seen met and unmet are covered", "[api][rule_tests]") {
  const auto both = report_of({test("staff: 301", "eligible"), test("staff: 1", "ineligible")});
  CHECK(both.passed == 2);
  CHECK(both.covered == 1);
  CHECK(both.clause_count == 1);
  const auto one = report_of({test("staff: 301", "eligible")});
  CHECK(one.covered == 0);
  REQUIRE(one.clauses.size() == 1);
  CHECK(one.clauses[0].met);
  CHECK(!one.clauses[0].unmet);
}

TEST_CASE("a test may give the year and parameters", "[api][rule_tests]") {
  const std::string limit =
      "parameter: limit\nzh: 限额\nen: limit\nunit: 元\nby: year\nvalues:\n"
      "  - {year: 2020, value: unknown, cite: {document: 文件, status: seed-only}}\n";
  const auto rules = rules_of(
      {limit, policy_text("demo/one", "revenue > limit"),
       test("revenue: {2020: 10}", "eligible", "year: 2020\nparameters: {limit: {2020: 5}}\n"),
       test("revenue: {2020: 10}", "{verdict: undetermined, missing: [limit(2020)]}",
            "year: 2020\n")});
  const auto report = run_tests(rules);
  CHECK(report.passed == 2);
  CHECK(report.failed == 0);
}

TEST_CASE("a pattern picks the tests of some policies", "[api][rule_tests]") {
  const auto rules =
      rules_of({policy_text("demo/one", "staff > 300"), policy_text("other/one", "staff > 300"),
                test("staff: 301", "eligible")});
  CHECK(run_tests(rules, "demo/*").results.size() == 1);
  CHECK(run_tests(rules, "other/*").results.empty());
  CHECK(run_tests(rules, "other/*").clause_count == 1);
}

TEST_CASE("a test that expects another standing says what came", "[api][rule_tests]") {
  const auto rules = rules_of(
      {policy_text("demo/a", "staff > 1", benefit_text("amount: 5")),
       policy_text("demo/b", "staff > 1", benefit_text("amount: 7")),
       "group: demo/group\ntitle: {zh: 组, en: group}\nrule: highest\nmembers: [demo/a, demo/b]\n"
       "cite: {document: 文件第2号, status: verified-text}\n",
       "test: right\nas_of: 2021-12-31\nprofile: {staff: 5}\nexpect:\n"
       "  demo/a: {standing: displaced, displaced_by: demo/b, paid: 0}\n"
       "groups:\n  demo/group: {total: 7}\n",
       "test: wrong\nas_of: 2021-12-31\nprofile: {staff: 5}\nexpect:\n"
       "  demo/a: {standing: kept, paid: 5}\n"
       "groups:\n  demo/group: {total: {from: 0, to: 5}}\n"});
  const auto report = run_tests(rules);
  CHECK(report.passed == 1);
  REQUIRE(report.failed == 1);
  const auto& differences = report.results.back().differences;
  REQUIRE(differences.size() == 3);
  CHECK(differences[0].en == "demo/a: standing expected kept, got displaced");
  CHECK(differences[1].en == "demo/a: paid in the group expected 5, got 0");
  CHECK(differences[2].en == "demo/group: total expected 0 .. 5, got 7");
}
