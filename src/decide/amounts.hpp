#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <sudui/decision.hpp>

#include "decide/state.hpp"
#include "plan/plan.hpp"

namespace sudui::decide {

/// An amount, and what it waits for where it is not exact.
struct awarded {
  amount how_much;
  std::optional<std::uint32_t> missing;
};

/// The amount of a benefit after its block has run. Appends a line an item for `for_each`.
[[nodiscard]] awarded amount_of(const plan::plan& of, const plan::benefit& what, state& run,
                                std::vector<item_line>& lines);

/// The stages of an amount, for the explanation: before limits, after each limit, after rounding.
struct amount_stages {
  std::vector<amount> stages;
  std::optional<std::size_t> row;      // of tiers, where one decides; the number of rows: default
  std::vector<std::size_t> violating;  // rows of tiers that must not apply together, and do
};
[[nodiscard]] amount_stages stages_of(const plan::amount& what, state& run);

}  // namespace sudui::decide
