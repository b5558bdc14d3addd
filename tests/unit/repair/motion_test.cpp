// Which way the clause's number goes while one input rises, and which sign is asked to be cut at.
#include "repair/motion.hpp"

#include "catch.hpp"
#include "support/plans.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

// The movement of `formula`, compared with a limit that it never reaches, while `debts` rises from
// `low` to `high`; `cut` where a sign must be cut at first.
std::string movement_of(const std::string& formula, int low, int high) {
  run_of at_low({policy_text("demo/one", formula + " > 1000000000")});
  const auto base = [&](int debts) {
    return profile{{"debts", debts}, {"score", 3}, {"revenue", by_year({{2021, -2}})}};
  };
  at_low.take(base(low));
  decide::state at_high;
  decide::answers again;
  const decide::catalogue names{at_low.by.rules.policies(), at_low.by.rules.fields(),
                                at_low.by.rules.parameters()};
  again.decide(*at_low.by.made, names, base(high), at_high);
  repair::axis along;
  along.field = *at_low.by.rules.held().typed->dictionary.find("debts");
  along.input = at_low.by.made->input_names.find("debts")->second;
  repair::motion moving(*at_low.by.made, along, at_low.run, at_high);
  if (moving.run()) return "cut";
  const auto& last = at_low.by.made->blocks.front().code.back();
  const auto left = at_low.by.made->operands[last.first];
  switch (moving.of(left)) {
    case repair::movement::still:
      return "still";
    case repair::movement::rising:
      return "rising";
    case repair::movement::falling:
      return "falling";
    case repair::movement::unclear:
      break;
  }
  return "unclear";
}

}  // namespace

TEST_CASE("sums go with what they are made of", "[repair][motion]") {
  CHECK(movement_of("debts + score", 1, 9) == "rising");
  CHECK(movement_of("score - debts", 1, 9) == "falling");
  CHECK(movement_of("debts + debts", 1, 9) == "rising");
  CHECK(movement_of("2 * debts - debts", 1, 9) == "unclear");
}

TEST_CASE("products and quotients turn with signs", "[repair][motion]") {
  CHECK(movement_of("debts * revenue(year)", 1, 9) == "falling");
  CHECK(movement_of("debts * debts", 1, 9) == "rising");
  CHECK(movement_of("debts * debts", -9, -1) == "falling");
  CHECK(movement_of("debts * debts", -9, 9) == "cut");
  CHECK(movement_of("floor(score / debts)", 1, 9) == "falling");
  CHECK(movement_of("floor(score / debts)", -3, 9) == "cut");
}

TEST_CASE("rounding and lists keep the movement, remainders do not", "[repair][motion]") {
  CHECK(movement_of("floor(debts / 3)", 1, 9) == "rising");
  CHECK(movement_of("sum([debts, score, 2 * debts])", 1, 9) == "rising");
  CHECK(movement_of("max(debts, score)", 1, 9) == "rising");
  CHECK(movement_of("modulo(debts, 4)", 1, 9) == "unclear");
}
