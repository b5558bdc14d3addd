// In which order the nodes of conditions run.

#include <algorithm>

#include "columns/walk.hpp"
#include "unit/columns/batched.hpp"

using namespace sudui;
using namespace sudui::tests;
using columns::node_id;
using columns::node_kind;

namespace {

/// Policies that ask the same three columns in turns, and what joins them.
std::vector<std::string> in_turns(int policies) {
  std::vector<std::string> all;
  for (int i = 0; i < policies; ++i) {
    const auto limit = std::to_string(i + 1);
    all.push_back(asks("staff > " + limit + " and revenue < " + limit + " and score >= " + limit +
                           " and rnd / revenue < 0." + limit,
                       "demo/p" + std::to_string(1000 + i)));
  }
  return all;
}

}  // namespace

TEST_CASE("the order takes every node once, operands first", "[columns][order]") {
  auto documents = in_turns(400);
  documents.push_back(asks("sum(hires[wage > 5].wage) + revenue * 2 > rnd and not(is_listed)"));
  const batched made(documents);
  const auto& program = made.program();
  REQUIRE(program.order.size() == program.nodes.size());
  std::vector<bool> is_met(program.nodes.size());
  for (const auto each : program.order) {
    CHECK_FALSE(is_met[each]);
    columns::for_each_operand(program, program.nodes[each],
                              [&](node_id part) { CHECK(is_met[part]); });
    is_met[each] = true;
  }
  for (node_id i = 0; i < program.nodes.size(); ++i) CHECK(program.order[program.places[i]] == i);
}

TEST_CASE("what asks one column alone runs together", "[columns][order]") {
  const batched made(in_turns(20));
  const auto& program = made.program();
  std::vector<std::uint32_t> columns;
  for (const auto each : program.order) {
    const auto& what = program.nodes[each];
    if (what.kind == node_kind::below) columns.push_back(program.nodes[what.a].column);
  }
  REQUIRE(columns.size() >= 60);
  columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
  CHECK(columns.size() == 3);
}

TEST_CASE("the conditions of a policy run before it is joined, in stretches", "[columns][order]") {
  const batched made(in_turns(600));
  const auto& program = made.program();
  REQUIRE(program.for_conditions > 2048);
  std::size_t stretches = 0;
  for (std::size_t i = 0; i < program.policies.size(); ++i) {
    for (const auto& step : program.policies[i]) {
      CHECK(program.places[step.condition] < program.needs[i]);
    }
    if (i != 0 && program.needs[i] != program.needs[i - 1]) ++stretches;
  }
  CHECK(stretches >= 2);
  CHECK(program.needs.back() == program.for_conditions);
}
