#include "explain/explain.hpp"

#include "traced.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

explanation why(const std::string& policy, const profile& company = {}) {
  const traced made({policy, policy_text("demo/two", "staff > 1000")}, company);
  return explain::explain(made.asked(), company);
}

// A policy with groups in groups.
const std::string nested =
    "policy: demo/one\ntitle: {zh: 政策, en: a policy}\nlevel: city\n"
    "sources: {doc: {document: 文件第1号, status: verified-text}}\n"
    "clauses:\n"
    "  - {clause: first, zh: 一, en: one, cite: doc, require: staff > 1}\n"
    "  - clause: either\n    zh: 任一\n    en: either\n    cite: doc\n    any:\n"
    "      - {clause: second, zh: 二, en: two, require: staff > 2}\n"
    "      - clause: neither\n        zh: 均无\n        en: neither\n        none:\n"
    "          - {clause: third, zh: 三, en: three, require: staff > 3}\n"
    "  - {clause: fourth, zh: 四, en: four, cite: doc, require: score > 4}\n" +
    benefit_text("amount: 5");

std::string tree(const std::vector<clause_explanation>& all) {
  std::string made;
  for (const auto& each : all) {
    made += each.of->id + (each.because ? "[" + each.because->formula + "]" : "") + "=" +
            std::to_string(static_cast<int>(each.held));
    if (!each.children.empty()) made += "{" + tree(each.children) + "}";
    made += " ";
  }
  return made;
}

}  // namespace

TEST_CASE("groups hold their members, and every leaf its own formula", "[explain]") {
  CHECK(tree(why(nested, {{"staff", 3}, {"score", 1}}).clauses) ==
        "first[staff > 1]=2 either=2{second[staff > 2]=2 neither=2{third[staff > 3]=0 } } "
        "fourth[score > 4]=0 ");
}

TEST_CASE("an explanation says what the decision says", "[explain]") {
  for (const int staff : {1, 2, 3, 4}) {
    const profile company{{"staff", staff}};
    const traced decided({nested}, company);
    const explanation made = explain::explain(decided.asked(), company);
    CHECK(made.verdict == decided.decided().verdict);
    CHECK(made.missing.size() == decided.decided().missing.size());
    CHECK(made.grants.size() == decided.decided().grants.size());
    CHECK(made.version == decided.decided().version);
  }
}

TEST_CASE("only a clause that nobody knows waits for something", "[explain]") {
  const auto made = why(nested, {{"staff", 3}});
  CHECK(made.verdict == verdict::undetermined);
  CHECK(made.clauses[0].missing.empty());
  REQUIRE(made.clauses[2].missing.size() == 1);
  CHECK(made.clauses[2].missing[0].name() == "score");
  REQUIRE(made.missing.size() == 1);
  CHECK(made.missing[0].name() == "score");
}

TEST_CASE("only the policy that is asked for is explained", "[explain]") {
  const auto made = why(policy_text("demo/one", "staff > 1"), {{"staff", 5}});
  CHECK(made.of->id == "demo/one");
  CHECK(made.clauses.size() == 1);
  CHECK(made.verdict == verdict::eligible);
}

TEST_CASE("a grant tells how much, its items and what it waits for", "[explain]") {
  const auto made =
      why(policy_text("demo/one", "not(is_zombie)",
                      benefit_text("for_each: h in hires\namount: h.wage\nround: 1 down")),
          {{"hires", value::list{value::context{{"wage", 7}}, value::context{}}}});
  REQUIRE(made.grants.size() == 1);
  CHECK(made.grants[0].of->is_per_item);
  REQUIRE(made.grants[0].lines.size() == 2);
  CHECK(made.grants[0].lines[0].how_much.low == number("7"));
  CHECK(made.grants[0].lines[1].how_much.is == amount::state::unknown);
  CHECK(made.grants[0].missing.size() == 1);
}

TEST_CASE("each grant waits for what its own amount reads", "[explain]") {
  const std::string two =
      "benefits:\n"
      "  - {benefit: a, kind: cash, zh: 甲, en: a, cite: doc, amount: revenue, round: none}\n"
      "  - {benefit: b, kind: cash, zh: 乙, en: b, cite: doc, amount: rnd, round: none}\n"
      "  - {benefit: c, kind: cash, zh: 丙, en: c, cite: doc, amount: 5, round: none}\n";
  const auto made = why(policy_text("demo/one", "not(is_zombie)", two));
  const auto missing = [&](std::size_t grant) {
    std::string all;
    for (const auto& each : made.grants.at(grant).missing) all += each.name() + " ";
    return all;
  };
  CHECK(missing(0) == "revenue(2021) ");
  CHECK(missing(1) == "rnd(2021) ");
  CHECK(missing(2).empty());
}

TEST_CASE("who is ruled out is granted nothing", "[explain]") {
  const auto made = why(policy_text("demo/one", "staff > 10"), {{"staff", 5}});
  CHECK(made.verdict == verdict::ineligible);
  CHECK(made.grants.empty());
}

TEST_CASE("a policy that is not in force has neither version nor clauses", "[explain]") {
  const auto made =
      why(policy_text("demo/one", "staff > 10", benefit_text("amount: 5"), "from: 2022-01-01\n"),
          {{"staff", 50}});
  CHECK(made.version == nullptr);
  CHECK(made.clauses.empty());
  CHECK(made.grants.empty());
  CHECK(made.of->id == "demo/one");
  CHECK(made.year == 2021);
  CHECK(made.digest.size() == 64);
}
