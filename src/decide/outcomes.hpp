#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <sudui/decision.hpp>

#include "decide/state.hpp"
#include "plan/plan.hpp"

namespace sudui::decide {

/// Appends the outcome of every clause, depth first, and gives that of all of them together.
outcome clause_outcomes(std::span<const plan::clause> clauses, const state& run,
                        std::vector<outcome>& out);

/// That of all of them together alone.
[[nodiscard]] outcome all_met(std::span<const plan::clause> clauses, const state& run);

/// The inputs that unknown clauses wait for, as one node, where the clauses together are unknown.
[[nodiscard]] std::optional<std::uint32_t> what_is_missing(std::span<const plan::clause> clauses,
                                                           state& run);

/// The union of two nodes, either of which may be none.
[[nodiscard]] std::optional<std::uint32_t> merge(state& run, std::optional<std::uint32_t> a,
                                                 std::optional<std::uint32_t> b);

[[nodiscard]] outcome to_outcome(const values::cell& held) noexcept;

}  // namespace sudui::decide
