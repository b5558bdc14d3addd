// Tiers, bands and items in columns, beside the same companies one by one.

#include "columns/tiers.hpp"

#include "unit/columns/batched.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

/// Companies with everything that may be there, null or missing.
void fill_all_ways(batched& into) {
  const std::vector<value> staff{value(5), value(100), value(250), value(), value::null()};
  const std::vector<value> score{value(3), value(60), value(75), value(), value::null()};
  const std::vector<value> revenue{value(-100), value(0), value(1'000'000), value(3'000'001),
                                   value()};
  const std::vector<value> wages{value(100), value(number("10000.05")), value(), value::null()};
  unsigned turn = 0;
  for (const auto& a : staff) {
    for (const auto& b : score) {
      for (const auto& c : revenue) {
        value::list hires;
        for (unsigned i = 0; i < turn % 5; ++i) {
          hires.push_back(hire(i % 2 == 0 ? "master" : "doctor", wages[(turn + i) % wages.size()]));
        }
        if (turn % 9 == 4) hires.push_back(value::context{{"wage", 700}});
        ++turn;
        const auto list = turn % 11 == 5 ? value() : turn % 11 == 8 ? value::null() : value(hires);
        into.add({{"staff", a},
                  {"score", b},
                  {"revenue", by_year({{2021, c}})},
                  {"rnd", by_year({{2021, static_cast<int>(turn % 4)}})},
                  {"hires", list}});
      }
    }
  }
}

const columns::amount_plan& plan_in(const batched& made) {
  return made.program().amounts.front().front();
}

void same_as_rows(const std::string& lines) {
  INFO(lines);
  batched made({policy_text("demo/one", "not(is_listed)", benefit_text(lines))});
  REQUIRE(plan_in(made).value != columns::no_node);
  fill_all_ways(made);
  made.same_as_rows();
  made.clear();
  made.add({});
  made.same_as_rows();
}

const std::string per_hire = "for_each: h in hires\n";
const std::string masters =
    "clauses:\n  - {clause: m, zh: 硕士, en: master, "
    "require: h.degree = \"master\", cite: doc}\n";

}  // namespace

TEST_CASE("tiers by every hit policy pay as rows do", "[columns][tiers]") {
  const std::string on_both = "\n  on: [staff, score]\n  rows:\n";
  for (const char* hit : {"first", "any", "collect-sum", "collect-min", "collect-max"}) {
    same_as_rows("tiers:\n  hit: " + std::string(hit) + on_both +
                 "    - {when: ['>= 100', '-'], amount: 200}\n"
                 "    - {when: ['-', '>= 60'], amount: 200}\n"
                 "    - {when: ['< 10', '< 10'], amount: 200}");
  }
  for (const char* hit : {"first", "collect-sum", "collect-min", "collect-max"}) {
    same_as_rows("tiers:\n  hit: " + std::string(hit) + on_both +
                 "    - {when: ['>= 100', '-'], amount: revenue * 1.25%}\n"
                 "    - {when: ['-', '>= 60'], amount: revenue - 3万}\n"
                 "    - {when: ['-', '[50..80]'], amount: 500}\n"
                 "at_most: 2万\nat_least: rnd\nround: 1 half up");
  }
  same_as_rows("tiers:\n  hit: unique" + on_both +
               "    - {when: ['>= 100', '-'], amount: revenue * 1.25%}\n"
               "    - {when: ['< 100', '>= 60'], amount: rnd}\n"
               "    - {when: ['< 100', '< 10'], amount: 200}");
}

TEST_CASE("where no tier applies the default is paid as rows do", "[columns][tiers]") {
  const std::string rows =
      "\n  on: [staff, score]\n  default: revenue * 3 - rnd\n  rows:\n"
      "    - {when: ['>= 200', '-'], amount: 300}\n"
      "    - {when: ['-', '>= 70'], amount: 200}\n"
      "    - {when: ['< 10', '> 5'], amount: 100}\n"
      "at_most: 5000";
  for (const char* hit : {"first", "collect-sum", "collect-max"}) {
    same_as_rows("tiers:\n  hit: " + std::string(hit) + rows);
  }
  same_as_rows("tiers:\n  hit: priority\n  order: [200, 100, 300]" + rows);
  same_as_rows(
      "tiers:\n  hit: unique\n  on: [staff]\n  default: revenue * 3 - rnd\n  rows:\n"
      "    - {when: ['>= 200'], amount: 300}\n"
      "    - {when: ['< 10'], amount: rnd}");
}

