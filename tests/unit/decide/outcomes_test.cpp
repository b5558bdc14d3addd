// Groups of clauses by Kleene's logic, on the order unmet < unknown < met.
#include "decide/outcomes.hpp"

#include "catch.hpp"
#include "support/plans.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

using model::clause_kind;

// Registers: 0 is unmet, 1 unknown, 2 met, 3 null.
decide::state registers() {
  decide::state run;
  const auto leaf = [&](std::uint32_t field) {
    return run.missing.leaf({values::missing_graph::input::source::field, field,
                             values::missing_graph::input::no_year});
  };
  run.registers = {values::cell::of(false), values::cell::unknown(leaf(7)), values::cell::of(true),
                   values::cell::null(values::null_reason::given), values::cell::unknown(leaf(8))};
  return run;
}

std::vector<plan::clause> grouped(clause_kind kind, const std::vector<plan::reg>& leaves) {
  std::vector<plan::clause> made{{kind, 0, static_cast<std::uint32_t>(leaves.size() + 1)}};
  for (const auto leaf : leaves) made.push_back({clause_kind::require, leaf, 1});
  return made;
}

outcome joined(clause_kind kind, const std::vector<plan::reg>& leaves) {
  const auto run = registers();
  return decide::all_met(grouped(kind, leaves), run);
}

std::size_t waits_for(const std::vector<plan::clause>& clauses) {
  auto run = registers();
  const auto node = decide::what_is_missing(clauses, run);
  if (!node) return 0;
  std::vector<values::missing_graph::input> inputs;
  run.missing.collect(*node, inputs);
  return inputs.size();
}

}  // namespace

TEST_CASE("a condition that is null is unmet", "[decide][outcomes]") {
  CHECK(decide::to_outcome(values::cell::null(values::null_reason::given)) == outcome::unmet);
  CHECK(decide::to_outcome(values::cell::of(true)) == outcome::met);
  CHECK(decide::to_outcome(values::cell::of(false)) == outcome::unmet);
  CHECK(decide::to_outcome(values::cell::unknown(0)) == outcome::unknown);
}

TEST_CASE("all is the least of its clauses, any the greatest, none the opposite of any",
          "[decide][outcomes]") {
  CHECK(joined(clause_kind::all, {2, 2}) == outcome::met);
  CHECK(joined(clause_kind::all, {2, 1}) == outcome::unknown);
  CHECK(joined(clause_kind::all, {1, 0}) == outcome::unmet);
  CHECK(joined(clause_kind::any, {0, 0}) == outcome::unmet);
  CHECK(joined(clause_kind::any, {0, 1}) == outcome::unknown);
  CHECK(joined(clause_kind::any, {1, 2}) == outcome::met);
  CHECK(joined(clause_kind::none, {0, 3}) == outcome::met);
  CHECK(joined(clause_kind::none, {0, 1}) == outcome::unknown);
  CHECK(joined(clause_kind::none, {1, 2}) == outcome::unmet);
}

TEST_CASE("every clause has an outcome, a group before its children", "[decide][outcomes]") {
  std::vector<outcome> seen;
  const auto run = registers();
  auto clauses = grouped(clause_kind::any, {0, 1});
  clauses.push_back({clause_kind::require, 2, 1});
  CHECK(decide::clause_outcomes(clauses, run, seen) == outcome::unknown);
  CHECK(seen ==
        std::vector<outcome>{outcome::unknown, outcome::unmet, outcome::unknown, outcome::met});
}

TEST_CASE("no clauses are met", "[decide][outcomes]") {
  const auto run = registers();
  CHECK(decide::all_met({}, run) == outcome::met);
}

TEST_CASE("what is missing is the union over unknown clauses, and decided groups add nothing",
          "[decide][outcomes]") {
  CHECK(waits_for(grouped(clause_kind::all, {1, 4})) == 2);
  CHECK(waits_for(grouped(clause_kind::all, {1, 2})) == 1);
  CHECK(waits_for(grouped(clause_kind::any, {1, 2})) == 0);
  CHECK(waits_for(grouped(clause_kind::all, {2, 0})) == 0);
}

TEST_CASE("a union with nothing is the other", "[decide][outcomes]") {
  auto run = registers();
  CHECK(!decide::merge(run, std::nullopt, std::nullopt));
  CHECK(decide::merge(run, run.registers[1].why, std::nullopt) == run.registers[1].why);
  CHECK(decide::merge(run, std::nullopt, run.registers[4].why) == run.registers[4].why);
}
