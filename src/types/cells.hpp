#pragma once

#include <cstdint>

#include <sudui/value.hpp>

#include "types/type.hpp"
#include "values/arena.hpp"
#include "values/cell.hpp"

namespace sudui::types {

/// A cell of the type, made in the arena (texts are views into `held`). What does not fit the type,
/// and what is unknown in it, becomes unknown, waiting for `missing`. A member that a record lacks
/// is unknown.
[[nodiscard]] values::cell to_cell(const value& held, const type& as, values::arena& memory,
                                   std::uint32_t missing);

/// The value a cell of the type holds; owns its contents.
[[nodiscard]] value to_value(const values::cell& held, const type& as);

/// Whether the value is of the type, unknown and null counting as of every type.
[[nodiscard]] bool fits(const value& held, const type& as) noexcept;

}  // namespace sudui::types
