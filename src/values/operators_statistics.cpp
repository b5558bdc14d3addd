// Figures of a list of numbers beyond sum and mean: middle, most frequent, spread, product.
//
// As with other aggregates an unknown item makes the result unknown, else a null item makes it
// null, and an empty list has none (null); its most frequent items are the empty list. The standard
// deviation is that of a sample (n - 1), so of one number there is none.
//
// Tested by tests/data/feel/collections.csv.

#include <algorithm>

#include "values/decimal_functions.hpp"
#include "values/operators.hpp"

namespace sudui::values::operators {
namespace {

std::span<cell> in_order(std::span<const cell> items, surroundings& around) {
  const auto sorted = around.memory.cells(items.size());
  std::copy(items.begin(), items.end(), sorted.begin());
  std::sort(sorted.begin(), sorted.end(),
            [](const cell& a, const cell& b) { return a.number < b.number; });
  return sorted;
}

std::optional<cell> no_figure(std::span<const cell> items, surroundings& around) {
  if (items.empty()) return cell::null(null_reason::no_element);
  return find_gap(items, around.missing);
}

std::optional<decimal> mean_of(std::span<const cell> items) noexcept {
  std::optional<decimal> sum = decimal(0);
  for (const auto& each : items) {
    if (sum) sum = add(*sum, each.number);
  }
  return sum ? divide(*sum, decimal(items.size())) : sum;
}

std::optional<decimal> square_of(const decimal& a, const decimal& mean) noexcept {
  const auto gap = subtract(a, mean);
  return gap ? multiply(*gap, *gap) : gap;
}

}  // namespace

cell list_product(operands given, surroundings& around) {
  const auto items = given[0].list();
  if (const auto gap = no_figure(items, around)) return *gap;
  std::optional<decimal> product = decimal(1);
  for (const auto& each : items) {
    if (product) product = multiply(*product, each.number);
  }
  return number_or_overflow(product);
}

cell list_median(operands given, surroundings& around) {
  const auto items = given[0].list();
  if (const auto gap = no_figure(items, around)) return *gap;
  const auto sorted = in_order(items, around);
  const auto half = sorted.size() / 2;
  if (sorted.size() % 2 == 1) return sorted[half];
  return number_or_overflow(mean_of(sorted.subspan(half - 1, 2)));
}

cell list_mode(operands given, surroundings& around) {
  const auto items = given[0].list();
  if (items.empty()) return given[0];
  if (const auto gap = find_gap(items, around.missing)) return *gap;
  const auto sorted = in_order(items, around);
  const auto kept = around.memory.cells(sorted.size());
  std::size_t count = 0;
  std::ptrdiff_t most = 0;
  for (auto from = sorted.begin(); from != sorted.end();) {
    const auto to = std::find_if(from, sorted.end(),
                                 [&](const cell& each) { return each.number != from->number; });
    if (to - from > most) count = 0;
    most = std::max(most, to - from);
    if (to - from == most) kept[count++] = *from;
    from = to;
  }
  return cell::of_list(kept.first(count));
}

cell list_stddev(operands given, surroundings& around) {
  const auto items = given[0].list();
  if (const auto gap = no_figure(items, around)) return *gap;
  if (items.size() == 1) return cell::null(null_reason::no_element);
  const auto mean = mean_of(items);
  std::optional<decimal> sum = mean ? std::optional(decimal(0)) : std::nullopt;
  for (const auto& each : items) {
    const auto square = sum ? square_of(each.number, *mean) : std::nullopt;
    sum = square ? add(*sum, *square) : std::nullopt;
  }
  const auto variance = sum ? divide(*sum, decimal(items.size() - 1)) : std::nullopt;
  return number_or_overflow(variance ? square_root(*variance) : variance);
}

}  // namespace sudui::values::operators
