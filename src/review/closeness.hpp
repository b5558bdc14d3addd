#pragma once

#include <optional>

#include <sudui/decision.hpp>

namespace sudui::review {

/// How far a condition is from turning over, and by which comparison that is told.
struct closeness {
  std::optional<decimal> share;  // of the limit; none where nothing measures it
  const step* by = nullptr;
};

/// Of a condition that is true: how little would make it false; of a false one: what would make it
/// true. A condition that is unknown or null has none.
[[nodiscard]] closeness closeness_of(const step& from);

}  // namespace sudui::review
