#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "tables/truths.hpp"

namespace sudui::tables {

/// Decides companies, one at a time. Memory is kept; one thread at a time, any number of deciders
/// for one program.
class decider {
 public:
  explicit decider(std::shared_ptr<const program> of,
                   const kernels::single_table& by = kernels::fastest_single());

  /// All verdicts of a company that a filler of the same program has made. Allocates nothing.
  void decide(std::span<const word> company);
  /// Bits of policies; those behind the last one are 0.
  [[nodiscard]] std::span<const word> eligible() const noexcept { return eligible_; }
  [[nodiscard]] std::span<const word> possible() const noexcept { return possible_; }

  /// Takes the company's values, and finds the clusters to look at.
  void read(std::span<const word> company);
  /// Calls `take(number)` for each of these, in order.
  template <class Take>
  void each_cluster(Take&& take) const {
    const auto count = program_->clusters.size();
    for (std::size_t first = 0; first < count; first += kernels::word_bits) {
      const auto wanted = ~left_out_[first / kernels::word_bits];
      kernels::each_bit(&wanted, std::min(count - first, kernels::word_bits),
                        [&](std::size_t bit) { take(first + bit); });
    }
  }
  /// The entries that the company picks in a cluster.
  [[nodiscard]] std::span<const std::uint32_t> pick(const cluster& in);
  [[nodiscard]] truth_state state_of(std::uint32_t truth) const { return truths_.at(truth); }

 private:
  struct held {  // 1 or 0
    word met, maybe;
  };
  struct put_off {  // of a policy that is asked once its truths have come from memory
    const cluster* in = nullptr;
    std::size_t bit = 0;
    word met = 0;
  };
  void add_sums();
  void leave_out();
  void pick(const cluster& in, std::vector<std::uint32_t>& into);
  void prefetch(const cluster& in, std::span<const std::uint32_t> picked) const;
  void join(std::size_t number, std::span<const std::uint32_t> picked, const word*& more);
  void conclude(const cluster& in, word* eligible, word* possible) const;
  void take(std::uint32_t policy, held of);
  void decide_in(std::size_t number, const word*& more);
  void decide_word(const cluster& in, std::size_t i);
  void decide_clusters(const word*& more);
  void ask_few(const word* more);
  [[nodiscard]] bool put_off_if_few(const cluster& in);
  void ask_put_off();
  [[nodiscard]] std::uint32_t held_by(asked_truth of) const;
  [[nodiscard]] held ask(const asked_policies& of, std::size_t bit) const;
  // Of the company's text.
  [[nodiscard]] std::uint32_t entry_of(const coded& of) const {
    const auto of_text = static_cast<std::uint32_t>(values_[of.slot]);
    return of.entries + kernels::entry_of(presences_[of.slot], entry_known + of_text);
  }
  [[nodiscard]] std::size_t join_keys(const cluster& in);
  void take_settled(const word* settled);

  std::shared_ptr<const program> program_;
  const kernels::single_table& kernels_;
  truth_reader truths_;
  std::vector<std::int64_t> values_;     // by slot
  std::vector<std::uint8_t> presences_;  // by slot
  std::vector<word> left_out_;           // bits of clusters
  std::vector<std::uint32_t> picked_;    // by source
  std::vector<std::uint32_t> next_;      // of the next cluster
  std::vector<std::uint32_t> wanted_;    // clusters whose rows are to be joined
  std::array<put_off, 64> put_off_{};
  std::size_t put_off_count_ = 0;
  std::vector<word> certain_, open_;  // rows joined
  std::vector<word> met_, maybe_;     // of one cluster
  std::vector<word> eligible_, possible_;
};

}  // namespace sudui::tables
