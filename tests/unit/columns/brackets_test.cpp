// Amounts of reals: floors and ceilings decide where they come to the same, rows where they do not.

#include "unit/columns/batched.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

std::string pays(const std::string& lines) {
  return policy_text("demo/one", "not(is_listed)", benefit_text(lines));
}

/// How many amounts of eligible companies the row executor was asked for.
std::size_t asked_of_rows(const batched& of) {
  columns::executor run(of.compiled);
  columns::verdicts verdicts;
  run.decide(of.rows, verdicts);
  columns::awards awards;
  run.award(of.rows, verdicts, columns::executor::whose::eligible, awards);
  return awards.aside.size();
}

profile company(const char* revenue, int months) {
  return {{"revenue", by_year({{2021, number(revenue)}})}, {"score", months}, {"is_listed", false}};
}

const columns::amount_plan& plan_in(const batched& made) {
  return made.program().amounts.front().front();
}

}  // namespace

TEST_CASE("a division at the end is exact, on a tie between two fen, too", "[columns][brackets]") {
  batched made({pays("amount: revenue * score / 12\nround: 0.01 half up\n")});
  REQUIRE(plan_in(made).upper);
  // 0.06 * 1 / 12 is 0.005; 7800 * 7 / 12 has no rest; 0.01 / 12 ends nowhere
  made.add(company("0.06", 1));
  made.add(company("7800", 7));
  made.add(company("0.01", 1));
  made.add(company("0", 1));
  CHECK(asked_of_rows(made) == 0);
  made.same_as_rows();
}

// 0.04 / 3 ends nowhere, and 3.375 times what 34 digits hold of it lies below 0.045.
TEST_CASE("a tie behind a rounded quotient is for the row executor", "[columns][brackets]") {
  batched made({pays("amount: revenue / 3 * 3.375\nround: 0.01 half up\n")});
  REQUIRE(plan_in(made).upper);
  made.add(company("0.04", 1));
  CHECK(asked_of_rows(made) == 1);
  made.same_as_rows();
  made.add(company("0.02", 1));  // 0.0225, away from ties
  made.add(company("1000000.04", 1));
  CHECK(asked_of_rows(made) == 2);
  made.same_as_rows();
}

TEST_CASE("a product of figures that no whole number holds is divided in columns",
          "[columns][brackets]") {
  batched made({pays("amount: revenue * rnd / (revenue + rnd)\nround: 0.01 half up\n")});
  REQUIRE(plan_in(made).upper);
  for (const auto* revenue : {"899999999.99", "123456789.01", "0.03", "0"}) {
    auto one = company(revenue, 1);
    one.set("rnd", by_year({{2021, number("700000000.01")}}));
    made.add(one);
  }
  CHECK(asked_of_rows(made) == 0);
  made.same_as_rows();
}

TEST_CASE("limits, tiers and items of reals", "[columns][brackets]") {
  const std::string round = "round: 0.01 half up\n";
  for (const auto& lines :
       {"amount: revenue / 7\nat_most: rnd / 3\nat_least: score / 9\n" + round,
        "up_to: revenue / 7\nat_most: 100000 / 3\n" + round,
        "amount: if staff > 10 then revenue / score else revenue\n" + round,
        "amount: or_else(sum(for h in hires[wage > 50] return h.wage / 12 * 7), 0)\n" + round,
        "for_each: h in hires\namount: h.wage * score / 12\ntotal_at_most: 1000\n" + round,
        "for_each: h in hires\namount: min(h.wage / 7, revenue / 13)\n" + round,
        std::string("amount: max(revenue / 7, -(rnd / 3))\nround: 100 half even\n")}) {
    INFO(lines);
    batched made({pays(lines)});
    REQUIRE(plan_in(made).upper);
    for (unsigned i = 0; i < 300; ++i) {
      auto one = mixed(i);
      one.set("is_listed", false);
      made.add(std::move(one));
    }
    made.same_as_rows();
    made.same_as_rows(64);
  }
}

TEST_CASE("what does not only rise, or has 34 digits, is left to rows", "[columns][brackets]") {
  const std::string any =
      "tiers:\n  hit: any\n  on: [staff]\n  rows:\n"
      "    - {when: ['> 10'], amount: 'revenue / 3'}\n    - {when: ['> 20'], amount: 'rnd / 3'}\n"
      "round: 0.01 half up\n";
  CHECK(plan_in(batched({pays(any)})).is_open());
  CHECK(plan_in(batched({pays("amount: revenue / 3\nround: none\n")})).is_open());
}

TEST_CASE("figures beyond what doubles hold are for the row executor", "[columns][brackets]") {
  batched made({pays("amount: revenue / score\nround: 0.01 half up\n")});
  auto far = company("80000000000000", 1);
  far.set("score", number("0.01"));
  made.add(std::move(far));
  made.add(company("100", 3));
  CHECK(asked_of_rows(made) == 1);
  made.same_as_rows();
}
