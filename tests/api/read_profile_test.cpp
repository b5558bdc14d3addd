#include <array>

#include <sudui/sudui.hpp>

#include "catch.hpp"

using namespace sudui;

namespace {

rule_set three_fields() {
  const std::array<source_text, 1> texts{source_text{"fields.yaml", R"(rule_set: demo
title: {zh: 演示, en: demo}
version: "1"
language: 1
holders: {TAX: {zh: 税务, en: tax bureau}}
---
fields: everything
entries:
  - {field: revenue, zh: 营业收入, en: revenue, type: number, unit: 元, per: year, min: 0, holder: TAX}
  - {field: staff, zh: 职工人数, en: staff, type: number, unit: 人, holder: TAX}
---
parameter: growth
zh: 增幅
en: growth
by: year
values: [{year: 2021, value: 5%, cite: {document: x, status: verified-text}}]
)"}};
  return load(texts).value();
}

}  // namespace

TEST_CASE("a company is read from JSON and from YAML alike", "[api][read_profile]") {
  const rule_set rules = three_fields();
  diagnostics found;
  const auto json =
      read_profile(rules, R"({"revenue": {"2021": {"value": 5, "unit": "万元"}}, "staff": 7})",
                   profile_format::json, found);
  const auto yaml =
      read_profile(rules, "营业收入: {2021: 5万}\nstaff: 7\n", profile_format::yaml, found);
  REQUIRE(json);
  REQUIRE(yaml);
  CHECK(found.empty());
  CHECK(*json->find("revenue") == by_year({{2021, 50'000}}));
  CHECK(*yaml->find("revenue") == *json->find("revenue"));
}

TEST_CASE("values that do not fit are findings and the rest is read", "[api][read_profile]") {
  diagnostics found;
  const auto read = read_profile(three_fields(), R"({"revenue": "5", "staff": 7, "staf": 8})",
                                 profile_format::json, found, "company.json");
  REQUIRE(read);
  CHECK(read->find("revenue") == nullptr);
  CHECK(*read->find("staff") == value(7));
  CHECK(count(found, severity::error) == 1);
  CHECK(count(found, severity::warning) == 1);
  CHECK(found[0].where.file == "company.json");
  CHECK(found[0].snippet.find('^') != std::string::npos);
}

TEST_CASE("what is no profile at all fails", "[api][read_profile]") {
  diagnostics found;
  const auto broken = read_profile(three_fields(), "{\"staff\": ", profile_format::json, found);
  REQUIRE_FALSE(broken);
  CHECK(broken.error().code == errc::bad_profile);
  CHECK_FALSE(broken.error().details.empty());
  CHECK(read_profile(three_fields(), "[1, 2]", profile_format::yaml, found).error().code ==
        errc::bad_profile);
  CHECK(read_profile(three_fields(), "staff\n1\n", profile_format::csv, found).error().code ==
        errc::bad_option);
}

TEST_CASE("parameters are read from YAML and JSON", "[api][read_profile]") {
  const rule_set rules = three_fields();
  for (const char* text :
       {"growth: {2021: 8%}", "{growth: {2021: 0.08}}", R"( {"growth": {"2021": 0.08}})"}) {
    CAPTURE(text);
    const auto read = read_parameters(rules, text);
    REQUIRE(read);
    REQUIRE(read->size() == 1);
    CHECK(read->front().second == by_year({{2021, decimal::scaled(8, -2)}}));
  }
}

TEST_CASE("one wrong parameter fails with every mistake", "[api][read_profile]") {
  const auto read =
      read_parameters(three_fields(), "growht: {2021: 8%}\ngrowth: 5%\n", "parameters.yaml");
  REQUIRE_FALSE(read);
  CHECK(read.error().code == errc::bad_option);
  REQUIRE(read.error().details.size() == 2);
  CHECK(read.error().details[0].help.en == "did you mean `growth`?");
}
