#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

#include "decide/state.hpp"
#include "plan/plan.hpp"

namespace sudui::repair {

/// An input that a formula reads; of a yearly field, one year.
struct read {
  std::uint32_t input = 0;  // of the plan
  std::optional<std::int32_t> year;
  friend auto operator<=>(const read&, const read&) = default;
};

/// What the register is worked out from, each once, ordered. Years are those of the run; a year
/// that is not known there is left out. O(instructions).
[[nodiscard]] std::vector<read> reads_of(const plan::plan& of, plan::reg which,
                                         const decide::state& run);

}  // namespace sudui::repair
