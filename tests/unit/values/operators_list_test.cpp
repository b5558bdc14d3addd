#include "catch.hpp"
#include "unit/values/workbench.hpp"

namespace sudui::tests {

using values::null_reason;
using values::op;

namespace {

values::cell numbers(workbench& bench, std::initializer_list<const char*> texts) {
  std::vector<values::cell> items;
  for (const auto* const text : texts) items.push_back(bench.n(text));
  return bench.list(std::move(items));
}

}  // namespace

TEST_CASE("lists and records keep unknown and null members", "[values][operators_list]") {
  workbench bench;
  const auto list = bench.apply(op::list_make, {bench.n("1"), bench.unknown(1), bench.none()});
  REQUIRE(list.list().size() == 3);
  CHECK(list.list()[1].is_unknown());
  CHECK(bench.text(op::list_count, {list}) == "3");
  CHECK(bench.text(op::list_make, {}) == "[]");
  const auto record = bench.apply(op::record_make, {bench.s("a"), bench.unknown(2)});
  CHECK(bench.text(op::record_member, {record, bench.n("0")}) == "\"a\"");
  CHECK(bench.text(op::record_member, {record, bench.n("1")}) == "unknown 2");
}

TEST_CASE("a match decides whether a list contains a value", "[values][operators_list]") {
  workbench bench;
  const auto list = bench.list({bench.unknown(1), bench.n("2"), bench.none()});
  CHECK(bench.text(op::list_contains, {list, bench.n("2.0")}) == "true");
  CHECK(bench.text(op::list_contains, {list, bench.n("3")}) == "unknown 1");
  CHECK(bench.text(op::list_contains, {list, bench.none()}) == "true");
  CHECK(bench.text(op::list_contains, {numbers(bench, {"1", "2"}), bench.n("3")}) == "false");
  CHECK(bench.text(op::list_contains, {numbers(bench, {"1"}), bench.none()}) == "false");
  CHECK(bench.text(op::list_contains, {numbers(bench, {"1"}), bench.unknown(9)}) == "unknown 9");
  CHECK(bench.text(op::list_contains, {bench.list({}), bench.unknown(9)}) == "false");
  CHECK(bench.text(op::list_contains, {bench.unknown(3), bench.n("1")}) == "unknown 3");
  CHECK(bench.text(op::list_contains, {bench.none(), bench.n("1")}) == "null");
}

TEST_CASE("items are counted from either end", "[values][operators_list]") {
  workbench bench;
  const auto list = numbers(bench, {"10", "20", "30"});
  CHECK(bench.text(op::list_index, {list, bench.n("1")}) == "10");
  CHECK(bench.text(op::list_index, {list, bench.n("-1")}) == "30");
  for (const auto* const outside : {"0", "4", "-4"}) {
    CHECK(bench.reason(op::list_index, {list, bench.n(outside)}) == null_reason::no_element);
  }
  CHECK(bench.reason(op::list_index, {list, bench.n("1.5")}) == null_reason::bad_argument);
  const auto open = bench.list({bench.unknown(1), bench.n("2")});
  CHECK(bench.text(op::list_index, {open, bench.n("2")}) == "2");
  CHECK(bench.text(op::list_index, {open, bench.n("1")}) == "unknown 1");
}

TEST_CASE("lists are joined, appended to and reversed", "[values][operators_list]") {
  workbench bench;
  const auto a = numbers(bench, {"1", "2"});
  const auto b = numbers(bench, {"3"});
  CHECK(bench.text(op::list_concat, {a, b, bench.list({}), a}) == "[1, 2, 3, 1, 2]");
  CHECK(bench.text(op::list_concat, {a, bench.unknown(1)}) == "unknown 1");
  CHECK(bench.text(op::list_append, {a, bench.none(), b}) == "[1, 2, null, [3]]");
  CHECK(bench.text(op::list_append, {a, bench.unknown(1)}) == "[1, 2, unknown]");
  CHECK(bench.text(op::list_append, {bench.none(), bench.n("1")}) == "null");
  CHECK(bench.text(op::list_reverse, {a}) == "[2, 1]");
  CHECK(bench.text(op::list_reverse, {bench.list({})}) == "[]");
}

TEST_CASE("the first of equal items stays", "[values][operators_list]") {
  workbench bench;
  CHECK(bench.text(op::list_distinct, {numbers(bench, {"1", "2", "1.0", "3", "2"})}) ==
        "[1, 2, 3]");
  CHECK(bench.text(op::list_distinct, {bench.list({bench.none(), bench.n("1"), bench.none()})}) ==
        "[null, 1]");
  CHECK(bench.text(op::list_distinct, {bench.list({bench.n("1"), bench.unknown(4)})}) ==
        "unknown 4");
}

TEST_CASE("nested lists become one", "[values][operators_list]") {
  workbench bench;
  const auto inner = bench.list({bench.n("2"), bench.list({bench.n("3")})});
  CHECK(bench.text(op::list_flatten, {bench.list({bench.n("1"), inner, bench.list({})})}) ==
        "[1, 2, 3]");
  CHECK(bench.text(op::list_flatten, {bench.list({bench.none()})}) == "[null]");
  CHECK(bench.text(op::list_flatten, {bench.list({inner, bench.unknown(1), bench.unknown(2)})}) ==
        "unknown 1 2");
}

TEST_CASE("a member is taken from every record", "[values][operators_list]") {
  workbench bench;
  const auto list = bench.list({bench.record({bench.s("a"), bench.n("1")}), bench.none(),
                                bench.unknown(1), bench.record({bench.s("b"), bench.none()})});
  CHECK(bench.text(op::list_member, {list, bench.n("1")}) == "[1, null, unknown, null]");
  CHECK(bench.text(op::list_member, {bench.list({}), bench.n("1")}) == "[]");
}

}  // namespace sudui::tests
