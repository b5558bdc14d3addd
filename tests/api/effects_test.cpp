// Policies that change a quantity others read.
#include <sudui/batch.hpp>

#include "catch.hpp"
#include "support/groups.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

// A deduction from the revenue, as the super deduction is one from the taxable income.
std::string lowering(std::string_view id, std::string_view require, std::string_view amount) {
  return policy_text(id, require, benefit_text("amount: " + std::string(amount)),
                     "affects: {revenue: -reward}\n");
}

std::string with_id(std::string text) {
  const auto place = text.find("benefit:\n");
  return text.insert(place + 9, "  benefit: reward\n");
}

std::string deduction(std::string_view id, std::string_view require, std::string_view amount) {
  return with_id(lowering(id, require, amount));
}

const std::string small = policy_text("demo/small", "after_policies(revenue) <= 300",
                                      benefit_text("amount: after_policies(revenue) * 5%"));

std::string said(const matcher& by, const profile& company) {
  const auto made = by.match(company);
  const auto& of = *made.find("demo/small");
  std::string text = of.verdict == verdict::eligible       ? "eligible"
                     : of.verdict == verdict::undetermined ? "undetermined"
                                                           : "ineligible";
  for (const auto& each : of.grants) text += " " + range_text(each.how_much);
  for (const auto& each : of.missing) text += " " + each.name();
  return text;
}

}  // namespace

TEST_CASE("a deduction brings a company under the limit of another policy", "[api][effects]") {
  const auto by = bound({deduction("demo/deduct", "staff > 1", "rnd * 2"), small});
  CHECK(said(by, {{"staff", 5}, {"rnd", 110}, {"revenue", 500}}) == "eligible 14");
  CHECK(said(by, {{"staff", 1}, {"rnd", 110}, {"revenue", 500}}) == "ineligible");
  CHECK(said(by, {{"staff", 1}, {"rnd", 110}, {"revenue", 200}}) == "eligible 10");
  CHECK(said(by, {{"staff", 1}, {"revenue", 200}}) == "eligible 10");
}

TEST_CASE("an effect that is not known leaves the quantity unknown", "[api][effects]") {
  const auto by = bound({deduction("demo/deduct", "staff > 1", "rnd * 2"), small});
  CHECK(said(by, {{"staff", 5}, {"revenue", 500}}) == "undetermined ? rnd(2021)");
  CHECK(said(by, {{"rnd", 10}, {"revenue", 500}}) == "undetermined ? staff");
}

TEST_CASE("several effects add up, and of a group only the greatest", "[api][effects]") {
  const std::vector<std::string> rules{deduction("demo/a", "staff > 1", "100"),
                                       deduction("demo/b", "staff > 1", "150"), small};
  const profile company{{"staff", 5}, {"revenue", 500}};
  CHECK(said(bound(rules), company) == "eligible 12.5");
  auto grouped = rules;
  grouped.push_back(group_text("demo/group", "rule: highest\nmembers: [demo/a, demo/b]"));
  CHECK(said(bound(grouped), company) == "ineligible");
  CHECK(said(bound(grouped), {{"staff", 5}, {"revenue", 450}}) == "eligible 15");
}

TEST_CASE("limits and versions of the affecting policy hold", "[api][effects]") {
  const auto limited = with_id(policy_text(
      "demo/deduct", "staff > 1", benefit_text("amount: rnd / 4\nat_most: 100\nround: 1 down"),
      "affects: {revenue: -reward}\nfrom: 2021-01-01\nto: 2021-12-31\n"));
  const auto by = bound({limited, small});
  CHECK(said(by, {{"staff", 5}, {"rnd", 200}, {"revenue", 300}}) == "eligible 12.5");
  CHECK(said(by, {{"staff", 5}, {"rnd", 900}, {"revenue", 300}}) == "eligible 10");
  const auto later = bound({limited, small}, day(2022, 6, 30));
  CHECK(said(later, {{"staff", 5}, {"rnd", 900}, {"revenue", 300}}) == "eligible 15");
}

TEST_CASE("an effect over items is their sum", "[api][effects]") {
  const auto items = with_id(policy_text(
      "demo/deduct", "staff > 1",
      benefit_text("for_each: h in hires\nclauses:\n  - {clause: x, zh: 项, en: item, require: "
                   "h.degree = \"doctor\"}\namount: h.wage"),
      "affects: {revenue: -reward}\n"));
  const auto by = bound({items, small});
  const auto hire = [](const char* degree, int wage) {
    return value(value::context{{"degree", degree}, {"wage", wage}});
  };
  const value::list hires{hire("doctor", 90), hire("master", 50), hire("doctor", 30)};
  CHECK(said(by, {{"staff", 5}, {"hires", hires}, {"revenue", 400}}) == "eligible 14");
  CHECK(said(by, {{"staff", 5}, {"hires", value::list{}}, {"revenue", 300}}) == "eligible 15");
}

TEST_CASE("a batch reads changed quantities as single companies do", "[api][effects]") {
  const auto by = bound(
      {deduction("demo/a", "staff > 3", "rnd * 2"), deduction("demo/b", "is_listed", "50"), small});
  const batch_matcher all(by);
  auto companies = all.batch();
  std::vector<profile> given;
  for (int i = 0; i < 200; ++i) {
    profile one{{"staff", i % 6}, {"revenue", 250 + i}};
    if (i % 4 != 0) one.set("rnd", i % 40);
    if (i % 3 != 0) one.set("is_listed", i % 2 == 0);
    companies.append(one);
    given.push_back(std::move(one));
  }
  decision_batch made;
  all.match(companies, made);
  for (std::size_t i = 0; i < given.size(); ++i) {
    const auto one = by.match(given[i]);
    for (std::size_t k = 0; k < all.policies().size(); ++k) {
      REQUIRE(made.of(k, i) == one.all()[k].verdict);
    }
  }
}

TEST_CASE("an explanation shows what a policy took off", "[api][effects]") {
  const auto by = bound({deduction("demo/deduct", "staff > 1", "rnd * 2"), small});
  const auto why = by.explain("demo/small", {{"staff", 5}, {"rnd", 110}, {"revenue", 500}}).value();
  REQUIRE(why.clauses.front().because.has_value());
  const auto& compared = *why.clauses.front().because;
  REQUIRE(!compared.parts.empty());
  CHECK(compared.parts.front().result == value(280));
}
