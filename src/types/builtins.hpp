#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "values/op.hpp"

namespace sudui::types {

/// A built-in function whose call is an operator on its arguments. Signatures are short strings,
/// one letter a parameter: n number, u number without unit, s string, d date, c date or moment
/// (read as its date), t time, D days duration, M months duration, b boolean, l list, S list of
/// strings, I an item that fits the list before it, a anything. The result: the same letters, or N
/// (number in the unit of the first argument), L (the list's own type), m moment, T list of
/// strings, U list of numbers. An operator that takes more than is given gets null for the rest.
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

/// Parameters of special functions, a line a form, for calls that name them.
struct special_form {
  std::string_view name;
  std::string_view parameters;
};
[[nodiscard]] std::span<const special_form> special_forms() noexcept;

/// The relations of points and ranges. `takes`: x for either, r for a range only.
struct relation_function {
  std::string_view name;
  std::string_view takes;
  values::op code;
};
[[nodiscard]] const relation_function* find_relation(std::string_view name) noexcept;

[[nodiscard]] bool is_function_name(std::string_view name) noexcept;

}  // namespace sudui::types
