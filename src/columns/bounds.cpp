// What makes the arithmetic exact: before a batch is run, every number node gets a bound from the
// greatest magnitudes in the batch's columns. Where a bound reaches 2^62 the node is not used, nor
// what depends on it, and those clauses are left to the row executor for this batch. So no addition
// or multiplication can overflow, and none has to be checked while running.
//
// Tested by tests/unit/columns/bounds_test.cpp.

#include <algorithm>

#include "columns/runner.hpp"
#include "values/coefficient.hpp"

namespace sudui::columns {

namespace {

constexpr std::uint64_t largest = too_large;

std::uint64_t plus(std::uint64_t a, std::uint64_t b) {
  return a >= largest || b >= largest ? largest : std::min(a + b, largest);
}

std::uint64_t times(std::uint64_t a, std::uint64_t b) {
  const auto product = static_cast<values::uint128>(a) * b;
  return product >= largest ? largest : static_cast<std::uint64_t>(product);
}

std::uint64_t magnitude(std::int64_t of) {
  return of < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(of)
                : static_cast<std::uint64_t>(of);
}

/// Whether a * b * c stays below 2^126.
bool fits_126(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
  const auto digits = values::bit_count(a) + values::bit_count(b) + values::bit_count(c);
  return digits <= 126;
}

}  // namespace

std::uint64_t runner::bound_of(const node& what) const {
  const auto of = [&](node_id which) { return bounds_[which]; };
  switch (what.kind) {
    case node_kind::number:
      return column_of(what).greatest;
    case node_kind::day_number:
    case node_kind::dated:
      return std::uint64_t{1} << 31;
    case node_kind::constant:
      return magnitude(what.limit);
    case node_kind::sum:
    case node_kind::difference:
      return plus(of(what.a), of(what.b));
    case node_kind::product:
      return times(of(what.a), of(what.b));
    case node_kind::shifted:
      return times(of(what.a), magnitude(what.limit));
    case node_kind::chosen_number:
      return std::max(of(what.b), of(what.c));
    case node_kind::fallback:
    case node_kind::least:
    case node_kind::most:
      return std::max(of(what.a), of(what.b));
    case node_kind::counted:
    case node_kind::text_number:
      return std::uint64_t{1} << 32;
    case node_kind::summed: {
      const auto& list = program_.lists[what.index];
      const auto& items = *batch_->companies().columns[list.column].items;
      return times(of(what.a), std::max<std::uint64_t>(items.rows, 1));
    }
    case node_kind::coded_number:
      return tables_[what.index].greatest();
    case node_kind::number_in_year:
      return figures_of(what).greatest;
    case node_kind::real_floor:
    case node_kind::real_ceiling:
      return greatest_end(what);
    case node_kind::smallest:
    case node_kind::largest:
    case node_kind::item_at:
    case node_kind::spread_number:
      return of(what.a);
    default:
      return 0;
  }
}

// Multiplied out and summed up: no step on the way is above what all parts come to.
bool runner::is_bounded(const linear_form& of) const {
  auto most = magnitude(of.constant);
  for (const auto& each : of.terms) {
    most = plus(most, times(column_of(0, each.column).greatest, magnitude(each.factor)));
  }
  return most < largest;
}

bool runner::proven(const node& what) const {
  for (const auto operand : {what.a, what.b, what.c, what.d}) {
    if (operand != no_node && !usable_[operand]) return false;
  }
  if (what.kind == node_kind::coded_number && !tables_[what.index].fits()) return false;
  if (what.kind == node_kind::number_in_year && !figures_of(what).fits) return false;
  if (is_too_wide_[what.frame]) return false;
  if (joins_items(what.kind)) {
    const auto& list = program_.lists[what.index];
    if (is_too_wide_[list.over]) return false;
    for (const auto kept : list.kept) {
      if (!usable_[kept]) return false;
    }
  }
  if (what.kind == node_kind::quotient || what.kind == node_kind::quotient_same) {
    return fits_126(bounds_[what.a], bounds_[what.d], magnitude(what.above)) &&
           fits_126(bounds_[what.c], bounds_[what.b], magnitude(what.below));
  }
  return true;
}

// Rows of several lists are as many as their counts multiplied. Companies with thousands of items
// in each would fill the memory: then such nodes are not used.
bool runner::is_too_wide(const frame_rows& of) const {
  if (of.lists.size() < 2) return false;
  constexpr std::size_t block = 4096;
  constexpr std::uint64_t most_rows = std::uint64_t{1} << 21;  // of a block
  const auto& companies = batch_->companies();
  std::uint64_t rows = 0;
  for (std::size_t i = 0; i < companies.rows; ++i) {
    if (i % block == 0) rows = 0;
    std::uint64_t ways = 1;
    for (const auto list : of.lists) {
      const auto& ends = companies.columns[program_.frames[list].column].ends;
      ways = times(ways, ends[i + 1] - ends[i]);
    }
    rows = plus(rows, ways);
    if (rows > most_rows) return true;
  }
  return false;
}

// Of the same figures the same bounds follow, so blocks of one batch, and a service's small
// batches, are mostly proven already.
bool runner::has_new_figures() {
  figures_.clear();
  figures_.push_back(1);  // a batch without columns has figures, too
  for (const auto& each : batch_->companies().columns) {
    figures_.push_back(each.greatest);
    if (!each.items) continue;
    figures_.push_back(each.items->rows);
    for (const auto& item : each.items->columns) figures_.push_back(item.greatest);
  }
  measure_years();
  for (const auto& each : year_figures_) {
    figures_.push_back(each.greatest);
    figures_.push_back(each.fits ? 1 : 0);
  }
  for (std::size_t i = 0; i < program_.frames.size(); ++i) {
    is_too_wide_[i] = is_too_wide(program_.frames[i]);
    figures_.push_back(is_too_wide_[i] ? 1 : 0);
  }
  std::swap(figures_, figures_before_);
  return figures_ != figures_before_;
}

void runner::prove() {
  for (node_id i = 0; i < program_.nodes.size(); ++i) {
    const auto& what = program_.nodes[i];
    usable_[i] = proven(what);
    bounds_[i] = is_truth(what.kind) ? 0 : bound_of(what);
    if (is_real(what.kind)) greatest_[i] = greatest_real(what);
    usable_[i] = usable_[i] && bounds_[i] < largest;
  }
}

}  // namespace sudui::columns
