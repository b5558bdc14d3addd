#pragma once

#include <compare>
#include <optional>
#include <span>

#include "values/arena.hpp"
#include "values/cell.hpp"
#include "values/missing.hpp"
#include "values/op.hpp"

// One function per operator. `apply` (op.cpp) has handled unknown and null operands before it calls
// one, except for those that it lists as seeing them.
namespace sudui::values::operators {

using operands = std::span<const cell>;

#define SUDUI_OP(name, arity) [[nodiscard]] cell name(operands given, surroundings& around);
#include "values/op.def"
#undef SUDUI_OP

}  // namespace sudui::values::operators

namespace sudui::values {

/// The union of what unknown cells wait for, else the first null, else nothing.
[[nodiscard]] std::optional<cell> find_gap(std::span<const cell> cells, missing_graph& missing);

/// True, false or unknown; null equals null and nothing else. Deep for lists and records: one pair
/// that differs decides, whatever else is unknown.
[[nodiscard]] cell equality(const cell& a, const cell& b, missing_graph& missing);

/// The order of two known cells of one kind; nothing for kinds without an order.
[[nodiscard]] std::optional<std::strong_ordering> order_of(const cell& a, const cell& b) noexcept;

/// Without its fraction, as positions, places and indexes are read; nothing beyond int64.
[[nodiscard]] std::optional<std::int64_t> whole_part(const decimal& number) noexcept;

[[nodiscard]] inline cell bad_argument() noexcept { return cell::null(null_reason::bad_argument); }

[[nodiscard]] inline cell number_or_overflow(const std::optional<decimal>& number) noexcept {
  return number ? cell::of(*number) : cell::null(null_reason::overflow);
}

}  // namespace sudui::values
