// Decision tables on cells: what holds where no row applies, then tests and outputs.
#include "catch.hpp"
#include "unit/values/workbench.hpp"

namespace sudui::tests {

using values::null_reason;
using values::op;

TEST_CASE("one row applies, or the default", "[values][operators_table]") {
  workbench bench;
  for (const auto code : {op::table_unique, op::table_any, op::table_first}) {
    CHECK(bench.text(code, {bench.n("0"), bench.b(false), bench.n("1"), bench.b(true),
                            bench.n("2")}) == "2");
    CHECK(bench.text(code, {bench.n("0"), bench.b(false), bench.n("1"), bench.none(),
                            bench.n("2")}) == "0");
    CHECK(bench.text(code, {bench.n("0")}) == "0");
  }
}

TEST_CASE("several rows are null under unique, and under any where they differ",
          "[values][operators_table]") {
  workbench bench;
  const auto rows = [&](const char* second) {
    return std::vector{bench.none(), bench.b(true), bench.n("1"), bench.b(true), bench.n(second)};
  };
  CHECK(bench.reason(op::table_unique, rows("1")) == null_reason::several_rows);
  CHECK(bench.reason(op::table_any, rows("2")) == null_reason::several_rows);
  CHECK(bench.text(op::table_any, rows("1.0")) == "1");
  CHECK(bench.text(op::table_first, rows("2")) == "1");
  CHECK(bench.text(op::table_any, {bench.none(), bench.b(true), bench.n("1"), bench.b(true),
                                   bench.unknown(4)}) == "unknown 4");
}

TEST_CASE("a row that is certain settles unique and any", "[values][operators_table]") {
  workbench bench;
  const std::vector rows{bench.none(), bench.unknown(1), bench.n("1"), bench.b(true), bench.n("2")};
  CHECK(bench.text(op::table_unique, rows) == "2");
  CHECK(bench.text(op::table_any, rows) == "2");
  CHECK(bench.text(op::table_first, rows) == "unknown 1");
}

TEST_CASE("what is missing does not matter where all rows that may apply agree",
          "[values][operators_table]") {
  workbench bench;
  const auto rows = [&](const char* otherwise) {
    return std::vector{bench.n(otherwise), bench.unknown(1), bench.n("2"), bench.unknown(2),
                       bench.n("2")};
  };
  for (const auto code : {op::table_unique, op::table_any, op::table_first}) {
    CHECK(bench.text(code, rows("2")) == "2");
    CHECK(bench.text(code, rows("3")) == "unknown 1 2");
  }
}

TEST_CASE("the least rank counts, then the place", "[values][operators_table]") {
  workbench bench;
  const auto rows = [&](const workbench::cell& first) {
    return std::vector{bench.none(), first,        bench.n("0"),  bench.s("a"), bench.b(true),
                       bench.n("1"), bench.s("b"), bench.b(true), bench.n("1"), bench.s("c")};
  };
  CHECK(bench.text(op::table_priority, rows(bench.b(true))) == "\"a\"");
  CHECK(bench.text(op::table_priority, rows(bench.b(false))) == "\"b\"");
  CHECK(bench.text(op::table_priority, rows(bench.unknown(3))) == "unknown 3");
  CHECK(bench.text(op::table_output_order, rows(bench.b(true))) == "[\"a\", \"b\", \"c\"]");
  CHECK(bench.text(op::table_output_order, rows(bench.unknown(3))) == "unknown 3");
}

TEST_CASE("a rank that is unknown leaves open which row counts", "[values][operators_table]") {
  workbench bench;
  CHECK(bench.text(op::table_priority,
                   {bench.none(), bench.b(true), bench.unknown(1), bench.unknown(1), bench.b(true),
                    bench.n("0"), bench.n("5")}) == "unknown 1");
  CHECK(bench.text(op::table_priority,
                   {bench.none(), bench.b(false), bench.unknown(1), bench.unknown(1), bench.b(true),
                    bench.n("0"), bench.n("5")}) == "5");
}

TEST_CASE("a list of rows waits for every test and for no output", "[values][operators_table]") {
  workbench bench;
  CHECK(bench.text(op::table_rows, {bench.list({}), bench.b(true), bench.n("1"), bench.b(true),
                                    bench.none()}) == "[1, null]");
  CHECK(bench.text(op::table_rows, {bench.list({}), bench.b(false), bench.n("1")}) == "[]");
  CHECK(bench.text(op::table_rows, {bench.list({}), bench.unknown(1), bench.n("1"),
                                    bench.unknown(2), bench.n("2")}) == "unknown 1 2");
  CHECK(bench.apply(op::table_rows, {bench.list({}), bench.b(true), bench.unknown(1)}).is_known());
}

}  // namespace sudui::tests
