// One company by tables. Every source picks an entry: a slot by its rank among limits, a text by
// its class, a ratio by comparing two products. The rows of these entries are joined, and a few
// words say which policies failed nothing and are satisfied at every level.
//
// Nothing here branches on the company's values, since a branch guessed wrongly costs as much as
// three sources: an empty row is joined like any other.
//
// Cost: 60 slots, 54 sums and ratios and 106 policies take some 0.5 us with everything in cache.
// Tested by tests/unit/tables/match_test.cpp and, against the row executor, by tests/property.

#include "tables/match.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace sudui::tables {

decider::decider(std::shared_ptr<const program> of, const kernels::single_table& by)
    : program_(std::move(of)), kernels_(by) {
  const auto& from = *program_;
  values_.resize(from.all_slots());
  presences_.resize(from.all_slots() + sizeof(word));
  const auto ratios = from.ratios.size() * kernels::ratio_steps::size;
  picked_.resize(from.sources() - from.ratio_count + ratios);
  certain_.resize(from.row_words);
  open_.resize(from.row_words);
  eligible_.resize(from.policy_words);
  possible_.resize(from.policy_words);
}

void decider::read(std::span<const word> company) {
  const auto slots = program_->slots.size();
  if (slots == 0) return;
  const auto* values = company.data() + 1;
  std::memcpy(values_.data(), values, slots * sizeof(word));
  std::memcpy(presences_.data(), values + slots, slots);
}

// Bounded by compiling: no sum leaves 62 bits.
void decider::add_sums() {
  auto at = program_->slots.size();
  for (const auto& each : program_->sums) {
    auto sum = each.constant;
    std::uint8_t is = 0;
    for (auto i = each.first; i < each.last; ++i) {
      const auto& term = program_->terms[i];
      sum += term.factor * values_[term.slot];
      is = std::max(is, presences_[term.slot]);
    }
    values_[at] = sum;
    presences_[at++] = is;
  }
}

std::span<const std::uint32_t> decider::pick(std::span<const word> company) {
  const auto& from = *program_;
  read(company);
  add_sums();
  auto* into = picked_.data();
  *into++ = from.base;
  kernels_.rank(values_.data(), presences_.data(), from.limits.data(), from.steps.data(),
                from.steps.size(), into);
  into += from.steps.size();
  for (const auto& each : from.texts) {
    const auto of_text = static_cast<std::uint32_t>(values_[each.slot]);
    *into++ = each.entries + kernels::entry_of(presences_[each.slot], entry_known + of_text);
  }
  kernels_.compare(values_.data(), presences_.data(), from.ratios.data(), from.ratios.size(), into);
  return std::span(picked_).first(from.sources());
}

void decider::join(const word* more) {
  const auto& from = *program_;
  const auto words = from.row_words;
  kernels_.join(from.rows.data(), from.entries.data(), picked_.data(), from.sources(), words,
                certain_.data(), open_.data());
  if (more == nullptr) return;
  for (std::size_t i = 0; i < words; ++i) certain_[i] |= more[i];
  for (std::size_t i = 0; i < words; ++i) open_[i] |= more[words + i];
}

void decider::conclude() {
  const auto words = program_->policy_words;
  for (std::size_t i = 0; i < words; ++i) {
    word met = ~(certain_[i] | open_[i]);
    word maybe = ~certain_[i];
    for (std::size_t level = 1; level <= program_->levels; ++level) {
      const auto satisfied = certain_[level * words + i];
      met &= satisfied;
      maybe &= satisfied | open_[level * words + i];
    }
    eligible_[i] = met;
    possible_[i] = maybe;
  }
  const auto policies = program_->policies();
  const word last = policies == 0 ? 0 : kernels::tail_mask(policies);
  eligible_[words - 1] &= last;
  possible_[words - 1] &= last;
}

void decider::take_settled(const word* settled) {
  const auto words = program_->policy_words;
  for (std::size_t i = 0; i < words; ++i) {
    const auto mask = settled[i];
    eligible_[i] = (eligible_[i] & ~mask) | settled[words + i];
    possible_[i] = (possible_[i] & ~mask) | settled[2 * words + i];
  }
}

void decider::decide(std::span<const word> company) {
  static_cast<void>(pick(company));
  const auto* behind = company.data() + program_->company_words();
  const auto holds = company.front();
  join((holds & has_more) != 0 ? behind : nullptr);
  conclude();
  if ((holds & has_more) != 0) behind += 2 * program_->row_words;
  if ((holds & has_settled) != 0) take_settled(behind);
}

}  // namespace sudui::tables
