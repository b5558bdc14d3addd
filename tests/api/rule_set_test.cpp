// What a rule set tells of itself: policies, fields and parameters as public structs.
#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {
const char* const limit = R"(parameter: limit
zh: 限额
en: limit
unit: 人
by: date
values:
  - {from: 2021-01-01, value: 300, cite: {document: 文件第2号, status: seed-only}}
)";
}

TEST_CASE("policies stand by id and are found by it", "[api][rule_set]") {
  const auto rules =
      rules_of({policy_text("demo/two", "staff > 1"), policy_text("demo/one", "staff > 2"),
                policy_text("demo/three", "staff > 3")});
  REQUIRE(rules.policies().size() == 3);
  CHECK(rules.policies()[0].id == "demo/one");
  CHECK(rules.policies()[1].id == "demo/three");
  REQUIRE(rules.find("demo/two") != nullptr);
  CHECK(rules.find("demo/two")->versions.at(0).clauses.at(0).formula == "staff > 1");
  CHECK(rules.find("demo/t") == nullptr);
  CHECK(rules.find("") == nullptr);
}

TEST_CASE("a clause tells its formula, citation and place", "[api][rule_set]") {
  const auto rules = rules_of({policy_text("demo/one", "staff > 300")});
  const auto& clause = rules.policies()[0].versions.at(0).clauses.at(0);
  CHECK(clause.id == "c");
  CHECK(clause.label.zh == "条件");
  CHECK(clause.cite.document == "文件第1号");
  CHECK(clause.cite.is_verified());
  CHECK(clause.where.file == "rules.yaml");
  CHECK(clause.where.line > 30);
}

TEST_CASE("a benefit tells its kind, unit and amount as written", "[api][rule_set]") {
  const auto rules =
      rules_of({policy_text("demo/one", "staff > 300", benefit_text("amount: 10万"))});
  const auto& benefit = rules.policies()[0].versions.at(0).benefits.at(0);
  CHECK(benefit.kind == "cash");
  CHECK(benefit.unit == "元");
  CHECK(benefit.formula == "10万");
  CHECK(benefit.has_amount);
  CHECK(!benefit.is_per_item);
  CHECK(benefit.id.empty());
}

TEST_CASE("fields stand as written, with units, holders and members", "[api][rule_set]") {
  const auto rules = rules_of({});
  const auto fields = rules.fields();
  REQUIRE(fields.size() == 11);
  CHECK(fields[0].name == "revenue");
  CHECK(fields[0].unit == "元");
  CHECK(fields[0].per_year);
  CHECK(fields[0].holder == "TAX");
  CHECK(fields[0].holder_label.en == "tax bureau");
  CHECK(fields[4].missing == "0");
  CHECK(fields.back().type == "list");
  REQUIRE(fields.back().members.size() == 3);
  CHECK(fields.back().members[0].codes.at(2) == "doctor");
}

TEST_CASE("fields tell what the items of a list are", "[api][rule_set]") {
  const auto rules = rules_of({});
  const auto type_of = [&](std::string_view name) {
    for (const auto& each : rules.fields()) {
      if (each.name == name) return each.type + " of " + each.item_type;
    }
    return std::string("no such field");
  };
  CHECK(type_of("figures") == "list of number");
  CHECK(type_of("hires") == "list of context");
  CHECK(type_of("revenue") == "number of ");
  CHECK(rules.fields().back().members[0].item_type.empty());
}

TEST_CASE("parameters tell how they are read", "[api][rule_set]") {
  const auto rules = rules_of({limit, policy_text("demo/one", "staff > limit")});
  REQUIRE(rules.parameters().size() == 1);
  CHECK(rules.parameters()[0].name == "limit");
  CHECK(rules.parameters()[0].by == "date");
  CHECK(rules.parameters()[0].unit == "人");
}

TEST_CASE("title and version are those of the header", "[api][rule_set]") {
  const auto rules = rules_of({});
  CHECK(rules.title().zh == "小规则集");
  CHECK(rules.version() == "1");
  CHECK(rules.warnings().empty());
}

TEST_CASE("a copy of a rule set is the same rule set", "[api][rule_set]") {
  const auto rules = rules_of({policy_text("demo/one", "staff > 300")});
  const rule_set copy = rules;
  CHECK(copy.policies().data() == rules.policies().data());
}
