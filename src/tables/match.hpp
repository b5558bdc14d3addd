#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "tables/program.hpp"

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
  /// 0 for null, 1 for unknown, 2 for no, 3 for yes.
  [[nodiscard]] unsigned outcome_of(const check& what) const;

 private:
  void add_sums();
  void leave_out();
  void pick(const cluster& in, std::vector<std::uint32_t>& into);
  void prefetch(const cluster& in, std::span<const std::uint32_t> picked) const;
  void join(std::size_t number, std::span<const std::uint32_t> picked, const word*& more);
  void conclude(const cluster& in, word* eligible, word* possible) const;
  void decide_in(std::size_t number, const word*& more);
  void decide_clusters(const word*& more);
  void mark(const cluster& in);
  void check_bit(const cluster& in, std::size_t bit);
  void take_settled(const word* settled);

  std::shared_ptr<const program> program_;
  const kernels::single_table& kernels_;
  std::vector<std::int64_t> values_;     // by slot
  std::vector<std::uint8_t> presences_;  // by slot
  std::vector<word> left_out_;           // bits of clusters
  std::vector<std::uint32_t> picked_;    // by source
  std::vector<std::uint32_t> next_;      // of the next cluster
  std::vector<std::uint32_t> wanted_;    // clusters to look at
  std::vector<word> certain_, open_;     // rows joined
  std::vector<word> met_, maybe_;        // of one cluster
  std::vector<word> eligible_, possible_;
};

inline unsigned decider::outcome_of(const check& what) const {
  const auto a = values_[what.a];
  const auto b = values_[what.b];
  const auto gaps = static_cast<unsigned>(presences_[what.a] | presences_[what.b]);
  const bool is_less = kernels::is_ratio_less(a, b, what.above, what.below);
  return kernels::ratio_entry_of(gaps | (b == 0 ? 1U : 0U), is_less ? 1 : 0);
}

}  // namespace sudui::tables
