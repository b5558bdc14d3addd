#include "catch.hpp"
#include "unit/values/workbench.hpp"

namespace sudui::tests {

using values::null_reason;
using values::op;

TEST_CASE("values of one kind are equal by what they mean", "[values][operators_compare]") {
  workbench bench;
  CHECK(bench.text(op::equal, {bench.n("1.0"), bench.n("1")}) == "true");
  CHECK(bench.text(op::equal, {bench.s("甲"), bench.s("甲")}) == "true");
  CHECK(bench.text(op::equal, {bench.s("a"), bench.s("A")}) == "false");
  CHECK(bench.text(op::equal, {bench.b(false), bench.b(false)}) == "true");
  CHECK(bench.text(op::equal, {bench.d("2024-02-29"), bench.d("2024-03-01")}) == "false");
  CHECK(bench.text(op::equal, {bench.days(60), bench.days(60)}) == "true");
  CHECK(bench.text(op::equal, {bench.months(12), bench.months(11)}) == "false");
  CHECK(bench.text(op::not_equal, {bench.n("1"), bench.n("2")}) == "true");
  CHECK(bench.text(op::equal, {bench.n("1"), bench.s("1")}) == "false");
}

TEST_CASE("null equals null and nothing else", "[values][operators_compare]") {
  workbench bench;
  CHECK(bench.text(op::equal, {bench.none(), bench.none(null_reason::overflow)}) == "true");
  CHECK(bench.text(op::equal, {bench.none(), bench.n("0")}) == "false");
  CHECK(bench.text(op::not_equal, {bench.n("0"), bench.none()}) == "true");
}

TEST_CASE("equality with something unknown is unknown", "[values][operators_compare]") {
  workbench bench;
  CHECK(bench.text(op::equal, {bench.unknown(1), bench.n("0")}) == "unknown 1");
  CHECK(bench.text(op::equal, {bench.none(), bench.unknown(1)}) == "unknown 1");
  CHECK(bench.text(op::not_equal, {bench.unknown(2), bench.unknown(1)}) == "unknown 1 2");
}

TEST_CASE("lists and records are compared member by member", "[values][operators_compare]") {
  workbench bench;
  const auto make = [&](const char* a, const char* b) {
    return bench.list({bench.n(a), bench.record({bench.n(b), bench.none()})});
  };
  CHECK(bench.text(op::equal, {make("1", "2"), make("1.0", "2.00")}) == "true");
  CHECK(bench.text(op::equal, {make("1", "2"), make("1", "3")}) == "false");
  CHECK(bench.text(op::equal, {bench.list({}), bench.list({})}) == "true");
  CHECK(bench.text(op::equal, {bench.list({bench.n("1")}), bench.list({})}) == "false");
}

TEST_CASE("a known difference decides a comparison with unknown members",
          "[values][operators_compare]") {
  workbench bench;
  const auto a = bench.list({bench.unknown(1), bench.n("2")});
  CHECK(bench.text(op::equal, {a, bench.list({bench.n("1"), bench.n("3")})}) == "false");
  CHECK(bench.text(op::equal, {a, bench.list({bench.n("1"), bench.n("2")})}) == "unknown 1");
  CHECK(bench.text(op::equal, {a, bench.list({bench.n("1")})}) == "false");
  CHECK(bench.text(op::not_equal, {a, bench.list({bench.n("1"), bench.n("3")})}) == "true");
}

TEST_CASE("numbers, strings, dates and durations have an order", "[values][operators_compare]") {
  workbench bench;
  CHECK(bench.text(op::less, {bench.n("1"), bench.n("1.5")}) == "true");
  CHECK(bench.text(op::less, {bench.n("1.50"), bench.n("1.5")}) == "false");
  CHECK(bench.text(op::less_equal, {bench.n("1.50"), bench.n("1.5")}) == "true");
  CHECK(bench.text(op::greater, {bench.s("b"), bench.s("abc")}) == "true");
  CHECK(bench.text(op::greater, {bench.s("乙"), bench.s("z")}) == "true");
  CHECK(bench.text(op::greater_equal, {bench.d("2024-02-29"), bench.d("2024-02-29")}) == "true");
  CHECK(bench.text(op::less, {bench.d("1969-12-31"), bench.d("1970-01-01")}) == "true");
  CHECK(bench.text(op::less, {bench.days(-5), bench.days(5)}) == "true");
  CHECK(bench.text(op::greater_equal, {bench.months(23), bench.months(24)}) == "false");
}

TEST_CASE("what has no order compares to null", "[values][operators_compare]") {
  workbench bench;
  CHECK(bench.reason(op::less, {bench.b(false), bench.b(true)}) == null_reason::bad_argument);
  CHECK(bench.reason(op::less, {bench.list({}), bench.list({})}) == null_reason::bad_argument);
  CHECK(bench.reason(op::less, {bench.n("1"), bench.s("2")}) == null_reason::bad_argument);
}

}  // namespace sudui::tests
