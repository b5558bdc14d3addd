#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <sudui/boundaries.hpp>

#include "decide/state.hpp"
#include "plan/plan.hpp"

namespace sudui::review {

/// A comparison with a limit, in a plan of one policy with traces.
struct limit_found {
  const clause* of = nullptr;  // of the policy or of an item
  std::size_t place = 0;       // of the outcome in a decision; of the clauses of a policy
  const plan::trace* compared = nullptr;
  const plan::trace* leaf = nullptr;  // the whole clause, or the whole formula
  bool is_in_loop = false;            // in the body of `some` or `every`, or of an item
  bool is_plain = false;              // the condition itself, or one that `and` joins: it must hold
  limit_place where = limit_place::clause;
  std::size_t grant = 0;            // the benefit, of limits of one
  std::optional<std::size_t> band;  // whose upper end is the limit
};

/// Every ordering comparison of numbers, days or durations in the clauses and the amounts, and
/// every upper end of bands that are known when the plan is made; each place once.
[[nodiscard]] std::vector<limit_found> find_limits(const plan::plan& of,
                                                   const policy_version& version);

/// Left minus right, as of the last run: numbers, days, seconds or months; of a band the base minus
/// the upper end. None where a side has no value.
[[nodiscard]] std::optional<decimal> gap_of(const limit_found& limit, const decide::state& run);

/// What the bands pay of the base, slice by slice and apart from the executor, as of the last run;
/// none where the base has no value.
[[nodiscard]] std::optional<decimal> paid_by_bands(const plan::trace& compared,
                                                   const decide::state& run);

}  // namespace sudui::review
