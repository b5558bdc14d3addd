#pragma once

#include <optional>

#include <sudui/value.hpp>

#include "types/typed.hpp"

namespace sudui::types {

/// The value of an expression that reads neither profile nor day, or nullopt when it reads one.
/// Loops and calls are not folded.
[[nodiscard]] std::optional<value> fold(const expr& what);

}  // namespace sudui::types
