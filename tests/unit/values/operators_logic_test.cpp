#include "catch.hpp"
#include "unit/values/workbench.hpp"

namespace sudui::tests {

using values::op;

TEST_CASE("a false operand decides `and` beside an unknown one", "[values][operators_logic]") {
  workbench bench;
  CHECK(bench.text(op::logic_and, {bench.b(false), bench.unknown(1)}) == "false");
  CHECK(bench.text(op::logic_and, {bench.unknown(1), bench.b(true)}) == "unknown 1");
  CHECK(bench.text(op::logic_or, {bench.unknown(1), bench.b(true)}) == "true");
  CHECK(bench.text(op::logic_or, {bench.none(), bench.b(false)}) == "null");
  CHECK(bench.text(op::logic_not, {bench.b(true)}) == "false");
  CHECK(bench.text(op::logic_not, {bench.unknown(2)}) == "unknown 2");
}

TEST_CASE("a condition chooses its branch, null the second", "[values][operators_logic]") {
  workbench bench;
  CHECK(bench.text(op::choose, {bench.b(true), bench.n("1"), bench.unknown(1)}) == "1");
  CHECK(bench.text(op::choose, {bench.b(false), bench.unknown(1), bench.n("2")}) == "2");
  CHECK(bench.text(op::choose, {bench.none(), bench.n("1"), bench.n("2")}) == "2");
  CHECK(bench.text(op::choose, {bench.b(true), bench.unknown(6), bench.n("2")}) == "unknown 6");
}

TEST_CASE("an unknown condition does not matter between equal branches",
          "[values][operators_logic]") {
  workbench bench;
  CHECK(bench.text(op::choose, {bench.unknown(1), bench.n("2.0"), bench.n("2.0")}) == "2");
  CHECK(bench.text(op::choose, {bench.unknown(1), bench.none(), bench.none()}) == "null");
  CHECK(bench.text(op::choose, {bench.unknown(1), bench.n("2"), bench.n("3")}) == "unknown 1");
  CHECK(bench.text(op::choose, {bench.unknown(1), bench.n("2"), bench.none()}) == "unknown 1");
}

TEST_CASE("an unknown condition may settle it alone while a branch is known",
          "[values][operators_logic]") {
  workbench bench;
  CHECK(bench.text(op::choose, {bench.unknown(1), bench.unknown(2), bench.n("3")}) == "unknown 1");
  CHECK(bench.text(op::choose, {bench.unknown(1), bench.none(), bench.unknown(2)}) == "unknown 1");
  CHECK(bench.text(op::choose, {bench.unknown(1), bench.unknown(3), bench.unknown(2)}) ==
        "unknown 1 2 3");
  const auto open = bench.list({bench.unknown(5)});
  CHECK(bench.text(op::choose, {bench.unknown(1), open, open}) == "unknown 1");
}

TEST_CASE("null is asked for and replaced, unknown is neither", "[values][operators_logic]") {
  workbench bench;
  CHECK(bench.text(op::is_null, {bench.none()}) == "true");
  CHECK(bench.text(op::is_null, {bench.n("0")}) == "false");
  CHECK(bench.text(op::is_null, {bench.unknown(1)}) == "unknown 1");
  CHECK(bench.text(op::or_else, {bench.none(), bench.n("5")}) == "5");
  CHECK(bench.text(op::or_else, {bench.n("4"), bench.unknown(1)}) == "4");
  CHECK(bench.text(op::or_else, {bench.none(), bench.unknown(1)}) == "unknown 1");
  CHECK(bench.text(op::or_else, {bench.unknown(2), bench.n("5")}) == "unknown 2");
  CHECK(bench.text(op::or_else, {bench.unknown(2), bench.unknown(1)}) == "unknown 1 2");
}

}  // namespace sudui::tests
