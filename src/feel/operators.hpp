#pragma once

#include <cstdint>
#include <string_view>

#include "feel/ast.hpp"
#include "feel/token.hpp"

namespace sudui::feel {

/// Binding strength, weakest first.
enum class level : std::uint8_t {
  expression,  // if, for, some, every, function literals
  disjunction,
  conjunction,
  comparison,  // also between, in
  additive,
  multiplicative,
  power,
  negation,
  instance,  // instance of
  postfix,   // path, filter, call
  primary,
};

[[nodiscard]] constexpr level above(level strength) noexcept {
  return static_cast<level>(static_cast<std::uint8_t>(strength) + 1);
}

/// An operator between two operands: how it is read, what it makes, how strong it binds.
struct operation {
  token_kind sign;
  node_kind makes;
  level strength;
  std::string_view spelling;
};

/// nullptr where there is none.
[[nodiscard]] const operation* operation_of(token_kind sign) noexcept;
[[nodiscard]] const operation* operation_of(node_kind made) noexcept;

/// The relation a sign stands for, such as `less`; `error` for other tokens.
[[nodiscard]] node_kind relation_of(token_kind sign) noexcept;

/// Whether it is one of < <= > >=.
[[nodiscard]] bool is_order(node_kind kind) noexcept;

}  // namespace sudui::feel
