#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <sudui/batch.hpp>

#include "cli/diff_pairs.hpp"

namespace sudui::cli {

/// How a company stands to a policy; `absent`: the policy is not in force on that side.
enum class standing : std::uint8_t { absent, ineligible, undetermined, eligible };
constexpr std::size_t standings = 4;

/// A sum of exact amounts, and how many amounts were not exact.
struct money_sum {
  decimal exact;
  std::uint64_t not_exact = 0;
  void add(const amount& more);
  void add(const money_sum& more);
  friend bool operator==(const money_sum&, const money_sum&) = default;
};

/// Of one benefit: what policies grant by themselves, and what groups of policies leave of that.
struct money_change {
  money_sum before, after;
  money_sum left_before, left_after;
  void add(const money_change& more);
  /// Whether groups take anything off.
  [[nodiscard]] bool is_displaced() const { return before != left_before || after != left_after; }
};

/// How many gain, lose, or gain one thing and lose another.
struct winners_and_losers {
  std::uint64_t gain = 0, lose = 0, both = 0;
  void count(bool gains, bool loses) noexcept;
  void add(const winners_and_losers& more) noexcept;
};

struct policy_change {
  /// Companies by where they stood and stand. Those that were and are ineligible are not counted.
  std::array<std::array<std::uint64_t, standings>, standings> moved{};
  winners_and_losers companies;
  std::vector<money_change> sums;  ///< by benefit of the pair

  void add(const policy_change& more);
  [[nodiscard]] std::uint64_t eligible_before() const noexcept;
  [[nodiscard]] std::uint64_t eligible_after() const noexcept;
  /// Whether anything differs, verdicts or money.
  [[nodiscard]] bool is_change() const;
};

/// Of the companies of one region, or whatever they are grouped by.
struct group_change {
  std::uint64_t companies = 0;
  winners_and_losers changed;                            ///< over all policies
  std::vector<std::unique_ptr<policy_change>> policies;  ///< by pair; null where nothing is counted
  void add(const group_change& more, const std::vector<policy_pair>& pairs);
  [[nodiscard]] policy_change& at(std::size_t pair, const policy_pair& of);
};

/// What changes for a population. Sums are exact, so that the order of companies is of no account.
class diff_tally {
 public:
  /// `of` must outlive the tally.
  explicit diff_tally(const std::vector<policy_pair>& of) : pairs_(of) {}

  /// No name: the company does not say.
  [[nodiscard]] group_change& group(const std::optional<std::string>& name);
  /// The companies of two batches, row by row the same, with the group of each.
  void add(const decision_batch& before, const decision_batch& after,
           std::span<group_change* const> groups);
  void add(const diff_tally& more);

  [[nodiscard]] const std::map<std::optional<std::string>, group_change>& groups() const noexcept {
    return groups_;
  }
  [[nodiscard]] const std::vector<policy_pair>& pairs() const noexcept { return pairs_; }
  /// All groups together.
  [[nodiscard]] group_change whole() const;

 private:
  const std::vector<policy_pair>& pairs_;
  std::map<std::optional<std::string>, group_change> groups_;
};

}  // namespace sudui::cli
