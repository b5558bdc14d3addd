// Awards in the order in which they are given out. Winners stand in bitmaps a policy, which a
// kernel reads row by row; then every award finds its formula by its slot. So companies beside each
// other find their figures in the same lines of the cache and awards are written one behind the
// other, and no loop has an end that is mispredicted for each policy's few dozen winners.
//
// A figure that is unknown is worked out as well, and the range of an unknown one takes its place:
// where compilers make a branch of that, it is guessed well, since most winners have their figures,
// and a mask instead of it was slower. What is not plain is written too, and noted; it is read
// benefit by benefit afterwards, since its nodes and tiers are looked up once for all winners.
//
// Cost: 4 to 8 ns a plain award. Tested by tests/unit/columns/match_test.cpp and, against the row
// executor, by tests/property.

#include "columns/award_slots.hpp"

#include <limits>

namespace sudui::columns {

namespace {
// Whether an award of this amount is what the plain form gives.
bool is_plain(const amount_plan& what) {
  return what.linear && what.linear->formula.terms.size() <= 1 && !what.linear->is_up_to;
}
}  // namespace

award_slots::award_slots(const program& of, const kernels::table& by) : program_(of), kernels_(by) {
  std::size_t count = 0;
  for (const auto& each : of.amounts) count += each.size();
  slots_.reserve(count);
  sources_.reserve(count);
  for (std::uint32_t i = 0; i < of.amounts.size(); ++i) {
    for (std::uint32_t k = 0; k < of.amounts[i].size(); ++k) add_slot(i, k);
  }
  sets_.resize(count);
  listing_.resize(kernels::words_to_list(count));
}

void award_slots::add_slot(std::uint32_t policy, std::uint32_t benefit) {
  auto& slot = slots_.emplace_back();
  auto& from = sources_.emplace_back();
  for (auto& each : slot.heads) each = {0, policy, benefit, {}};
  const auto& what = program_.amounts[policy][benefit];
  if (what.is_none) {
    from.is_plain = true;
    from.is_constant = true;
    for (auto& each : slot.heads) each.kind.told = amount_kind::place::here;
    return;
  }
  if (!is_plain(what)) return;
  const auto& by = *what.linear;
  from.is_plain = true;
  from.is_constant = by.formula.terms.empty();
  if (!from.is_constant) {
    from.column = by.formula.terms.front().column;
    slot.factor = by.formula.terms.front().factor;
  }
  slot.constant = by.formula.constant;
  slot.least = by.least;
  slot.most = by.most;
  if (by.round) slot.round = *by.round;
  is_half_even_ = is_half_even_ || slot.round.is_half_even();
  slot.low = by.of_unknown.low;
  slot.high = by.of_unknown.high;
  const kind_table kinds(by.places);
  slot.heads[0].kind = kinds.of(by.of_unknown.has, slot.low == slot.high);
  slot.heads[1].kind = kinds.of(has_both, true);
}

// A column with nulls is not plain: they are told from what is unknown.
void award_slots::take(award_slot& into, source& from, const column* in) {
  const bool is_told = in != nullptr && (from.is_constant || !in->has_null);
  from.is_other = is_told ? 0 : 1;
  if (is_told && !from.is_constant) {
    into.values = in->numbers.data() + first_;
    into.known = in->known.data() + first_ / kernels::word_bits;
  } else {
    into.values = zeros_.data();
    into.known = ones_.data();
  }
}

std::size_t award_slots::list_words() {
  constexpr std::size_t too_far = 8;
  count_ = 0;
  if (slots_.empty()) return 0;
  for (std::size_t i = 0; i < kernels::words_for(rows_); ++i) {
    const auto room = count_ + slots_.size() * kernels::word_bits + too_far;
    if (listed_.size() < room) listed_.resize(2 * room);
    const auto* end =
        kernels_.list_rows(sets_.data(), sets_.size(), i, listing_.data(), listed_.data() + count_);
    count_ = static_cast<std::size_t>(end - listed_.data());
  }
  return count_;
}

template <bool HasOthers, bool HalfEven>
void award_slots::write_listed(std::span<award> out) {
  std::size_t noted = 0;
  const auto* const slots = slots_.data();
  const auto* const end = listed_.data() + count_;
  const auto first = static_cast<std::uint32_t>(first_);
  auto* made = out.data();
  for (const auto* at = listed_.data(); at != end; ++at, ++made) {
    const auto which = static_cast<std::uint32_t>(*at);
    const auto row = static_cast<std::uint32_t>(*at >> 32);
    const auto& by = slots[which];
    const auto figure = by.constant + by.factor * by.values[row];
    const auto limited = std::max(std::min(figure, by.most), by.least);
    const auto value = HalfEven ? by.round(limited) : by.round.unless_half_even(limited);
    const bool is_known = kernels::bit_at(by.known, row);
    static_cast<award_head&>(*made) = by.heads[is_known ? 1 : 0];
    made->row = first + row;
    made->low = is_known ? value : by.low;
    made->high = is_known ? value : by.high;
    if constexpr (HasOthers) {
      others_[noted] = {which, static_cast<std::uint32_t>(made - out.data())};
      noted += sources_[which].is_other;
    }
  }
  if constexpr (HasOthers) others_.resize(noted);
}

void award_slots::write(std::span<award> out) {
  if (has_others_) others_.resize(count_ + 1);  // one place is written too far
  if (is_half_even_) {
    has_others_ ? write_listed<true, true>(out) : write_listed<false, true>(out);
  } else {
    has_others_ ? write_listed<true, false>(out) : write_listed<false, false>(out);
  }
}

// By counting.
void award_slots::sort_others() {
  ends_.assign(slots_.size() + 2, 0);
  for (const auto& each : others_) ++ends_[each.slot + 2];
  for (std::size_t i = 2; i < ends_.size(); ++i) ends_[i] += ends_[i - 1];
  other_rows_.resize(others_.size());
  other_places_.resize(others_.size());
  for (const auto& each : others_) {
    const auto at = ends_[each.slot + 1]++;
    other_rows_[at] = static_cast<std::uint32_t>(first_ + (listed_[each.place] >> 32));
    other_places_[at] = each.place;
  }
}

std::span<award> award_slots::of_row(std::uint32_t row, std::span<award> out) const {
  const auto begin = listed_.begin();
  const auto end = begin + static_cast<std::ptrdiff_t>(count_);
  const auto of = std::uint64_t{row - first_} << 32;
  const auto low = std::lower_bound(begin, end, of);
  const auto high = std::lower_bound(low, end, of + (std::uint64_t{1} << 32));
  return out.subspan(static_cast<std::size_t>(low - begin), static_cast<std::size_t>(high - low));
}

}  // namespace sudui::columns
