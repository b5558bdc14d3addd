#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <sudui/batch.hpp>
#include <sudui/matcher.hpp>

#include "cli/block_worker.hpp"

namespace sudui::cli {

/// One of two rule sets that are compared, ready to decide.
struct diff_side {
  explicit diff_side(const matcher& bound, reading_options how = {})
      : by(bound), batch(bound), reading(std::move(how)) {}

  matcher by;
  batch_matcher batch;  // INVARIANT: of `by`; awards are found by where its benefits stand
  reading_options reading;
};

enum class presence : std::uint8_t { absent, not_in_force, in_force };

/// A benefit before and after: the same id, kind and unit; or one that only one side has.
struct benefit_pair {
  const benefit* before = nullptr;
  const benefit* after = nullptr;
  [[nodiscard]] const benefit& any() const { return after != nullptr ? *after : *before; }
  /// Digits after the point that figures of both sides need.
  [[nodiscard]] int places() const;
};

/// A policy on one side of a pair.
struct paired_policy {
  presence is = presence::absent;
  std::optional<std::size_t> position;  ///< among the policies in force
  const policy_version* version = nullptr;
  std::vector<std::size_t> benefits;  ///< of the version's benefits: their pair
};

struct policy_pair {
  const policy* shown = nullptr;  ///< after, where there is one
  paired_policy before, after;
  std::vector<benefit_pair> benefits;
};

/// The policies of both sides by id, each with its counterpart.
[[nodiscard]] std::vector<policy_pair> pair_policies(const matcher& before, const matcher& after);

}  // namespace sudui::cli
