// The row executor against the oracle: random rule sets on random profiles, and the shipped rules
// on the shipped companies with fields left out at random, and on companies mixed from them.
// SUDUI_PROPERTY_SEEDS sets how many rule sets are tried, SUDUI_PROPERTY_COMPANIES twenty times how
// many mixed companies: the oracle takes its time.

#include "support/oracle.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include <sudui/sudui.hpp>

#include "api/loaded.hpp"
#include "catch.hpp"
#include "support/generator.hpp"
#include "support/shipped_mix.hpp"

namespace {

using sudui::amount;

std::string end_text(const std::optional<oracle::rational>& end) {
  return end ? oracle::text_of(*end) : "?";
}

std::string text_of(const oracle::amount& from) {
  return std::to_string(static_cast<int>(from.is)) + ":" + end_text(from.low) + ".." +
         end_text(from.high);
}

std::string text_of(const amount& from) {
  oracle::amount made;
  made.is = from.is;
  if (from.low) made.low = oracle::to_rational(*from.low);
  if (from.high) made.high = oracle::to_rational(*from.high);
  return text_of(made);
}

// One line a policy: verdict, outcomes, amounts, what is missing.
std::string line_of(const oracle::decision& from) {
  std::ostringstream out;
  out << from.policy << " verdict " << static_cast<int>(from.verdict) << " clauses";
  for (const auto each : from.clauses) out << ' ' << static_cast<int>(each);
  out << " grants";
  for (const auto& each : from.grants) out << ' ' << text_of(each);
  out << " missing";
  for (const auto& each : from.missing) out << ' ' << each;
  return out.str();
}

std::string line_of(const sudui::decision& from) {
  oracle::decision made;
  made.policy = from.of->id;
  made.verdict = from.verdict;
  made.clauses.assign(from.clauses.begin(), from.clauses.end());
  for (const auto& each : from.missing) made.missing.insert(each.name());
  auto line = line_of(made);
  std::string grants;
  for (const auto& each : from.grants) grants += " " + text_of(each.how_much);
  return line.insert(line.find(" missing"), grants);
}

std::string lines_of(const sudui::matcher& by, const sudui::profile& company) {
  std::string all;
  const auto made = by.match(company);
  for (const auto& each : made.all()) all += line_of(each) + "\n";
  return all;
}

std::string oracle_lines(const sudui::rule_set& rules, const sudui::profile& company,
                         sudui::date as_of, int year) {
  std::string all;
  oracle::judge judge(*rules.held().typed, company, as_of, year);
  for (const auto& each : judge.decide()) all += line_of(each) + "\n";
  return all;
}

int oracle_seeds() { return sudui::tests::wanted("SUDUI_PROPERTY_SEEDS", 150); }

// Random clauses may contradict each other, and a random table may give nothing but codes of a
// field that a clause then compares with another text; these are errors of their own. Anything else
// must load.
bool is_contradiction(const sudui::failure& why) {
  for (const auto& each : why.details) {
    const bool expected =
        each.code == "never-met" || each.code == "tier-overlap" || each.code == "unknown-code";
    if (each.level == sudui::severity::error && !expected) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("the row executor decides as the oracle does on random rule sets", "[property][row]") {
  using namespace std::chrono_literals;
  int loaded = 0;
  for (int seed = 1; seed <= oracle_seeds(); ++seed) {
    generator::rules random(static_cast<std::uint32_t>(seed));
    const std::vector<sudui::source_text> texts{{"random.yaml", random.text(5)}};
    const auto rules = sudui::load(texts);
    INFO("seed " << seed << "\n" << texts[0].text);
    if (!rules) {
      INFO(sudui::to_text(rules.error(), sudui::language::en));
      REQUIRE(is_contradiction(rules.error()));
      continue;
    }
    ++loaded;
    const sudui::date as_of = 2022y / 6 / 30;
    const auto matcher = rules->bind(as_of).value();
    for (int i = 0; i < 15; ++i) {
      const auto company = random.company();
      INFO(sudui::tests::given_in(company));
      REQUIRE(lines_of(matcher, company) == oracle_lines(*rules, company, as_of, 2022));
    }
  }
  CHECK(loaded > oracle_seeds() / 3);
}

TEST_CASE("the row executor decides as the oracle does on the shipped rules", "[property][row]") {
  using namespace std::chrono_literals;
  const std::filesystem::path top = SUDUI_PROJECT_DIR;
  const auto rules = sudui::load(top / "rules").value();
  std::mt19937 random(7);
  for (const auto& file : std::filesystem::directory_iterator(top / "examples" / "companies")) {
    if (file.path().extension() != ".json") continue;
    std::ifstream in(file.path());
    const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    sudui::diagnostics findings;
    const auto whole =
        sudui::read_profile(rules, text, sudui::profile_format::json, findings).value();
    for (const sudui::date as_of :
         {sudui::date(2022y / 12 / 31), sudui::date(2023y / 12 / 31), sudui::date(2026y / 3 / 1)}) {
      const auto matcher = rules.bind(as_of).value();
      for (int i = 0; i < 6; ++i) {
        sudui::profile company;
        for (const auto& each : whole.entries()) {
          const bool kept = i == 0 || random() % 4 != 0;
          if (kept) company.set(each.name, each.held);
        }
        INFO(file.path() << " as of " << sudui::to_string(as_of) << ", round " << i);
        REQUIRE(lines_of(matcher, company) ==
                oracle_lines(rules, company, as_of, static_cast<int>(as_of.year())));
      }
    }
  }
}

TEST_CASE("the row executor decides as the oracle does on companies mixed at random",
          "[property][row]") {
  using namespace std::chrono_literals;
  const auto rules = sudui::load(std::filesystem::path(SUDUI_PROJECT_DIR) / "rules").value();
  const auto whole = sudui::tests::shipped_companies(rules);
  std::mt19937 random(13);
  for (const sudui::date as_of : {sudui::date(2021y / 12 / 31), sudui::date(2022y / 12 / 31),
                                  sudui::date(2023y / 12 / 31), sudui::date(2026y / 3 / 1)}) {
    const auto matcher = rules.bind(as_of).value();
    const int companies = sudui::tests::wanted("SUDUI_PROPERTY_COMPANIES", 400) / 20 / 4;
    for (int i = 0; i < companies; ++i) {
      const auto company = sudui::tests::mixed(whole, random);
      INFO("as of " << sudui::to_string(as_of) << "\n" << sudui::tests::given_in(company));
      REQUIRE(lines_of(matcher, company) ==
              oracle_lines(rules, company, as_of, static_cast<int>(as_of.year())));
    }
  }
}
