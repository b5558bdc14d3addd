#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "columns/award.hpp"
#include "columns/batch.hpp"
#include "columns/program.hpp"
#include "kernels/kernels.hpp"

namespace sudui::columns {

/// A benefit of a policy. Where its amount is plain (a constant and a multiple of one column,
/// between constant limits, rounded), all that an award of it takes, in two lines of the cache;
/// else a form that gives something, to be written over.
struct alignas(64) award_slot {
  const std::int64_t* values = nullptr;  // of the chunk
  const word* known = nullptr;
  std::int64_t factor = 0, constant = 0, least = 0, most = 0;
  rounder round{0, rounding::down};
  std::int64_t low = 0, high = 0;     // where the figure is unknown
  std::array<award_head, 2> heads{};  // where it is unknown, and where it is known
};
static_assert(sizeof(award_slot) == 128);

/// The awards of a chunk, company by company in the order of policies and benefits. Plain amounts
/// are written; the others are told, benefit by benefit. One thread at a time.
class award_slots {
 public:
  award_slots(const program& of, const kernels::table& by);

  /// Begins a chunk. `is_bounded(formula)`: whether the batch's figures leave it to columns.
  template <class Bounded>
  void start(const batch& from, std::size_t first, std::size_t count, Bounded&& is_bounded);
  /// Lists the awards of the chunk; `winners(policy)` are words, with 0 behind the last company.
  /// Returns how many there are.
  template <class Winners>
  std::size_t list(Winners&& winners);
  /// Writes them, as far as they are plain.
  void write(std::span<award> out);

  /// Awards of one benefit: rows of the batch, and where they stand among those of the chunk.
  struct others {
    std::uint32_t policy, benefit;
    std::span<const std::uint32_t> rows, places;
  };
  /// Calls `take(others)` for each benefit whose amounts are not plain, and has winners.
  template <class Take>
  void each_other(Take&& take);
  /// Those of one company of the chunk.
  [[nodiscard]] std::span<award> of_row(std::uint32_t row, std::span<award> out) const;

 private:
  struct source {  // of a plain amount
    std::uint32_t column = 0;
    bool is_plain = false;
    bool is_constant = false;
    std::uint8_t is_other = 1;
  };
  struct place_of_slot {
    std::uint32_t slot, place;
  };
  void add_slot(std::uint32_t policy, std::uint32_t benefit);
  void take(award_slot& into, source& from, const column* in);
  std::size_t list_words();
  template <bool HasOthers, bool HalfEven>
  void write_listed(std::span<award> out);
  void sort_others();

  const program& program_;
  const kernels::table& kernels_;
  std::vector<award_slot> slots_;
  std::vector<source> sources_;  // by slot
  bool has_others_ = false;
  bool is_half_even_ = false;          // any of them rounds so
  std::size_t first_ = 0, rows_ = 0;   // of the chunk
  std::vector<const word*> sets_;      // by slot: its winners
  aligned_values<word> listing_;       // memory of the loop that lists
  std::vector<std::uint64_t> listed_;  // row of the chunk << 32 | slot
  std::size_t count_ = 0;              // of these
  std::vector<place_of_slot> others_;
  std::vector<std::uint32_t> ends_, other_rows_, other_places_;  // by slot
  aligned_values<std::int64_t> zeros_;                           // what constants are a multiple of
  std::vector<word> ones_;
};

template <class Bounded>
void award_slots::start(const batch& from, std::size_t first, std::size_t count,
                        Bounded&& is_bounded) {
  first_ = first;
  rows_ = count;
  others_.clear();
  has_others_ = false;
  if (zeros_.size() < count) {
    zeros_.resize(count);
    ones_.resize(kernels::words_for(count), ~word{0});
  }
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    auto& by = sources_[i];
    auto& slot = slots_[i];
    const linear_form::term term{by.column, slot.factor};
    const linear_form formula{slot.constant, std::span(&term, by.is_constant ? 0 : 1)};
    const bool is_told = by.is_plain && is_bounded(formula);
    take(slot, by, is_told ? &from.companies().columns[by.column] : nullptr);
    has_others_ = has_others_ || by.is_other != 0;
  }
}

template <class Winners>
std::size_t award_slots::list(Winners&& winners) {
  for (std::size_t i = 0; i < slots_.size(); ++i) sets_[i] = winners(slots_[i].heads[0].policy);
  return list_words();
}

template <class Take>
void award_slots::each_other(Take&& take) {
  if (others_.empty()) return;
  sort_others();
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    const auto begin = ends_[i];
    const auto size = ends_[i + 1] - begin;
    if (size == 0) continue;
    const auto& of = slots_[i].heads[0];
    take(others{of.policy, of.benefit, std::span(other_rows_).subspan(begin, size),
                std::span(other_places_).subspan(begin, size)});
  }
}

}  // namespace sudui::columns
