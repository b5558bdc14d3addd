#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "columns/award.hpp"
#include "columns/batch.hpp"
#include "columns/planes.hpp"
#include "columns/program.hpp"
#include "columns/tiers.hpp"

namespace sudui::columns {

/// Amounts of some companies of a batch, by whole numbers, without the row executor: formulas of
/// sums, differences and products with limits and rounding; intervals where something is missing.
/// One thread at a time.
class amount_reader {
 public:
  explicit amount_reader(const program& of) : program_(of) {}
  void take(const batch& from) { batch_ = &from; }
  /// Of amounts that are `evaluated`: what the runner holds, of the chunk that begins at `first`.
  void take(const runner& by, std::size_t first) {
    runner_ = &by;
    first_ = first;
  }

  /// Calls `take(i, kind, low, high)` for the i-th of the rows. Of amounts with an `upper` side
  /// some may be open.
  template <class Take>
  void read(const amount_plan& what, std::span<const std::uint32_t> rows, Take&& take);

  /// What a plain amount of a row waits for, sorted in, each once.
  using inputs = std::vector<values::missing_graph::input>;
  void add_missing(const amount_plan& what, std::uint32_t row, inputs& into) const;

 private:
  struct part {
    std::int64_t* values = nullptr;
    const lack* lacks = nullptr;
  };
  struct ranges {
    std::int64_t* low = nullptr;
    std::int64_t* high = nullptr;
    std::uint8_t* has = nullptr;
  };
  template <class Byte>
  [[nodiscard]] Byte* bytes(Byte filled);
  [[nodiscard]] ranges make_ranges();
  [[nodiscard]] part part_of(const amount_part& what);
  [[nodiscard]] part part_of(const linear_form& what);
  [[nodiscard]] ranges begin(const amount_plan& what);
  [[nodiscard]] ranges read_parts(const amount_plan& what);
  template <class Take>
  void read_evaluated(const amount_plan& what, Take&& take);
  template <class Take>
  void read_bracketed(const amount_plan& what, Take&& take);
  [[nodiscard]] bool is_in_doubt(const amount_plan& what, std::uint32_t row) const;
  template <class Take, class Round>
  void read_linear(const linear_amount& what, Take&& take, Round&& round);
  void add_lacks(const column& from);
  [[nodiscard]] std::int64_t* values_of(node_id which);
  void column_values(const node& what, std::int64_t* out);
  void join(const node& what, std::int64_t* out);
  void add_missing(std::uint32_t column, std::uint32_t row, inputs& into) const;
  void find_missing(node_id which, std::uint32_t row, inputs& into) const;

  const program& program_;
  const batch* batch_ = nullptr;
  const runner* runner_ = nullptr;
  std::size_t first_ = 0;
  std::span<const std::uint32_t> rows_;
  lack* lacks_ = nullptr;  // of the part that is being read
  chunk_memory memory_;
};

// Without branches: whatever a row lacks, its value is worked out, and the range that it has then
// takes its place.
template <class Take, class Round>
void amount_reader::read_linear(const linear_amount& what, Take&& take, Round&& round) {
  const auto [values, lacks] = part_of(what.formula);
  const kind_table kinds(what.places);
  const std::array<std::uint8_t, 3> has = {has_both, is_null, what.of_unknown.has};
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const bool is_known = lacks[i] == lack::nothing;
    const auto value = round(std::max(std::min(values[i], what.most), what.least));
    const auto low = is_known ? (what.is_up_to ? what.low : value) : what.of_unknown.low;
    const auto high = is_known ? value : what.of_unknown.high;
    take(i, kinds.of(has[static_cast<std::size_t>(lacks[i])], low == high), low, high);
  }
}

template <class Take>
void amount_reader::read_evaluated(const amount_plan& what, Take&& take) {
  tier_reader reader(*what.evaluated, *batch_, *runner_, first_);
  std::optional<rounder> round;
  if (what.places() < what.scale) round.emplace(what.scale - what.places(), what.round->mode);
  const kind_table kinds(what.places());
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const auto made = reader.read(rows_[i], round ? &*round : nullptr);
    take(i, kinds.of(made.has, made.low == made.high), made.low, made.high);
  }
}

// What floors and ceilings both come to; open where they differ.
template <class Take>
void amount_reader::read_bracketed(const amount_plan& what, Take&& take) {
  tier_reader lower(*what.evaluated, *batch_, *runner_, first_);
  tier_reader upper(*what.upper, *batch_, *runner_, first_);
  const rounder round(what.scale - what.places(), what.round->mode);
  const kind_table kinds(what.places());
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const auto low = lower.read(rows_[i], &round);
    const auto high = upper.read(rows_[i], &round);
    if (low == high && !is_in_doubt(what, rows_[i])) {
      take(i, kinds.of(low.has, low.low == low.high), low.low, low.high);
    } else {
      take(i, amount_kind{}, 0, 0);
    }
  }
}

template <class Take>
void amount_reader::read(const amount_plan& what, std::span<const std::uint32_t> rows,
                         Take&& take) {
  memory_.clear();
  rows_ = rows;
  if (what.upper) return read_bracketed(what, take);
  if (what.evaluated) return read_evaluated(what, take);
  if (what.linear && what.linear->round)
    return read_linear(*what.linear, take, *what.linear->round);
  if (what.linear) {
    return read_linear(*what.linear, take, [](std::int64_t value) { return value; });
  }
  const auto made = read_parts(what);
  const kind_table kinds(what.places());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    take(i, kinds.of(made.has[i], made.low[i] == made.high[i]), made.low[i], made.high[i]);
  }
}

}  // namespace sudui::columns
