// What columns take of a rule set, counted in clauses and predicates as authors know them.

#include "api/column_use.hpp"

#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

// A quotient of items: rows settle it.
const std::string quotient = "some h in hires satisfies h.wage / staff + 1 > 3";

api::column_use use_of(const std::vector<std::string>& documents) {
  return api::use_of_columns(bound(documents));
}

std::string requiring(std::string_view id, std::string_view formula) {
  return policy_text(id, "'" + std::string(formula) + "'");
}

}  // namespace

TEST_CASE("a predicate that policies share counts once in all", "[api][column_use]") {
  const auto use = use_of({requiring("demo/one", "staff > 5 and region in (\"a\", \"b\")"),
                           requiring("demo/two", "not(staff > 5) or is_listed"),
                           requiring("demo/three", "staff > 6")});
  REQUIRE(use.policies.size() == 3);
  CHECK(use.policies[0].of->id == "demo/one");
  CHECK(use.policies[0].predicates == 2);
  CHECK(use.policies[1].of->id == "demo/three");
  CHECK(use.policies[1].predicates == 1);
  CHECK(use.policies[2].predicates == 2);
  CHECK(use.predicates == 4);
}

TEST_CASE("a loop counts with what its items are asked", "[api][column_use]") {
  const auto use = use_of({requiring("demo/one", "some h in hires satisfies h.wage > 5000")});
  CHECK(use.predicates == 2);
  CHECK(use.policies.front().clauses_left.empty());
}

TEST_CASE("clauses and amounts that rows settle are named", "[api][column_use]") {
  const std::string amount = "if (" + quotient + ") then 2万 else 1万";
  const auto use =
      use_of({requiring("demo/plain", "staff > 5"),
              policy_text("demo/odd", "'" + quotient + "'", benefit_text("amount: " + amount))});
  REQUIRE(use.policies.size() == 2);
  const auto& odd = use.policies[0];
  REQUIRE(odd.clauses_left.size() == 1);
  CHECK(odd.clauses_left.front()->formula == quotient);
  CHECK(odd.clauses_left.front()->where.line > 0);
  REQUIRE(odd.amounts_left.size() == 1);
  CHECK(odd.amounts_left.front()->formula == amount);
  CHECK(use.policies[1].clauses_left.empty());
  CHECK(use.policies[1].amounts_left.empty());
}

TEST_CASE("of groups the clauses count, each at its own place", "[api][column_use]") {
  const std::string text =
      "policy: demo/group\ntitle: {zh: 政策, en: a policy}\nlevel: city\n"
      "sources: {doc: {document: 文件第1号, status: verified-text}}\n"
      "clauses:\n"
      "  - {clause: a, zh: 甲, en: a, cite: doc, require: staff > 5}\n"
      "  - clause: g\n    zh: 组\n    en: g\n    cite: doc\n    any:\n"
      "      - {clause: b, zh: 乙, en: b, cite: doc, require: staff > 6}\n"
      "      - {clause: c, zh: 丙, en: c, cite: doc, require: abs(revenue / rnd) > rnd / "
      "revenue}\n" +
      benefit_text("amount: 10万");
  const auto use = use_of({text});
  const auto& one = use.policies.front();
  CHECK(one.clauses == 3);
  CHECK(one.predicates == 2);
  REQUIRE(one.clauses_left.size() == 1);
  CHECK(one.clauses_left.front()->id == "c");
  CHECK(one.amounts == 1);
}
