#pragma once

#include <cstdint>
#include <forward_list>
#include <string>
#include <string_view>
#include <vector>

#include <sudui/decimal.hpp>

namespace sudui::feel {

enum class token_kind : std::uint8_t {
  end,
  error,       // could not be read; a diagnostic has been reported
  number,      // number
  string,      // text: without quotes and escapes
  at_literal,  // text: of @"..."
  // words; from the second on they are reserved
  word,  // text
  kw_and,
  kw_between,
  kw_else,
  kw_every,
  kw_false,
  kw_for,
  kw_function,
  kw_if,
  kw_in,
  kw_null,
  kw_or,
  kw_return,
  kw_satisfies,
  kw_some,
  kw_then,
  kw_true,
  // signs
  left_paren,
  right_paren,
  left_bracket,
  right_bracket,
  left_brace,
  right_brace,
  comma,
  colon,
  dot,
  dot_dot,
  arrow,
  plus,
  minus,
  star,
  slash,
  power,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
};

/// One word, sign or literal; `begin` and `end` are bytes of the formula.
struct token {
  token_kind kind = token_kind::end;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view text;
  decimal number;

  [[nodiscard]] bool is_word() const noexcept {
    return kind >= token_kind::word && kind <= token_kind::kw_true;
  }
  [[nodiscard]] bool is_reserved() const noexcept { return is_word() && kind != token_kind::word; }
  [[nodiscard]] bool is_word(std::string_view spelling) const noexcept {
    return kind == token_kind::word && text == spelling;
  }
};

/// Those of a formula, an `end` last. Their texts view the formula, or what is kept here because it
/// does not stand there as it reads.
struct tokens {
  std::vector<token> all;
  std::forward_list<std::string> kept;
};

}  // namespace sudui::feel
