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

namespace {
constexpr word no_more[] = {no_cluster};
}  // namespace

decider::decider(std::shared_ptr<const program> of, const kernels::single_table& by)
    : program_(std::move(of)), kernels_(by), truths_(program_->truths, by) {
  const auto& from = *program_;
  values_.resize(from.all_slots() + 1);
  presences_.resize(from.all_slots() + sizeof(word));
  values_[from.slot_of_one()] = 1;
  left_out_.resize(from.choice.words);
  std::size_t picked = 0;
  std::size_t row_words = 0;
  std::size_t words = 0;
  for (const auto& each : from.clusters) {
    const auto ratios = each.ratios.size() * kernels::ratio_steps::size;
    picked = std::max(picked, each.sources() - each.ratio_count + ratios);
    row_words = std::max(row_words, each.row_words);
    words = std::max(words, each.words);
  }
  picked_.resize(picked);
  next_.resize(picked);
  wanted_.reserve(from.clusters.size());
  certain_.resize(row_words);
  open_.resize(row_words);
  met_.resize(words);
  maybe_.resize(words);
  eligible_.resize(from.policy_words);
  possible_.resize(from.policy_words);
}

void decider::read(std::span<const word> company) {
  const auto slots = program_->slots.size();
  if (slots != 0) {
    const auto* values = company.data() + 1;
    std::memcpy(values_.data(), values, slots * sizeof(word));
    std::memcpy(presences_.data(), values + slots, slots);
  }
  add_sums();
  if (program_->is_whole()) return;
  truths_.read(values_, presences_);
  leave_out();
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

std::span<const std::uint32_t> decider::pick(const cluster& in) {
  pick(in, picked_);
  return std::span(picked_).first(in.sources());
}

void decider::pick(const cluster& in, std::vector<std::uint32_t>& picked) {
  auto* into = picked.data();
  *into++ = in.base;
  kernels_.rank(values_.data(), presences_.data(), in.limits.data(), in.steps.data(),
                in.steps.size(), into);
  into += in.steps.size();
  for (const auto& each : in.texts) *into++ = entry_of(each);
  kernels_.compare(values_.data(), presences_.data(), in.ratios.data(), in.ratios.size(), into);
}

// Rows that this company alone has lie in the order of clusters.
void decider::join(std::size_t number, std::span<const std::uint32_t> picked, const word*& more) {
  const auto& in = program_->clusters[number];
  const auto words = in.row_words;
  kernels_.join(in.rows.data(), in.entries.data(), picked.data(), picked.size(), words,
                certain_.data(), open_.data());
  if (*more != number) return;
  ++more;
  for (std::size_t i = 0; i < words; ++i) certain_[i] |= more[i];
  for (std::size_t i = 0; i < words; ++i) open_[i] |= more[words + i];
  more += 2 * words;
}

void decider::conclude(const cluster& in, word* eligible, word* possible) const {
  const auto words = in.words;
  for (std::size_t i = 0; i < words; ++i) {
    eligible[i] = ~(certain_[i] | open_[i]);
    possible[i] = ~certain_[i];
  }
  for (const auto& each : in.levels) {
    for (std::size_t i = 0; i < each.words; ++i) {
      const auto satisfied = certain_[each.first + i];
      eligible[i] &= satisfied;
      possible[i] &= satisfied | open_[each.first + i];
    }
  }
  const word last = in.count == 0 ? 0 : kernels::tail_mask(in.count);
  eligible[words - 1] &= last;
  possible[words - 1] &= last;
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
  read(company);
  const auto* behind = company.data() + program_->company_words();
  const auto holds = company.front();
  const auto* more = (holds & has_more) != 0 ? behind : no_more;
  if (program_->is_whole()) {
    const auto& all = program_->clusters.front();
    join(0, pick(all), more);
    conclude(all, eligible_.data(), possible_.data());
  } else {
    decide_clusters(more);
  }
  if ((holds & has_settled) != 0) take_settled((holds & has_more) != 0 ? more + 1 : behind);
}

}  // namespace sudui::tables
