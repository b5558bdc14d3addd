// One value from a list.
//
// An unknown item makes a sum, a mean or an extreme unknown, a null item makes it null, in this
// order. An empty list has none of them (null, as FEEL has it): a rule that wants 0 says so with
// `or else`. all and any are `and` and `or` over the items, so a single false or true decides
// whatever else is unknown.
//
// Tested by tests/unit/values/operators_aggregate_test.cpp.

#include "values/operators.hpp"
#include "values/ternary.hpp"

namespace sudui::values::operators {
namespace {

/// Why the items have no aggregate: a gap among them, or nothing there.
std::optional<cell> no_aggregate(std::span<const cell> items, surroundings& around) {
  if (items.empty()) return cell::null(null_reason::no_element);
  return find_gap(items, around.missing);
}

std::optional<decimal> sum_of(std::span<const cell> items) noexcept {
  std::optional<decimal> sum = decimal(0);
  for (const auto& item : items) {
    sum = add(*sum, item.number);
    if (!sum) break;
  }
  return sum;
}

template <class Better>
cell extreme(std::span<const cell> items, surroundings& around, Better&& better) {
  if (const auto gap = no_aggregate(items, around)) return *gap;
  cell best = items.front();
  for (const auto& item : items.subspan(1)) {
    const auto order = order_of(item, best);
    if (!order) return bad_argument();
    if (better(*order)) best = item;
  }
  return best;
}

}  // namespace

cell list_sum(operands given, surroundings& around) {
  const auto items = given[0].list();
  if (const auto gap = no_aggregate(items, around)) return *gap;
  return number_or_overflow(sum_of(items));
}

cell list_mean(operands given, surroundings& around) {
  const auto items = given[0].list();
  if (const auto gap = no_aggregate(items, around)) return *gap;
  const auto sum = sum_of(items);
  return number_or_overflow(sum ? divide(*sum, decimal(items.size())) : std::nullopt);
}

cell list_min(operands given, surroundings& around) {
  return extreme(given[0].list(), around, [](auto order) { return order < 0; });
}

cell list_max(operands given, surroundings& around) {
  return extreme(given[0].list(), around, [](auto order) { return order > 0; });
}

cell list_all(operands given, surroundings& around) {
  cell all = cell::of(true);
  for (const auto& item : given[0].list()) all = ternary_and(all, item, around.missing);
  return all;
}

cell list_any(operands given, surroundings& around) {
  cell any = cell::of(false);
  for (const auto& item : given[0].list()) any = ternary_or(any, item, around.missing);
  return any;
}

}  // namespace sudui::values::operators
