// Amounts on the rows that won them: their figures are gathered, the formula runs over them in
// whole numbers, and one division rounds at the end. The nodes are those of conditions, so that the
// same bounds prove that nothing overflows. Where a figure is missing the amount is what its limits
// leave of it: an interval, by the rules of decide/amounts.cpp.
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
    const std::uint8_t lack = from.known.at(rows_[i])  ? lacks::nothing
                              : from.null.at(rows_[i]) ? lacks::null
                                                       : lacks::unknown;
    lacks_[i] = std::max(lacks_[i], lack);
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

std::uint8_t* amount_reader::bytes(std::uint8_t filled) {
  auto* made = reinterpret_cast<std::uint8_t*>(memory_.words(rows_.size() / sizeof(word) + 1));
  std::fill_n(made, rows_.size(), filled);
  return made;
}

amount_reader::part amount_reader::part_of(const amount_part& what) {
  lacks_ = bytes(lacks::nothing);
  auto* values = values_of(what.of);
  if (what.factor != 1) {
    for (std::size_t i = 0; i < rows_.size(); ++i) values[i] *= what.factor;
  }
  return {values, lacks_};
}

amount_reader::range amount_reader::begin(const amount_plan& what) {
  const auto formula = part_of(what.formula);
  range made{formula.values, memory_.whole(rows_.size()), bytes(has_none)};
  std::copy_n(formula.values, rows_.size(), made.high);
  constexpr std::uint8_t plain[] = {has_both, is_null, has_none};
  constexpr std::uint8_t up_to[] = {has_both, is_null, has_low};
  const auto* found = what.is_up_to ? up_to : plain;
  for (std::size_t i = 0; i < rows_.size(); ++i) made.has[i] = found[formula.lacks[i]];
  if (what.is_up_to) std::fill_n(made.low, rows_.size(), std::int64_t{0});
  return made;
}

// As decide/amounts.cpp has it: a limit that is null is none, one that is unknown opens the end
// that it could move, and a known one closes it.
void amount_reader::limit(const range& made, const part& by, bool is_maximum) {
  const std::uint8_t moved = is_maximum ? has_high : has_low;
  const std::uint8_t other = is_maximum ? has_low : has_high;
  auto* near = is_maximum ? made.high : made.low;
  auto* far = is_maximum ? made.low : made.high;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const auto has = made.has[i];
    if (has == is_null || by.lacks[i] == lacks::null) continue;
    if (by.lacks[i] == lacks::unknown) {
      made.has[i] = has & moved;
      continue;
    }
    const auto value = by.values[i];
    const bool is_closed = (has & moved) != 0;
    near[i] =
        is_closed ? (is_maximum ? std::min(near[i], value) : std::max(near[i], value)) : value;
    far[i] = is_maximum ? std::min(far[i], value) : std::max(far[i], value);
    made.has[i] = static_cast<std::uint8_t>((has & other) | moved);
  }
}

amount_reader::amounts amount_reader::read(const amount_plan& what,
                                           std::span<const std::uint32_t> rows) {
  memory_.clear();
  rows_ = rows;
  const auto made = begin(what);
  for (const auto& each : what.limits) limit(made, part_of(each), each.is_maximum);
  if (!what.round || what.round->places >= what.scale) {
    return {made.low, made.high, made.has, what.scale};
  }
  const auto places = what.round->places;
  const auto divisor = static_cast<std::int64_t>(values::power_of_ten(what.scale - places));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool is_one = made.low[i] == made.high[i];
    made.low[i] = rounded_quotient(made.low[i], divisor, what.round->mode);
    made.high[i] = is_one ? made.low[i] : rounded_quotient(made.high[i], divisor, what.round->mode);
  }
  return {made.low, made.high, made.has, places};
}

amount amount_reader::amounts::at(std::size_t row) const {
  amount made;
  made.is = amount::state::null;
  if (has[row] == is_null) return made;
  if ((has[row] & has_low) != 0) made.low = decimal::scaled(low[row], -places);
  if ((has[row] & has_high) != 0) made.high = decimal::scaled(high[row], -places);
  made.is = has[row] == has_none                            ? amount::state::unknown
            : has[row] == has_both && low[row] == high[row] ? amount::state::exact
                                                            : amount::state::interval;
  return made;
}

void amount_reader::find_missing(node_id which, std::uint32_t row, inputs& into) const {
  const auto& what = program_.nodes[which];
  if (what.kind == node_kind::number) {
    const auto& from = batch_->companies().columns[what.column];
    if (from.known.at(row) || from.null.at(row)) return;
    const auto& place = batch_->places().places[what.column];
    into.push_back({values::missing_graph::input::source::field,
                    batch_->of().inputs[place.input].field, place.year});
    return;
  }
  for (const auto operand : {what.a, what.b}) {
    if (operand != no_node) find_missing(operand, row, into);
  }
}

// Operators of formulas are unknown where any operand is, so whatever is unknown counts.
void amount_reader::add_missing(const amount_plan& what, std::uint32_t row, inputs& into) const {
  find_missing(what.formula.of, row, into);
  for (const auto& each : what.limits) find_missing(each.of, row, into);
  std::sort(into.begin(), into.end());
  into.erase(std::unique(into.begin(), into.end()), into.end());
}

}  // namespace sudui::columns
