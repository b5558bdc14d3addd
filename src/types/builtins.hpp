#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "values/op.hpp"

namespace sudui::types {

/// A built-in function whose call is an operator on its arguments. Signatures are short strings,
/// one letter a parameter: n number, u number without unit, s string, d date, D days duration, M
/// months duration, b boolean, l list, a anything. The result: the same letters, or N (number in
/// the unit of the first argument), e (item of the list), L (the list's own type), r (the type of
/// the first argument).
struct builtin {
  std::string_view name;
  std::string_view parameters;  // names for named arguments, divided by commas
  std::string_view takes;
  char gives;
  values::op code;
};

[[nodiscard]] std::span<const builtin> builtins() noexcept;

/// Names that are functions without being in the table: they have rules of their own in
/// check_calls.
[[nodiscard]] std::span<const std::string_view> special_functions() noexcept;

[[nodiscard]] bool is_function_name(std::string_view name) noexcept;

}  // namespace sudui::types
