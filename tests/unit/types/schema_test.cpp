// The field dictionary: names, labels as names, units and types.
#include "catch.hpp"
#include "support/plans.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {
const types::schema& dictionary() {
  static const rule_set rules = rules_of({});
  return rules.held().typed->dictionary;
}
}  // namespace

TEST_CASE("a field is found by its name and by its label", "[types][schema]") {
  REQUIRE(dictionary().find("staff"));
  CHECK(dictionary().find("职工人数") == dictionary().find("staff"));
  CHECK(!dictionary().find("staffs"));
  CHECK(!dictionary().find("R&D expense"));
}

TEST_CASE("a field has the type and unit of its entry", "[types][schema]") {
  const auto type_of = [](const char* name) {
    return dictionary()[dictionary().find(name).value()].of.to_string();
  };
  CHECK(type_of("revenue") == "number (元)");
  CHECK(type_of("score") == "number");
  CHECK(type_of("founded") == "date");
  CHECK(type_of("figures") == "list of number (元)");
  CHECK(type_of("hires") == "list of context");
}

TEST_CASE("members are typed, and known by their labels too", "[types][schema]") {
  const auto& hires = dictionary()[dictionary().find("hires").value()].of;
  const auto& members = *hires.item->members;
  REQUIRE(members.size() == 3);
  REQUIRE(members[0].of.codes != nullptr);
  CHECK(members[0].of.codes->codes.size() == 3);
  CHECK(members[1].alias == "工资");
  CHECK(members[1].of.in == types::unit::base("元"));
}

TEST_CASE("units are read in base units", "[types][schema]") {
  CHECK(types::unit_named("万元") == types::unit::base("元"));
  CHECK(types::unit_named("元/人").to_string() == "元/人");
  CHECK(types::unit_named("").is_one());
}

TEST_CASE("of two fields with one label the first has it", "[types][schema]") {
  const std::vector<source_text> texts{
      {"rules.yaml",
       std::string(small_dictionary) +
           "  - {field: heads, zh: 职工人数, en: heads, type: number, unit: 人, holder: SELF}\n"}};
  const auto rules = load(texts).value();
  REQUIRE(rules.warnings().size() == 1);
  CHECK(rules.warnings()[0].code == "alias-clash");
  const auto& names = rules.held().typed->dictionary;
  CHECK(names.find("职工人数") == names.find("staff"));
  CHECK(names.find("heads") != names.find("staff"));
}