TEST_CASE("bands are formulas", "[columns][tiers]") {
  const std::string bands =
      "bands: [{to: 100万, rate: 2.5%}, {to: 300万, rate: 10%}, {rate: 25%}]\n";
  same_as_rows(bands + "of: revenue");
  same_as_rows(bands + "of: revenue - rnd\nat_most: 20万\nround: 0.01 half up");
  same_as_rows("bands: [{to: 100万, rate: 2.5%}, {to: 300万, rate: 10%}]\nof: revenue");
  batched made({policy_text("demo/one", "true", benefit_text(bands + "of: revenue"))});
  CHECK_FALSE(plan_in(made).evaluated);
}

TEST_CASE("formulas that choose are evaluated", "[columns][tiers]") {
  same_as_rows("amount: if staff > 50 then revenue * 10% else 30\nround: 0.1 half up");
  same_as_rows("amount: or_else(revenue, 7) + rnd");
  same_as_rows("up_to: if score > 50 then revenue else 30\nat_most: 1000");
  same_as_rows("amount: sum(hires.wage) * 10%\nround: 1 down");
}

TEST_CASE("items pay each, and all up to a total", "[columns][tiers]") {
  same_as_rows(per_hire + "amount: h.wage * 10%\nround: 0.1 half even");
  same_as_rows(per_hire + masters + "amount: h.wage * 10%\nat_most: 1000\nround: 1 down");
  same_as_rows(per_hire + masters +
               "amount: h.wage * 10%\nat_most: 1000\nround: 1 "
               "down\ntotal_at_most: 1500");
  same_as_rows(per_hire + masters +
               "amount: h.wage + rnd\nat_least: rnd * 50\nround: 0.01 "
               "up\ntotal_at_most: rnd * 9000");
  same_as_rows(per_hire + "up_to: h.wage\nround: none");
}

TEST_CASE("items ask items of loops of their own", "[columns][tiers]") {
  batched made({policy_text(
      "demo/one", "true",
      benefit_text(per_hire + "amount: h.wage * count(hires[wage > h.wage])\nround: none"))});
  REQUIRE(plan_in(made).value != columns::no_node);
  for (int i = 0; i < 40; ++i) {
    value::list hires;
    for (int j = 0; j < i % 5; ++j) hires.push_back(hire("doctor", (i * 7 + j * 13) % 31));
    made.add({{"hires", hires}});
  }
  made.same_as_rows();
}

TEST_CASE("tiers of items pay as rows do", "[columns][tiers]") {
  same_as_rows(per_hire +
               "tiers:\n  hit: first\n  on: [h.degree, h.wage]\n  rows:\n"
               "    - {when: ['\"doctor\"', '> 500'], amount: 5万}\n"
               "    - {when: ['\"doctor\", \"master\"', '-'], amount: h.wage * 2}\n"
               "    - {when: ['-', '< 200'], amount: 100}\n"
               "at_most: 3万\nround: 1 half up\ntotal_at_most: 6万");
}

TEST_CASE("figures that may overflow leave amounts to rows", "[columns][tiers]") {
  batched made({policy_text("demo/one", "true",
                            benefit_text("tiers:\n  hit: first\n  on: [staff]\n  rows:\n"
                                         "    - {when: ['> 5'], amount: revenue * score * score}\n"
                                         "    - {when: ['-'], amount: 3}\nround: none"))});
  made.add({{"staff", 6},
            {"score", number("90071992.5")},
            {"revenue", by_year({{2021, number("90071992547409.91")}})}});
  made.add({{"staff", 2}, {"revenue", by_year({{2021, 5}})}});
  made.same_as_rows();
}
