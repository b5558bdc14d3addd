// The rule all operators share, and the table they stand in.

#include "values/op.hpp"

#include <algorithm>
#include <set>

#include "catch.hpp"
#include "unit/values/workbench.hpp"

namespace sudui::tests {
namespace {

using values::null_reason;
using values::op;

constexpr std::size_t op_count = static_cast<std::size_t>(op::or_else) + 1;

}  // namespace

TEST_CASE("every operator has a name of its own and an arity", "[values][op]") {
  std::set<std::string_view> seen;
  for (std::size_t at = 0; at < op_count; ++at) {
    const auto& entry = values::entry_of(static_cast<op>(at));
    CHECK(seen.insert(entry.name).second);
    CHECK((entry.arity == values::any_number || (entry.arity >= 1 && entry.arity <= 4)));
  }
  CHECK(values::entry_of(op::marginal).name == "marginal");
  CHECK(values::entry_of(op::quotient_less).arity == 4);
}

TEST_CASE("an unknown operand makes the result unknown", "[values][op]") {
  workbench bench;
  CHECK(bench.text(op::number_add, {bench.n("1"), bench.unknown(4)}) == "unknown 4");
  CHECK(bench.text(op::number_add, {bench.unknown(9), bench.unknown(4)}) == "unknown 4 9");
  CHECK(bench.text(op::quotient_less, {bench.unknown(1), bench.unknown(2), bench.unknown(3),
                                       bench.unknown(2)}) == "unknown 1 2 3");
}

TEST_CASE("a null operand makes the result null and keeps its reason", "[values][op]") {
  workbench bench;
  const auto null = bench.none(null_reason::division_by_zero);
  CHECK(bench.reason(op::number_add, {bench.n("1"), null}) == null_reason::division_by_zero);
  CHECK(bench.reason(op::string_length, {null}) == null_reason::division_by_zero);
  CHECK(bench.reason(op::less, {null, bench.none(null_reason::overflow)}) ==
        null_reason::division_by_zero);
}

TEST_CASE("unknown wins over null whichever comes first", "[values][op]") {
  workbench bench;
  CHECK(bench.text(op::number_add, {bench.none(), bench.unknown(4)}) == "unknown 4");
  CHECK(bench.text(op::number_add, {bench.unknown(4), bench.none()}) == "unknown 4");
}

TEST_CASE("every operator that waits for its operands does so", "[values][op]") {
  const std::set<std::string_view> sees_gaps{
      "logic_and",      "logic_or",      "logic_not",        "choose",          "equal",
      "not_equal",      "list_make",     "list_append",      "is_null",         "or_else",
      "record_make",    "list_contains", "text_among",       "time_from_parts", "string_matches",
      "string_replace", "string_join",   "number_from_text", "list_insert",     "list_replace",
      "list_index_of",  "range_make",    "same_value"};
  for (std::size_t at = 0; at < op_count; ++at) {
    workbench bench;
    const auto code = static_cast<op>(at);
    const auto& entry = values::entry_of(code);
    if (sees_gaps.count(entry.name) != 0) continue;
    CAPTURE(entry.name);
    const auto count = entry.arity == values::any_number ? 2 : entry.arity;
    std::vector<values::cell> operands(static_cast<std::size_t>(count), bench.none());
    operands.back() = bench.unknown(3);
    CHECK(bench.text(code, operands) == "unknown 3");
  }
}

}  // namespace sudui::tests
