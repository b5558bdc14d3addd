// The smallest change of one field against trying every value of it: random policies over fields of
// few values. A failing seed is printed with its rules.
#include <array>
#include <random>
#include <string>
#include <vector>

#include <sudui/reach.hpp>

#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

constexpr int least = -20, most = 40;

const char* const few_values = R"(
rule_set: few
title: {zh: 少, en: few}
version: "1"
language: 1
---
fields: of few values
entries:
  - {field: x, zh: 甲, en: x, type: number, min: -20, max: 40, changeable: true}
  - {field: y, zh: 乙, en: y, type: number, min: -20, max: 40}
  - {field: z, zh: 丙, en: z, type: number, min: -20, max: 40}
  - {field: f, zh: 丁, en: f, type: boolean}
---
)";

class policies {
 public:
  explicit policies(unsigned seed) : random_(seed) {}

  std::string text() {
    std::string clauses = "clauses:\n";
    const int count = 1 + below(3);
    for (int i = 0; i < count; ++i) clauses += clause("  ", 2);
    return std::string(few_values) +
           "policy: demo/one\ntitle: {zh: 政策, en: a policy}\nlevel: city\n"
           "sources: {doc: {document: 文件第1号, status: verified-text}}\n" +
           clauses + benefit_text("amount: 10万");
  }

  profile company() {
    profile made;
    made.set("x", least + below(most - least + 1));
    if (below(8) != 0) made.set("y", least + below(most - least + 1));
    made.set("z", below(5) - 2);
    if (below(6) != 0) made.set("f", below(2) == 0);
    return made;
  }

  int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }

 private:
  std::string clause(const std::string& indent, int depth) {
    if (depth > 0 && below(4) == 0) {
      static const std::array<const char*, 3> groups{"all", "any", "none"};
      std::string made = indent + "- " + groups.at(static_cast<std::size_t>(below(3))) + ":\n";
      const int count = 1 + below(2);
      for (int i = 0; i < count; ++i) made += clause(indent + "    ", depth - 1);
      return made;
    }
    return indent + "- clause: c" + std::to_string(next_++) + "\n" + indent + "  zh: 条件\n" +
           indent + "  en: a condition\n" + indent + "  cite: doc\n" + indent +
           "  require: " + truth(2) + "\n";
  }

  std::string truth(int depth) {
    if (depth > 0) {
      switch (below(6)) {
        case 0:
          return "(" + truth(depth - 1) + " and " + truth(depth - 1) + ")";
        case 1:
          return "(" + truth(depth - 1) + " or " + truth(depth - 1) + ")";
        case 2:
          return "not(" + truth(depth - 1) + ")";
        default:
          break;
      }
    }
    static const std::array<const char*, 6> relations{" < ", " <= ", " > ", " >= ", " = ", " != "};
    if (below(12) == 0) return "f";
    return "(" + number_of(2) + relations.at(static_cast<std::size_t>(below(6))) + number_of(1) +
           ")";
  }

  std::string number_of(int depth) {
    static const std::array<const char*, 4> leaves{"x", "x", "y", "z"};
    if (depth == 0 || below(3) == 0) {
      if (below(3) == 0) return "(" + std::to_string(below(30) - 10) + ")";
      return leaves.at(static_cast<std::size_t>(below(4)));
    }
    const auto a = number_of(depth - 1);
    const auto b = number_of(depth - 1);
    switch (below(10)) {
      case 0:
        return "(" + a + " - " + b + ")";
      case 1:
      case 2:
        return "(" + a + " * " + b + ")";
      case 3:
      case 4:
        return "(" + a + " / " + b + ")";
      case 5:
        return "floor(" + a + " / 3)";
      case 6:
        return "max(" + a + ", " + b + ")";
      case 7:
        return "(if " + a + " > 3 then " + b + " else " + a + ")";
      case 8:
        return "abs(" + a + ")";
      default:
        return "(" + a + " + " + b + ")";
    }
  }

  std::mt19937 random_;
  int next_ = 0;
};

std::vector<bool> try_all(const matcher& by, profile company) {
  std::vector<bool> made;
  for (int x = least; x <= most; ++x) {
    company.set("x", x);
    const auto decided = by.match(company);
    made.push_back(decided.find("demo/one")->verdict == verdict::eligible);
  }
  return made;
}

int nearest(const std::vector<bool>& eligible, int from) {
  int best = 1000;
  for (int x = least; x <= most; ++x) {
    if (eligible[static_cast<std::size_t>(x - least)]) best = std::min(best, std::abs(x - from));
  }
  return best;
}

struct counts {
  int reached = 0, never = 0, settles = 0, unproven = 0;
};

void hold(const matcher& by, const profile& company, std::size_t max_points, counts& into) {
  reach_options options;
  options.max_points = max_points;
  options.steps = {{"x", decimal(1)}};
  const auto made = reach(by, "demo/one", company, options).value();
  if (made.verdict != verdict::ineligible || made.fields.empty()) return;
  REQUIRE(made.fields.size() == 1);
  const auto& move = made.fields[0];
  const auto eligible = try_all(by, company);
  const int from = static_cast<int>(*company.find("x")->get_if<decimal>()->to_int64());
  const int best = nearest(eligible, from);
  switch (move.is) {
    case reach_state::reached: {
      ++into.reached;
      const auto to = static_cast<int>(*move.to.get_if<decimal>()->to_int64());
      REQUIRE(eligible[static_cast<std::size_t>(to - least)]);
      if (move.is_smallest) REQUIRE(std::abs(to - from) == best);
      break;
    }
    case reach_state::never:
      ++into.never;
      REQUIRE(best == 1000);
      break;
    case reach_state::settles:
      ++into.settles;
      REQUIRE(best == 1000);
      break;
    case reach_state::unproven:
      ++into.unproven;
      REQUIRE(max_points < 61);  // else every value is tried
      break;
  }
}

}  // namespace

TEST_CASE("the smallest change is that of trying every value", "[property][reach]") {
  counts proven, tried;
  for (unsigned seed = 1; seed <= 900; ++seed) {
    policies random(seed);
    const auto text = random.text();
    INFO("seed " << seed << "\n" << text);
    const std::vector<source_text> texts{{"rules.yaml", text}};
    const auto rules = load(texts);
    if (!rules) continue;  // a condition that is always or never met may be refused
    const auto by = rules->bind(day(2021, 12, 31)).value();
    for (int i = 0; i < 3; ++i) {
      const auto company = random.company();
      INFO(to_string(*company.find("x")));
      hold(by, company, 0, proven);
      hold(by, company, 100, tried);
    }
  }
  CHECK(tried.unproven == 0);
  CHECK(proven.reached > 100);
  CHECK(proven.never + proven.settles > 100);
  // Most of what is true of single values is also proven without trying them.
  CHECK(proven.unproven * 3 < proven.reached + proven.never + proven.settles);
}
