// Amounts on the rows that won them: their figures are gathered, the formula runs over them in
// whole numbers, and one division rounds at the end. The nodes are those of conditions, so that the
// same bounds prove that nothing overflows; what is missing for a row shows in `is_known`, and that
// row goes to the row executor.
//
// Cost: some 5 to 15 ns an amount. Tested by tests/unit/columns/amounts_test.cpp and, against the
// row executor, by tests/property.

#include "columns/amounts.hpp"

#include <algorithm>

#include "values/coefficient.hpp"

namespace sudui::columns {

std::int64_t rounded_quotient(std::int64_t value, std::int64_t divisor, rounding mode) noexcept {
  const auto cut = value / divisor;  // towards zero
  const auto rest = value % divisor;
  if (rest == 0) return cut;
  const std::int64_t away = value < 0 ? cut - 1 : cut + 1;
  const auto size = rest < 0 ? -rest : rest;
  const auto beyond_half = size <=> divisor - size;
  switch (mode) {
    case rounding::half_up:
      return beyond_half >= 0 ? away : cut;
    case rounding::half_down:
      return beyond_half > 0 ? away : cut;
    case rounding::half_even:
      return beyond_half > 0 || (beyond_half == 0 && cut % 2 != 0) ? away : cut;
    case rounding::up:
      return away;
    case rounding::down:
      return cut;
    case rounding::ceiling:
      return value > 0 ? away : cut;
    case rounding::floor:
      return value < 0 ? away : cut;
  }
  return cut;
}

void amount_reader::column_values(const node& what, std::int64_t* out) {
  const auto& from = batch_->companies().columns[what.column];
  for (std::size_t i = 0; i < rows_.size(); ++i) out[i] = from.numbers[rows_[i]];
  if (!from.has_unknown && !from.has_null) return;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    is_known_[i] = is_known_[i] != 0 && from.known.at(rows_[i]) ? 1 : 0;
  }
}

void amount_reader::join(const node& what, std::int64_t* out) {
  const auto* a = values_of(what.a);
  const auto* b = what.b == no_node ? nullptr : values_of(what.b);
  const auto fill = [&](auto&& combine) {
    for (std::size_t i = 0; i < rows_.size(); ++i) out[i] = combine(i);
  };
  switch (what.kind) {
    case node_kind::sum:
      return fill([=](std::size_t i) { return a[i] + b[i]; });
    case node_kind::difference:
      return fill([=](std::size_t i) { return a[i] - b[i]; });
    case node_kind::product:
      return fill([=](std::size_t i) { return a[i] * b[i]; });
    case node_kind::least:
      return fill([=](std::size_t i) { return std::min(a[i], b[i]); });
    case node_kind::most:
      return fill([=](std::size_t i) { return std::max(a[i], b[i]); });
    default:
      return fill([=](std::size_t i) { return a[i] * what.limit; });  // shifted
  }
}

std::int64_t* amount_reader::values_of(node_id which) {
  const auto& what = program_.nodes[which];
  auto* out = memory_.whole(rows_.size());
  if (what.kind == node_kind::number) {
    column_values(what, out);
  } else if (what.kind == node_kind::constant) {
    std::fill_n(out, rows_.size(), what.limit);
  } else {
    join(what, out);
  }
  return out;
}

amount_reader::amounts amount_reader::read(const amount_plan& what,
                                           std::span<const std::uint32_t> rows) {
  memory_.clear();
  rows_ = rows;
  auto* flags = reinterpret_cast<std::uint8_t*>(memory_.words(rows.size() / sizeof(word) + 1));
  std::fill_n(flags, rows.size(), std::uint8_t{1});
  is_known_ = flags;
  auto* whole = values_of(what.value);
  amounts made{whole, flags, program_.nodes[what.value].scale};
  if (what.round && what.round->places < made.places) {
    const auto divisor =
        static_cast<std::int64_t>(values::power_of_ten(made.places - what.round->places));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      whole[i] = rounded_quotient(whole[i], divisor, what.round->mode);
    }
    made.places = what.round->places;
  }
  return made;
}

}  // namespace sudui::columns
