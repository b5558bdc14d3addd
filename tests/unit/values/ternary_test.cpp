// The truth table, cell by cell.

#include "values/ternary.hpp"

#include "catch.hpp"
#include "unit/values/workbench.hpp"

namespace sudui::tests {
namespace {

/// 0 true, 1 false, 2 unknown, 3 null.
values::cell truth(workbench& bench, int index) {
  if (index < 2) return workbench::b(index == 0);
  return index == 2 ? bench.unknown(7) : workbench::none();
}

const char* const names[] = {"true", "false", "unknown 7", "null"};

}  // namespace

TEST_CASE("and, or and not follow the table", "[values][ternary]") {
  const int table_and[4][4] = {{0, 1, 2, 3}, {1, 1, 1, 1}, {2, 1, 2, 2}, {3, 1, 2, 3}};
  const int table_or[4][4] = {{0, 0, 0, 0}, {0, 1, 2, 3}, {0, 2, 2, 2}, {0, 3, 2, 3}};
  const int table_not[4] = {1, 0, 2, 3};
  workbench bench;
  for (int a = 0; a < 4; ++a) {
    const auto left = truth(bench, a);
    CHECK(bench.text(values::ternary_not(left)) == names[table_not[a]]);
    for (int b = 0; b < 4; ++b) {
      CAPTURE(names[a], names[b]);
      const auto right = truth(bench, b);
      CHECK(bench.text(values::ternary_and(left, right, bench.graph())) == names[table_and[a][b]]);
      CHECK(bench.text(values::ternary_or(left, right, bench.graph())) == names[table_or[a][b]]);
    }
  }
}

TEST_CASE("two unknowns wait for the inputs of both", "[values][ternary]") {
  workbench bench;
  const auto both = values::ternary_and(bench.unknown(3), bench.unknown(1), bench.graph());
  CHECK(bench.text(both) == "unknown 1 3");
}

TEST_CASE("an operand that does not decide adds nothing to what is missing", "[values][ternary]") {
  workbench bench;
  const auto a = values::ternary_or(workbench::b(false), bench.unknown(5), bench.graph());
  CHECK(bench.text(a) == "unknown 5");
}

}  // namespace sudui::tests
