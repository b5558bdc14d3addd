#include "values/missing.hpp"

#include "catch.hpp"

namespace sudui::tests {
namespace {

using values::missing_graph;
using input = missing_graph::input;

input field(std::uint32_t index, std::int32_t year = input::no_year) {
  return {input::source::field, index, year};
}

std::vector<input> collected(missing_graph& graph, std::uint32_t node) {
  std::vector<input> out;
  graph.collect(node, out);
  return out;
}

}  // namespace

TEST_CASE("the same input is the same node", "[values][missing]") {
  missing_graph graph;
  const auto node = graph.leaf(field(3));
  CHECK(graph.leaf(field(3)) == node);
  CHECK(graph.leaf(field(3, 2021)) != node);
  CHECK(graph.leaf({input::source::parameter, 3}) != node);
  CHECK(graph.leaf(field(3, 2021)) == graph.leaf(field(3, 2021)));
}

TEST_CASE("many inputs are told apart", "[values][missing]") {
  missing_graph graph;
  std::vector<std::uint32_t> nodes;
  for (std::uint32_t index = 0; index < 500; ++index) nodes.push_back(graph.leaf(field(index)));
  for (std::uint32_t index = 0; index < 500; ++index) {
    REQUIRE(graph.leaf(field(index)) == nodes[index]);
    REQUIRE(collected(graph, nodes[index]) == std::vector{field(index)});
  }
}

TEST_CASE("a union holds every input once, in order", "[values][missing]") {
  missing_graph graph;
  const auto left = graph.both(graph.leaf(field(5)), graph.leaf(field(1)));
  const auto right = graph.both(graph.leaf(field(1)), graph.leaf({input::source::parameter, 0}));
  const auto all = graph.both(left, right);
  CHECK(collected(graph, all) ==
        std::vector<input>{field(1), field(5), {input::source::parameter, 0}});
}

TEST_CASE("merging what is merged already makes no node", "[values][missing]") {
  missing_graph graph;
  const auto a = graph.leaf(field(1));
  const auto b = graph.leaf(field(2));
  const auto both = graph.both(a, b);
  CHECK(graph.both(a, a) == a);
  CHECK(graph.both(both, a) == both);
  CHECK(graph.both(b, both) == both);
}

TEST_CASE("collecting adds to what is there", "[values][missing]") {
  missing_graph graph;
  std::vector<input> out{field(9), field(2)};
  graph.collect(graph.leaf(field(2)), out);
  CHECK(out == std::vector<input>{field(2), field(9)});
}

TEST_CASE("a deep chain of unions is walked without recursion and once", "[values][missing]") {
  missing_graph graph;
  auto node = graph.leaf(field(0));
  auto before = node;
  for (std::uint32_t turn = 1; turn < 50000; ++turn) {
    const auto next = graph.both(node, graph.both(before, graph.leaf(field(turn % 7))));
    before = node;
    node = next;
  }
  CHECK(collected(graph, node).size() == 7);
}

TEST_CASE("a cleared graph starts anew", "[values][missing]") {
  missing_graph graph;
  (void)graph.leaf(field(1));
  const auto second = graph.leaf(field(2));
  graph.clear();
  const auto again = graph.leaf(field(2));
  CHECK(again != second);
  CHECK(collected(graph, again) == std::vector{field(2)});
}

}  // namespace sudui::tests
