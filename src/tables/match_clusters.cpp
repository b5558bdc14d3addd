// One company by clusters. A table over clusters leaves out most. Of what is left, the texts that
// clusters are told apart by leave some few of their policies, and these are asked one by one, by
// truths that are read once a company. Those of the others are joined as rows; what these have no
// rows for is asked of the policies that nothing else has failed.
//
// A large catalogue lies in memory, and reading it is most of the cost: what is wanted next is
// asked for while the last is decided. Nothing branches on whether a policy is met or open.
//
// Cost: 0.4 ns for each of 100,000 regional policies, of which a company looks at an eighth. Tested
// by tests/unit/tables/clusters_test.cpp and, against the row executor, by tests/property.

#include <algorithm>
#include <bit>

#include "tables/match.hpp"

namespace sudui::tables {

namespace {

word bit_of(std::uint32_t any) { return any != 0 ? 1 : 0; }

template <class Take>
void each_bit_of(word bits, Take&& take) {
  kernels::each_bit(&bits, kernels::word_bits, take);
}

}  // namespace

void decider::leave_out() {
  const auto& by = program_->choice;
  for (const auto& each : by.texts) {
    const auto* row = by.rows.data() + entry_of(each) * by.words;
    const bool is_first = &each == by.texts.data();
    for (std::size_t i = 0; i < by.words; ++i)
      left_out_[i] = is_first ? row[i] : left_out_[i] | row[i];
  }
}

// The beginnings of its rows: the rest comes along.
void decider::prefetch(const cluster& in, std::span<const std::uint32_t> picked) const {
  for (const auto each : picked) __builtin_prefetch(in.rows.data() + in.entries[each].certain);
}

// Whether a policy is met is a branch that would be guessed wrongly.
void decider::take(std::uint32_t policy, held of) {
  const auto place = policy % kernels::word_bits;
  eligible_[policy / kernels::word_bits] |= of.met << place;
  possible_[policy / kernels::word_bits] |= of.maybe << place;
}

std::uint32_t decider::held_by(asked_truth of) const { return of.with(truths_.at(of.truth())); }

decider::held decider::ask(const asked_policies& of, std::size_t bit) const {
  word met = 1;
  word maybe = 1;
  std::uint32_t any = 0;
  for (auto i = of.first[bit]; i < of.first[bit + 1]; ++i) {
    const auto goes_on = of.truths[i].is_last() - 1U;  // no bits, or all
    any |= held_by(of.truths[i]);
    met &= bit_of((any | goes_on) & met_bits);
    maybe &= bit_of((any | goes_on) & maybe_bits);
    any &= goes_on;
  }
  return {met, maybe};
}

void decider::decide_in(std::size_t number, const word*& more) {
  const auto& in = program_->clusters[number];
  join(number, std::span(picked_).first(in.sources()), more);
  conclude(in, met_.data(), maybe_.data());
  for (std::size_t i = 0; i < in.words; ++i) decide_word(in, i);
}

// Of what its rows leave of 64 policies.
void decider::decide_word(const cluster& in, std::size_t i) {
  const auto first = i * kernels::word_bits;
  auto met = met_[i];
  auto maybe = maybe_[i];
  const auto narrow = [&](std::size_t bit, held of) {
    met &= ~((of.met ^ 1U) << bit);
    maybe &= ~((of.maybe ^ 1U) << bit);
  };
  each_bit_of(maybe & in.has_choices[i], [&](std::size_t bit) {
    const auto& either = in.choices[first + bit];
    const auto any = held_by(either.one) | held_by(either.other);
    narrow(bit, {bit_of(any & met_bits), bit_of(any & maybe_bits)});
  });
  each_bit_of(maybe & in.has_more[i],
              [&](std::size_t bit) { narrow(bit, ask(in.more, first + bit)); });
  each_bit_of(maybe & in.has_checks[i], [&](std::size_t bit) {
    const auto& policy = in.policies[first + bit];
    const auto one = held_by(policy.one);
    const auto other = held_by(policy.other);
    const auto is_met = (met >> bit) & bit_of(one & met_bits) & bit_of(other & met_bits);
    take(policy.number, {is_met, bit_of(one & maybe_bits) & bit_of(other & maybe_bits)});
  });
  each_bit_of(maybe & ~in.has_checks[i], [&](std::size_t bit) {
    take(in.policies[first + bit].number, {met >> bit & 1U, 1});
  });
}

// What the keys leave of a cluster's policies; returns how many these are.
std::size_t decider::join_keys(const cluster& in) {
  const auto& base = in.entries[in.base];
  std::copy_n(in.rows.data() + base.certain, in.words, certain_.data());
  std::copy_n(in.rows.data() + base.open, in.words, open_.data());
  certain_[in.words - 1] |= ~kernels::tail_mask(in.count);
  for (const auto& key : in.keys) {
    const auto& rows = in.entries[entry_of(key)];
    for (std::size_t i = 0; i < in.words; ++i) {
      certain_[i] |= in.rows[rows.certain + i];
      open_[i] |= in.rows[rows.open + i];
    }
  }
  std::size_t left = 0;
  for (std::size_t i = 0; i < in.words; ++i) {
    maybe_[i] = ~certain_[i];
    met_[i] = maybe_[i] & ~open_[i];
    left += static_cast<std::size_t>(std::popcount(maybe_[i]));
  }
  return left;
}

// Where the keys leave few of a cluster's policies, these are to be asked one by one.
bool decider::put_off_if_few(const cluster& in) {
  constexpr std::size_t few = 4;  // one of so many
  if (in.all.first.empty() || in.keys.empty() || join_keys(in) * few > in.count) return false;
  kernels::each_bit(maybe_.data(), in.count, [&](std::size_t bit) {
    if (put_off_count_ == put_off_.size()) ask_put_off();
    put_off_[put_off_count_++] = {&in, bit, kernels::bit_at(met_.data(), bit) ? word{1} : 0};
    __builtin_prefetch(in.all.first.data() + bit);
    __builtin_prefetch(in.policies.data() + bit);
  });
  return true;
}

void decider::ask_put_off() {
  constexpr std::size_t ahead = 4;
  for (std::size_t i = 0; i < put_off_count_; ++i) {
    const auto& next = put_off_[std::min(i + ahead, put_off_count_ - 1)];
    __builtin_prefetch(next.in->all.truths.data() + next.in->all.first[next.bit]);
    const auto& each = put_off_[i];
    const auto [met, maybe] = ask(each.in->all, each.bit);
    take(each.in->policies[each.bit].number, {met & each.met, maybe});
  }
  put_off_count_ = 0;
}

// What is left of `wanted_` is to be joined: where the keys leave many, and where this company has
// rows of its own, which lie in the order of clusters.
void decider::ask_few(const word* more) {
  std::size_t left = 0;
  for (std::size_t i = 0; i < wanted_.size(); ++i) {
    constexpr std::size_t ahead = 2;
    if (i + ahead < wanted_.size()) {
      const auto& next = program_->clusters[wanted_[i + ahead]];
      for (const auto& key : next.keys) __builtin_prefetch(&next.entries[entry_of(key)]);
    }
    if (i + 1 < wanted_.size()) {
      const auto& next = program_->clusters[wanted_[i + 1]];
      for (const auto& key : next.keys) {
        __builtin_prefetch(next.rows.data() + next.entries[entry_of(key)].certain);
      }
    }
    const auto number = wanted_[i];
    const auto& in = program_->clusters[number];
    const bool has_rows = *more == number;
    if (has_rows) more += 1 + 2 * in.row_words;
    if (has_rows || !put_off_if_few(in)) wanted_[left++] = number;
  }
  wanted_.resize(left);
  ask_put_off();
}

// Rows of large catalogues come from memory: those of the next cluster are asked for meanwhile.
void decider::decide_clusters(const word*& more) {
  std::fill(eligible_.begin(), eligible_.end(), word{0});
  std::fill(possible_.begin(), possible_.end(), word{0});
  wanted_.clear();
  each_cluster([&](std::size_t number) { wanted_.push_back(static_cast<std::uint32_t>(number)); });
  ask_few(more);
  if (!wanted_.empty()) pick(program_->clusters[wanted_.front()], picked_);
  for (std::size_t i = 0; i < wanted_.size(); ++i) {
    if (i + 1 < wanted_.size()) {
      const auto& next = program_->clusters[wanted_[i + 1]];
      pick(next, next_);
      prefetch(next, std::span(next_).first(next.sources()));
    }
    decide_in(wanted_[i], more);
    picked_.swap(next_);
  }
}

}  // namespace sudui::tables
