// Digests of companies, lines of logs, and deciding them again.
#include <string>
#include <vector>

#include <sudui/audit.hpp>
#include <sudui/report.hpp>

#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

const char* const with_levels = R"(
rule_set: levels
title: {zh: 分级, en: levels}
version: "1"
language: 1
holders: {TAX: {zh: 税务, en: tax bureau}}
---
fields: of three levels
entries:
  - {field: region, zh: 所在地, en: region, type: string, holder: TAX, sensitivity: S0}
  - {field: rnd, zh: 研发费用, en: R&D, type: number, unit: 元, per: year, holder: TAX, sensitivity: S2}
  - {field: staff, zh: 职工人数, en: staff, type: number, unit: 人, holder: TAX, sensitivity: S1}
---
)";

rule_set rules_with(const std::string& limit) {
  const std::vector<source_text> texts{
      {"rules.yaml", with_levels + policy_text("demo/one", "rnd(year) >= " + limit) + "---\n" +
                         policy_text("demo/two", "staff >= 10")}};
  return load(texts).value();
}

matcher levels(const std::string& limit = "1000") {
  return rules_with(limit).bind(day(2021, 12, 31)).value();
}

const profile& a_company() {
  static const profile made{{"region", "320412"}, {"rnd", number("1500.50")}, {"staff", 20}};
  return made;
}

std::string line_of(const matcher& by, const profile& company, int mask_from = 2) {
  log_options options;
  options.mask_from = mask_from;
  options.id = "7";
  return log_line(by, company, by.match(company), options);
}

}  // namespace

TEST_CASE("a company has one canonical form, whatever its entries look like", "[api][audit]") {
  const auto by = levels();
  const std::string form = R"({"region":"320412","rnd":{"2021":1500.5},"staff":20})";
  CHECK(canonical_form(by, a_company()) == form);
  CHECK(canonical_form(by, {{"职工人数", number("20.0")},
                            {"研发费用", by_year({{2021, number("1500.500")}})},
                            {"no_field", 1},
                            {"region", "320412"}}) == form);
  CHECK(canonical_form(by, {{"staff", value()}, {"region", value::null()}}) ==
        R"({"region":{"status":"not_applicable"}})");
}

TEST_CASE("the canonical form read again is the same company", "[api][audit]") {
  const auto by = levels();
  const auto form = canonical_form(by, a_company());
  diagnostics found;
  const auto again = read_profile(by.rules(), form, profile_format::json, found).value();
  CHECK(found.empty());
  CHECK(canonical_form(by, again) == form);
  CHECK(profile_digest(by, again) == profile_digest(by, a_company()));
  CHECK(profile_digest(by, again).size() == 64);
}

TEST_CASE("personal and secret values are masked in a log unless told otherwise", "[api][audit]") {
  const auto by = levels();
  const auto line = line_of(by, a_company());
  CHECK(line.find("1500.5") == std::string::npos);
  CHECK(line.find(R"("masked":true)") != std::string::npos);
  CHECK(line.find(R"("profile":{"region":"320412","rnd":{"masked":"S2"},"staff":20}})") !=
        std::string::npos);
  CHECK(line_of(by, a_company(), 5).find("1500.5") != std::string::npos);
  CHECK(line_of(by, a_company(), 0).find("320412") == std::string::npos);
}

TEST_CASE("the canonical form hides what an eye may not see", "[api][audit]") {
  const auto by = levels();
  CHECK(canonical_form(by, a_company(), 2) ==
        R"({"region":"320412","rnd":{"masked":"S2"},"staff":20})");
  CHECK(canonical_form(by, a_company(), 0).find("20") == std::string::npos);
  CHECK(canonical_form(by, a_company(), 5) == canonical_form(by, a_company()));
}

TEST_CASE("a line without masks is decided again from itself", "[api][audit]") {
  const auto line = line_of(levels(), a_company(), 5);
  replayer again(rules_with("1000"));
  const auto made = again.replay(line);
  CHECK(made.is == replayed::state::same);
  CHECK(made.id == "7");
  CHECK(made.same_rules);
  CHECK(made.as_of == day(2021, 12, 31));
}

TEST_CASE("a masked line needs its profile from the store", "[api][audit]") {
  const auto by = levels();
  const auto line = line_of(by, a_company());
  replayer again(rules_with("1000"));
  CHECK(again.replay(line).is == replayed::state::no_profile);
  CHECK(again.add_profile(stored_profile(by, a_company())).value());
  CHECK(again.replay(line).is == replayed::state::same);
}

TEST_CASE("after a rule is edited exactly the policies that it changes differ", "[api][audit]") {
  const auto line = line_of(levels(), a_company(), 5);
  replayer again(rules_with("2000"));
  const auto made = again.replay(line);
  CHECK(made.is == replayed::state::different);
  CHECK_FALSE(made.same_rules);
  CHECK(made.differences == std::vector<std::string>{"demo/one"});
  replayer harmless(rules_with("1200"));
  CHECK(harmless.replay(line).is == replayed::state::same);
}

TEST_CASE("altered logs and stores are noticed", "[api][audit]") {
  const auto by = levels();
  auto line = line_of(by, a_company(), 5);
  replayer again(rules_with("1000"));
  line.replace(line.find("1500.5"), 6, "2500.5");
  CHECK(again.replay(line).is == replayed::state::unreadable);
  auto stored = stored_profile(by, a_company());
  stored.replace(stored.find("1500.5"), 6, "2500.5");
  CHECK(again.add_profile(stored).error().code == errc::bad_profile);
  CHECK(again.add_profile("{}").error().code == errc::bad_profile);
  CHECK(again.replay("").is == replayed::state::unreadable);
  CHECK(again.replay("{\"log\":1}").is == replayed::state::unreadable);
}

TEST_CASE("a verdict changed in the log is a difference", "[api][audit]") {
  auto line = line_of(levels(), a_company(), 5);
  line.replace(line.find("\"eligible\""), 10, "\"undetermined\"");
  replayer again(rules_with("1000"));
  CHECK(again.replay(line).is == replayed::state::different);
}

TEST_CASE("decisions carry the digest of their profile where it is given", "[api][audit]") {
  const auto by = levels();
  const auto made = by.match(a_company());
  const auto digest = profile_digest(by, a_company());
  CHECK(to_json(by, made, digest).find("\"profile_digest\":\"" + digest + "\"") !=
        std::string::npos);
}
