#include "model/read_benefit.hpp"

#include <memory>

#include "catch.hpp"
#include "loaded.hpp"

using namespace sudui;
using namespace sudui::model;
using namespace sudui::tests;

namespace {

struct result_of {
  std::vector<benefit> benefits;
  codes found;
};

result_of read(const std::string& yaml) {
  fragment from(yaml);
  legal_source doc;
  doc.key = "doc";
  doc.document = "D";
  const std::vector<citation> sources = {citation(std::make_shared<const legal_source>(doc), {})};
  mapping_reader keys(from.tree(), "policy", from.in());
  result_of made;
  made.benefits = read_benefits(keys, {sources, {}});
  made.found = from.found();
  return made;
}

result_of one(const std::string& keys) {
  return read("benefit: {zh: A, en: A, cite: doc, " + keys + "}\n");
}

}  // namespace

TEST_CASE("money is in yuan unless another unit is said", "[model][read_benefit]") {
  CHECK(one("kind: cash, amount: 1, round: none").benefits.at(0).unit.text == "元");
  CHECK(one("kind: cash, amount: 1, unit: 美元, round: none").benefits.at(0).unit.text == "美元");
  CHECK(one("kind: rate, amount: 15%").benefits.at(0).unit.text.empty());
  CHECK(one("kind: right").benefits.at(0).unit.text.empty());
}

TEST_CASE("only money must be rounded", "[model][read_benefit]") {
  CHECK(one("kind: cash, amount: 1").found == codes{"missing-round"});
  CHECK(one("kind: in-kind, unit: 元, amount: 1").found == codes{"missing-round"});
  CHECK(one("kind: rate, amount: 15%").found.empty());
  CHECK(one("kind: in-kind, unit: 件, amount: 1").found.empty());
}

TEST_CASE("the kind decides whether there is an amount", "[model][read_benefit]") {
  for (const char* kind : {"cash", "tax", "deduction"}) {
    CHECK(one(std::string("kind: ") + kind).found == codes{"missing-amount"});
  }
  for (const char* kind : {"loan", "voucher", "in-kind", "deferral", "rate"}) {
    CHECK(one(std::string("kind: ") + kind).found.empty());
  }
  for (const char* kind : {"right", "recognition"}) {
    CHECK(one(std::string("amount: 1, kind: ") + kind).found == codes{"amount-not-for-kind"});
  }
}

TEST_CASE("per item there are a variable, clauses and two kinds of limits",
          "[model][read_benefit]") {
  const auto [benefits, found] = read(R"(
benefit:
  kind: cash
  zh: A
  en: A
  cite: doc
  for_each: h in new_hires
  clauses:
    - {clause: recent, zh: A, en: A, require: h.age < 30}
  amount: 7200
  at_most: 10000
  total_at_most: 50万
  round: 1 down
)");
  REQUIRE(benefits.size() == 1);
  const benefit& made = benefits[0];
  CHECK(made.variable.text == "h");
  CHECK(made.for_each.is_given());
  REQUIRE(made.clauses.size() == 1);
  CHECK(made.clauses[0].cite.source().document == "D");
  CHECK(made.limits.size() == 1);
  CHECK(made.total_limits.size() == 1);
  CHECK(made.total_limits[0].is_maximum);
  CHECK(made.round->mode == rounding::down);
  CHECK(found.empty());
}

TEST_CASE("keys of items need items", "[model][read_benefit]") {
  CHECK(one("kind: right, clauses: [{clause: a, zh: A, en: A, require: true}]").found ==
        codes{"key-needs-key"});
  CHECK(one("kind: cash, amount: 1, round: none, total_at_most: 1").found ==
        codes{"key-needs-key"});
}

TEST_CASE("an amount may come from any of the four forms", "[model][read_benefit]") {
  const std::string rest = ", kind: cash, at_most: 5, round: none";
  CHECK(one("up_to: 5" + rest).found.empty());
  CHECK(one("bands: [{rate: 5%}], of: 5" + rest).found.empty());
  CHECK(one("tiers: {on: a, rows: [{when: '1', amount: 2}]}" + rest).found.empty());
}

TEST_CASE("several benefits have ids of their own", "[model][read_benefit]") {
  const auto [benefits, found] = read(
      "benefits:\n  - {benefit: a, kind: right, zh: A, en: A, cite: doc}\n"
      "  - {benefit: b, kind: right, zh: B, en: B, cite: doc}\n");
  REQUIRE(benefits.size() == 2);
  CHECK(benefits[1].id.text == "b");
  CHECK(found.empty());
  CHECK(read("benefits: [{kind: right, zh: A, en: A, cite: doc}]\n").found.empty());
}
