// The shipped rules hold what they promise: nothing to say when they are read, every one of their
// tests passes, nearly every clause is seen met and unmet; and the shipped companies fit the field
// dictionary and get a mix of answers.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <sudui/matcher.hpp>
#include <sudui/profile.hpp>
#include <sudui/rule_set.hpp>
#include <sudui/rule_tests.hpp>

#include "catch.hpp"

namespace {

namespace fs = std::filesystem;
using namespace sudui;

const fs::path project = SUDUI_PROJECT_DIR;
constexpr date last_of_2023{std::chrono::year(2023), std::chrono::month(12), std::chrono::day(31)};

std::string contents_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const rule_set& shipped() {
  static const rule_set rules = load(project / "rules").value();
  return rules;
}

std::vector<fs::path> companies() {
  std::vector<fs::path> found;
  for (const auto& each : fs::directory_iterator(project / "examples/companies")) {
    found.push_back(each.path());
  }
  return found;
}

profile read_company(const fs::path& path, diagnostics& findings) {
  const auto format = path.extension() == ".yaml" ? profile_format::yaml : profile_format::json;
  return read_profile(shipped(), contents_of(path), format, findings, path.filename().string())
      .value();
}

matcher bound_with_parameters() {
  const auto text = contents_of(project / "examples/parameters.yaml");
  bind_options options;
  options.parameters = read_parameters(shipped(), text).value();
  return shipped().bind(last_of_2023, options).value();
}

decimal amount_for(const matcher& by, const char* company, const char* policy) {
  diagnostics findings;
  const auto who = read_company(project / "examples/companies" / company, findings);
  const auto all = by.match(who);
  const decision* found = all.find(policy);
  REQUIRE(found != nullptr);
  REQUIRE(found->verdict == verdict::eligible);
  REQUIRE(found->grants.size() == 1);
  REQUIRE(found->grants[0].how_much.is == amount::state::exact);
  return *found->grants[0].how_much.low;
}

decimal yuan(const char* text) { return decimal::parse(text).value(); }

}  // namespace

TEST_CASE("the shipped rules give no diagnostics", "[data][shipped_rules]") {
  std::string said;
  for (const auto& each : shipped().warnings()) said += to_text(each, language::en);
  CHECK(said.empty());
  CHECK(shipped().policies().size() >= 30);
}

TEST_CASE("every test of the shipped rules passes", "[data][shipped_rules]") {
  const auto report = run_tests(shipped());
  for (const auto& each : report.results) {
    INFO(each.where.file << ":" << each.where.line << " " << each.title);
    for (const auto& difference : each.differences) UNSCOPED_INFO(difference.en);
    CHECK(each.passed);
  }
  CHECK(report.results.size() >= 200);
  CHECK(report.failed == 0);
  CHECK(report.covered * 100 >= report.clause_count * 95);
}

TEST_CASE("the policies for comparison pass their tests", "[data][comparators]") {
  std::size_t files = 0;
  for (const auto& each : fs::directory_iterator(project / "tests/data/comparators")) {
    const auto name = each.path().filename().string();
    INFO(name);
    const std::vector<source_text> texts{{name, contents_of(each.path())}};
    const auto loaded = load(texts);
    REQUIRE(loaded);
    CHECK(loaded->warnings().empty());
    const auto report = run_tests(*loaded);
    for (const auto& one : report.results) {
      INFO(one.title);
      for (const auto& difference : one.differences) UNSCOPED_INFO(difference.en);
      CHECK(one.passed);
    }
    CHECK(report.passed > 0);
    CHECK(report.covered > 0);
    ++files;
  }
  CHECK(files >= 3);
}

TEST_CASE("every clause and benefit of the shipped rules names its source",
          "[data][shipped_rules]") {
  const std::set<std::string> words{"verified-text", "verified-secondary", "general-knowledge",
                                    "seed-only"};
  for (const auto& policy : shipped().policies()) {
    for (const auto& version : policy.versions) {
      for (const auto& benefit : version.benefits) {
        INFO(policy.id);
        CHECK(!benefit.cite.document.empty());
        CHECK(words.count(benefit.cite.status) == 1);
      }
    }
  }
}

TEST_CASE("the shipped companies fit the field dictionary", "[data][shipped_companies]") {
  for (const auto& path : companies()) {
    diagnostics findings;
    const auto company = read_company(path, findings);
    std::string said;
    for (const auto& each : findings) said += to_text(each, language::en);
    INFO(path.filename().string());
    CHECK(said.empty());
    CHECK(company.find("uscc") != nullptr);
  }
  CHECK(companies().size() >= 7);
}

TEST_CASE("the shipped companies get a mix of answers", "[data][shipped_companies]") {
  const auto by = shipped().bind(last_of_2023).value();
  std::set<verdict> seen;
  for (const auto& path : companies()) {
    diagnostics findings;
    const auto all = by.match(read_company(path, findings));
    for (const auto& each : all.all()) seen.insert(each.verdict);
  }
  CHECK(seen.size() == 3);
}

TEST_CASE("amounts of the shipped companies are those worked out by hand",
          "[data][shipped_companies]") {
  const auto by = bound_with_parameters();
  const auto gazelle = "gazelle-manufacturer.json";
  // (30,000,000 - 20,000,000 * 1.12) / 2
  CHECK(amount_for(by, gazelle, "changzhou/growth-reward") == yuan("3800000"));
  CHECK(amount_for(by, gazelle, "wujin/hnte-again") == yuan("200000"));
  // 60 % of 186,400.50
  CHECK(amount_for(by, gazelle, "national/job-stabilization") == yuan("111840.30"));
  // a master and a senior technician, 500 a month for 24 months each
  CHECK(amount_for(by, gazelle, "changzhou/youth-living") == yuan("24000"));
  // 3,000,000 at 5 % and not at 25 %
  CHECK(amount_for(by, "micro-at-the-limit.json", "national/small-low-profit") == yuan("600000"));
  // a bachelor and a doctor: (300 + 800) * 24
  CHECK(amount_for(by, "software-start-up.json", "changzhou/youth-living") == yuan("26400"));
  // 30 % of 1,934,000
  CHECK(amount_for(by, "large-manufacturer.json", "national/job-stabilization") == yuan("580200"));
}

TEST_CASE("without the city's figures the growth reward is undetermined",
          "[data][shipped_companies]") {
  const auto by = shipped().bind(last_of_2023).value();
  diagnostics findings;
  const auto company =
      read_company(project / "examples/companies/gazelle-manufacturer.json", findings);
  const auto all = by.match(company);
  const decision* found = all.find("changzhou/growth-reward");
  REQUIRE(found != nullptr);
  CHECK(found->verdict == verdict::undetermined);
  std::set<std::string> missing;
  for (const auto& each : found->missing) missing.insert(each.name());
  CHECK(missing.count("city_tax_growth(2023)") == 1);
}
