// Amounts on the rows that won them: their figures are gathered, the formula runs over them in
// whole numbers, and one rounding comes at the end. Linear formulas need no nodes; those of others
// are proven as conditions are: nothing overflows. Where a figure is missing the amount is what its
// limits leave of it: an interval, by the rules of decide/amounts.cpp.
//
// A policy has a few dozen winners in a chunk, so that what is done once for all of them counts as
// much as what is done for each: linear amounts take three short loops, others one an operator.
//
// Cost: 2 to 4 ns a linear amount, some 15 ns others. Tested by
// tests/unit/columns/amounts_test.cpp and, against the row executor, by tests/property.

#include "columns/amounts.hpp"

#include <algorithm>

namespace sudui::columns {

void amount_reader::add_lacks(const column& from) {
  if (!from.has_unknown && !from.has_null) return;
  if (!from.has_null) {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (!from.known.at(rows_[i])) lacks_[i] = lack::unknown;
    }
    return;
  }
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const auto missing = from.null.at(rows_[i]) ? lack::null : lack::unknown;
    lacks_[i] = std::max(lacks_[i], from.known.at(rows_[i]) ? lack::nothing : missing);
  }
}

void amount_reader::column_values(const node& what, std::int64_t* out) {
  const auto& from = batch_->companies().columns[what.column];
  for (std::size_t i = 0; i < rows_.size(); ++i) out[i] = from.numbers[rows_[i]];
  add_lacks(from);
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

template <class Byte>
Byte* amount_reader::bytes(Byte filled) {
  auto* made = reinterpret_cast<Byte*>(memory_.words(rows_.size() / sizeof(word) + 1));
  std::fill_n(made, rows_.size(), filled);
  return made;
}

amount_reader::ranges amount_reader::make_ranges() {
  return {memory_.whole(rows_.size()), memory_.whole(rows_.size()), bytes<std::uint8_t>(has_none)};
}

amount_reader::part amount_reader::part_of(const amount_part& what) {
  lacks_ = bytes(lack::nothing);
  auto* values = values_of(what.of);
  if (what.factor != 1) {
    for (std::size_t i = 0; i < rows_.size(); ++i) values[i] *= what.factor;
  }
  return {values, lacks_};
}

amount_reader::part amount_reader::part_of(const linear_form& what) {
  lacks_ = bytes(lack::nothing);
  auto* values = memory_.whole(rows_.size());
  std::fill_n(values, rows_.size(), what.constant);
  for (const auto& each : what.terms) {
    const auto& from = batch_->companies().columns[each.column];
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      values[i] += each.factor * from.numbers[rows_[i]];
    }
    add_lacks(from);
  }
  return {values, lacks_};
}

amount_reader::ranges amount_reader::begin(const amount_plan& what) {
  const auto formula = part_of(what.formula);
  const auto made = make_ranges();
  std::copy_n(formula.values, rows_.size(), made.high);
  if (what.is_up_to) {
    std::fill_n(made.low, rows_.size(), std::int64_t{0});
  } else {
    std::copy_n(formula.values, rows_.size(), made.low);
  }
  const std::uint8_t has[] = {has_both, is_null, what.is_up_to ? has_low : has_none};
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    made.has[i] = has[static_cast<std::size_t>(formula.lacks[i])];
  }
  return made;
}

amount_reader::ranges amount_reader::read_parts(const amount_plan& what) {
  const auto made = begin(what);
  for (const auto& each : what.limits) {
    const auto by = part_of(each);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      range one{made.low[i], made.high[i], made.has[i]};
      one.limit(by.values[i], by.lacks[i], each.is_maximum);
      made.low[i] = one.low;
      made.high[i] = one.high;
      made.has[i] = one.has;
    }
  }
  if (what.places() == what.scale) return made;
  const rounder round(what.scale - what.places(), what.round->mode);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    made.low[i] = round(made.low[i]);
    made.high[i] = round(made.high[i]);
  }
  return made;
}

// Whether a real that the amount may read, of the company or of one of its items, is not known to
// lie where its floor says.
bool amount_reader::is_in_doubt(const amount_plan& what, std::uint32_t row) const {
  for (const auto each : what.evaluated->floors) {
    const auto* doubt = runner_->doubt(each);
    if (doubt == nullptr) continue;
    if (program_.nodes[each].frame == 0) {
      if (kernels::bit_at(doubt, row - first_)) return true;
      continue;
    }
    const auto& ends = batch_->companies().columns[what.evaluated->column].ends;
    for (auto item = ends[row]; item < ends[row + 1]; ++item) {
      if (kernels::bit_at(doubt, item - ends[first_])) return true;
    }
  }
  return false;
}

void amount_reader::add_missing(std::uint32_t column, std::uint32_t row, inputs& into) const {
  const auto& from = batch_->companies().columns[column];
  if (from.known.at(row) || from.null.at(row)) return;
  const auto& place = batch_->places().places[column];
  into.push_back({values::missing_graph::input::source::field,
                  batch_->of().inputs[place.input].field, place.year});
}

void amount_reader::find_missing(node_id which, std::uint32_t row, inputs& into) const {
  const auto& what = program_.nodes[which];
  if (what.kind == node_kind::number) return add_missing(what.column, row, into);
  for (const auto operand : {what.a, what.b}) {
    if (operand != no_node) find_missing(operand, row, into);
  }
}

// Operators of formulas are unknown where any operand is, so whatever is unknown counts.
void amount_reader::add_missing(const amount_plan& what, std::uint32_t row, inputs& into) const {
  if (what.linear) {
    for (const auto& each : what.linear->formula.terms) add_missing(each.column, row, into);
  } else {
    find_missing(what.formula.of, row, into);
    for (const auto& each : what.limits) find_missing(each.of, row, into);
  }
  std::sort(into.begin(), into.end());
  into.erase(std::unique(into.begin(), into.end()), into.end());
}

}  // namespace sudui::columns
