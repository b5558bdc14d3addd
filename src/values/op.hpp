#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "values/cell.hpp"

namespace sudui::values {

class arena;
class missing_graph;

enum class op : std::uint8_t {
#define SUDUI_OP(name, arity) name,
#include "values/op.def"
#undef SUDUI_OP
};

inline constexpr int any_number = -1;

struct op_entry {
  std::string_view name;
  int arity;
};
[[nodiscard]] const op_entry& entry_of(op code) noexcept;

/// Where an operator puts new texts and lists, and how it merges what is missing.
struct surroundings {
  arena& memory;
  missing_graph& missing;
};

/// Applies an operator. Operands have the types the checker saw, or are unknown or null; the result
/// never throws anything but bad_alloc. Any unknown operand makes the result unknown (its missing
/// inputs are the union), else any null operand makes it null, unless the operator says otherwise.
[[nodiscard]] cell apply(op code, std::span<const cell> operands, surroundings& around);

}  // namespace sudui::values
