// Hostile formulas: as deep and as long as they like, reading ends, and the tree stays low.
#include <algorithm>

#include "catch.hpp"
#include "shape.hpp"

namespace sudui::tests {
namespace {

std::string repeated(std::string_view piece, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += piece;
  return all;
}

std::uint32_t height_of(const feel::expression& tree) {
  std::vector<std::uint32_t> heights;
  for (const feel::node& next : tree.nodes) {
    std::uint32_t below = 0;
    for (const feel::node_id child : next.children) {
      REQUIRE(child < heights.size());
      below = std::max(below, heights[child]);
    }
    heights.push_back(below + 1);
  }
  return heights[tree.root];
}

}  // namespace

TEST_CASE("nesting of every kind is bounded", "[feel][limits]") {
  for (const std::string_view piece :
       {"(", "[", "{a:", "-", "f(", "a[", "if ", "x in (", "x in not(", "x in not(not(",
        "some x in ", "function() ", "a ** (", "]", "1 + (", "(<", "[1..", "x instance of list<"}) {
    const formula_reading read(repeated(piece, 20000));
    CAPTURE(piece);
    CHECK_FALSE(read.is_clean());
    CHECK(height_of(read.tree()) <= 201);
  }
}

TEST_CASE("too deep a formula is told", "[feel][limits]") {
  CHECK(
      complaints(repeated("(", 20) + "a" + repeated(")", 20), {.max_depth = 10}) ==
      "11^1 too-deep-formula: the formula nests deeper than 10 levels | split it into definitions, "
      "or use `in (...)` and lists");
  CHECK(complaints(repeated("(", 9) + "a" + repeated(")", 9), {.max_depth = 10}).empty());
}

TEST_CASE("a chain of operators is as deep as it is long", "[feel][limits]") {
  CHECK(complaints("a" + repeated(" + a", 199)).empty());
  CHECK_THAT(complaints("a" + repeated(" + a", 200)), ContainsSubstring("too-deep-formula"));
  CHECK_THAT(complaints("a" + repeated(".b", 5000)), ContainsSubstring("too-deep-formula"));
  CHECK(height_of(formula_reading("a" + repeated(" or a", 5000)).tree()) <= 201);
}

TEST_CASE("the number of nodes is bounded", "[feel][limits]") {
  const std::string list = "[1" + repeated(", 1", 500) + "]";
  CHECK(complaints(list, {.max_nodes = 502}).empty());
  const formula_reading read(list, {.max_nodes = 100});
  CHECK_THAT(read.complaints(),
             ContainsSubstring("too-long-formula: the formula has more than 100 parts"));
  CHECK(read.tree().nodes.size() < 110);
}

TEST_CASE("long lists and contexts are no deeper than one", "[feel][limits]") {
  CHECK(complaints("x in (1" + repeated(", 1", 5000) + ")").empty());
  CHECK(complaints("{a: 1" + repeated(", a: 1", 5000) + "}").empty());
}

}  // namespace sudui::tests
