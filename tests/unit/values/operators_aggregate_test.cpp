#include "catch.hpp"
#include "unit/values/workbench.hpp"

namespace sudui::tests {

using values::null_reason;
using values::op;

TEST_CASE("numbers of a list are summed exactly", "[values][operators_aggregate]") {
  workbench bench;
  const auto list = bench.list({bench.n("0.1"), bench.n("0.2"), bench.n("-1e3")});
  CHECK(bench.text(op::list_sum, {list}) == "-999.7");
  CHECK(bench.text(op::list_mean, {bench.list({bench.n("1"), bench.n("2")})}) == "1.5");
  const auto huge = bench.list({bench.n("9e6144"), bench.n("9e6144")});
  CHECK(bench.reason(op::list_sum, {huge}) == null_reason::overflow);
  CHECK(bench.reason(op::list_mean, {huge}) == null_reason::overflow);
}

TEST_CASE("the least and the greatest are found in every ordered kind",
          "[values][operators_aggregate]") {
  workbench bench;
  const auto list = bench.list({bench.n("2"), bench.n("1.5"), bench.n("1.50"), bench.n("9")});
  CHECK(bench.text(op::list_min, {list}) == "1.5");
  CHECK(bench.text(op::list_max, {list}) == "9");
  const auto dates = bench.list({bench.d("2024-01-01"), bench.d("2023-12-31")});
  CHECK(bench.text(op::list_min, {dates}) == "date(\"2023-12-31\")");
  CHECK(bench.text(op::list_max, {bench.list({bench.s("b"), bench.s("a")})}) == "\"b\"");
  const auto flags = bench.list({bench.b(true), bench.b(false)});
  CHECK(bench.reason(op::list_max, {flags}) == null_reason::bad_argument);
}

TEST_CASE("an empty list has no aggregate", "[values][operators_aggregate]") {
  workbench bench;
  for (const auto code : {op::list_sum, op::list_min, op::list_max, op::list_mean}) {
    CHECK(bench.reason(code, {bench.list({})}) == null_reason::no_element);
  }
  CHECK(bench.text(op::list_count, {bench.list({})}) == "0");
}

TEST_CASE("an unknown item makes an aggregate unknown, a null item null",
          "[values][operators_aggregate]") {
  workbench bench;
  const auto open = bench.list({bench.n("1"), bench.none(), bench.unknown(1), bench.unknown(2)});
  const auto holed = bench.list({bench.n("1"), bench.none(null_reason::overflow)});
  for (const auto code : {op::list_sum, op::list_min, op::list_max, op::list_mean}) {
    CHECK(bench.text(code, {open}) == "unknown 1 2");
    CHECK(bench.reason(code, {holed}) == null_reason::overflow);
  }
}

TEST_CASE("all and any are decided by a single item", "[values][operators_aggregate]") {
  workbench bench;
  const auto yes = bench.b(true);
  const auto no = bench.b(false);
  CHECK(bench.text(op::list_all, {bench.list({})}) == "true");
  CHECK(bench.text(op::list_any, {bench.list({})}) == "false");
  CHECK(bench.text(op::list_all, {bench.list({yes, bench.unknown(1), no})}) == "false");
  CHECK(bench.text(op::list_any, {bench.list({no, bench.unknown(1), yes})}) == "true");
  CHECK(bench.text(op::list_all, {bench.list({yes, bench.none(), yes})}) == "null");
  CHECK(bench.text(op::list_any, {bench.list({bench.none(), no})}) == "null");
  CHECK(bench.text(op::list_all, {bench.list({yes, bench.unknown(2), bench.unknown(1)})}) ==
        "unknown 1 2");
  CHECK(bench.text(op::list_any, {bench.list({no, bench.unknown(2), bench.none()})}) ==
        "unknown 2");
}

}  // namespace sudui::tests
