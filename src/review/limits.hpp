#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <sudui/decision.hpp>

#include "decide/state.hpp"
#include "plan/plan.hpp"

namespace sudui::review {

/// A comparison of a clause with a limit, in a plan of one policy with traces.
struct limit_found {
  const clause* of = nullptr;
  std::size_t place = 0;  // of the clause's outcome in a decision
  const plan::trace* compared = nullptr;
  const plan::trace* leaf = nullptr;  // the whole clause
  bool is_in_loop = false;            // in the body of `some` or `every`
  bool is_plain = false;              // the condition itself, or one that `and` joins: it must hold
};

/// Every ordering comparison of numbers, days or durations in the clauses, each place once.
[[nodiscard]] std::vector<limit_found> find_limits(const plan::plan& of,
                                                   const policy_version& version);

/// Left minus right, as of the last run: numbers, days, seconds or months. None where a side has no
/// value.
[[nodiscard]] std::optional<decimal> gap_of(const plan::trace& compared, const decide::state& run);

}  // namespace sudui::review
