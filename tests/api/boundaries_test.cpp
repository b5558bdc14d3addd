// Companies at the limits of a rule set, through the public headers alone.
#include <sudui/boundaries.hpp>

#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

std::string test_with(const std::string& profile) {
  return "test: a company\nas_of: 2021-12-31\nprofile: {" + profile +
         "}\nexpect: {demo/one: {verdict: eligible}}\n";
}

boundary_report limits_of(const std::string& require, const std::string& profile,
                          const std::vector<std::string>& more = {}) {
  std::vector<std::string> documents{policy_text("demo/one", require), test_with(profile)};
  documents.insert(documents.end(), more.begin(), more.end());
  return run_boundaries(rules_of(documents));
}

std::string points_of(const boundary& from) {
  std::string made = from.input + ":";
  for (const auto& each : from.points) {
    made += " " + to_string(each.given) + (each.clause == outcome::met ? "+" : "-");
  }
  return made;
}

}  // namespace

TEST_CASE("a limit is met by the company at it, or missed, as its sign says", "[api][boundaries]") {
  const auto at_least = limits_of("staff >= 300", "staff: 999");
  REQUIRE(at_least.all.size() == 1);
  CHECK(points_of(at_least.all[0]) == "staff: 299- 300+ 301+");
  CHECK(at_least.all[0].as_expected);
  CHECK(at_least.all[0].turns_verdict);
  CHECK(points_of(limits_of("staff > 300", "staff: 999").all[0]) == "staff: 299- 300- 301+");
  CHECK(points_of(limits_of("revenue <= 1万", "revenue: {2021: 5}").all[0]) ==
        "revenue(2021): 9999.99+ 10000+ 10000.01-");
}

TEST_CASE("quotients, days and members of records have limits too", "[api][boundaries]") {
  CHECK(points_of(limits_of("score / staff >= 10%", "score: 50, staff: 200").all[0]) ==
        "score: 19- 20+ 21+");
  CHECK(points_of(limits_of("founded <= date(\"2020-03-01\")", "founded: 2021-01-01").all[0]) ==
        "founded: date(\"2020-02-29\")+ date(\"2020-03-01\")+ date(\"2020-03-02\")-");
  CHECK(points_of(
            limits_of("some h in hires satisfies h.wage > 100", "hires: [{wage: 7}, {wage: 500}]")
                .all[0]) == "hires.wage: 99.99- 100- 100.01+");
  CHECK(points_of(limits_of("count(hires) >= 2", "hires: [{wage: 7}]").all[0]) ==
        "count(hires): 1- 2+ 3+");
}

TEST_CASE("a limit behind a definition is found at its place", "[api][boundaries]") {
  const auto report = limits_of("is_big(2)", "staff: 1", {define("is_big(n)", "staff > n * 100")});
  REQUIRE(report.all.size() == 1);
  CHECK(report.all[0].formula == "staff > n * 100");
  CHECK(points_of(report.all[0]) == "staff: 199- 200- 201+");
}

TEST_CASE("where no value meets the limit two companies stand on either side",
          "[api][boundaries]") {
  const auto report = limits_of("staff / 3 >= 33.5", "staff: 7");
  CHECK(report.straddled == 1);
  CHECK(points_of(report.all[0]) == "staff: 100- 101+");
}

TEST_CASE("what hides a comparison is told apart", "[api][boundaries]") {
  const auto both = limits_of("staff >= 300 or staff >= 100", "staff: 1");
  REQUIRE(both.all.size() == 2);
  CHECK(both.all[0].as_expected);
  CHECK(!both.all[0].turns_clause);
  CHECK(both.all[1].turns_clause);
  CHECK(both.turned_clause == 1);
}

TEST_CASE("missing inputs are made up", "[api][boundaries]") {
  CHECK(points_of(limits_of("staff >= 300", "score: 1").all[0]) == "staff: 299- 300+ 301+");
}

TEST_CASE("what cannot be tried says why", "[api][boundaries]") {
  const auto fixed = limits_of("year >= 2020", "staff: 1").all[0];
  CHECK(fixed.is == boundary::state::not_made);
  CHECK(fixed.why_not.en == "only the day, the year or a parameter moves it");
  const auto open = limits_of("staff >= limit", "staff: 1",
                              {"parameter: limit\nzh: 界限\nen: the limit\nunit: 人\nvalues:\n"
                               "  - {value: unknown, cite: {document: 无, status: seed-only}}\n"})
                        .all[0];
  CHECK(open.why_not.en == "the parameter `the limit` is not published");
}

TEST_CASE("words that contradict the sign are found", "[api][boundaries]") {
  const std::string wrong =
      "policy: demo/two\ntitle: {zh: 政策, en: a policy}\nlevel: city\n"
      "sources: {doc: {document: 文件第1号, status: verified-text}}\nclauses:\n"
      "  - {clause: c, zh: 职工300人以上, en: 300 people or more, require: staff > 300, cite: "
      "doc}\n" +
      benefit_text("amount: 10万");
  const auto report = run_boundaries(rules_of({wrong}));
  CHECK(report.words_differ == 1);
  CHECK(report.unexpected == 0);
}
