#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "columns/program.hpp"

namespace sudui::tables {

/// A truth or its opposite, as a clause sees it: met, maybe met, or unmet.
struct literal {
  std::uint32_t atom = 0;
  bool negated = false;
  bool null_holds = false;  // in a group of which none may hold
  friend bool operator==(const literal&, const literal&) = default;
};

struct outcomes {
  bool met, maybe;
};
[[nodiscard]] outcomes outcomes_of(const literal& what, columns::state held) noexcept;

/// All of these alternatives, each any of its literals. Without alternatives it always holds; an
/// empty alternative never does.
using alternatives = std::vector<literal>;
using conjunction = std::vector<alternatives>;

[[nodiscard]] conjunction all_of(conjunction a, conjunction b);
/// Multiplied out; nothing where that gives too many.
[[nodiscard]] std::optional<conjunction> any_of(const conjunction& a, const conjunction& b);

}  // namespace sudui::tables
