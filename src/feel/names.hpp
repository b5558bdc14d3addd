#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "feel/token.hpp"

namespace sudui::feel {

/// Names of built-in functions that hold spaces, sorted.
[[nodiscard]] std::span<const std::string_view> spaced_functions() noexcept;
/// Names of types that hold spaces, sorted.
[[nodiscard]] std::span<const std::string_view> spaced_types() noexcept;

/// How many of the tokens spell `name`, whatever blanks stand between them; 0 if they do not.
[[nodiscard]] std::size_t spelled(std::string_view name, std::span<const token> tokens) noexcept;

/// The kind of a reserved word, such as `then`; `word` for all others.
[[nodiscard]] token_kind kind_of_word(std::string_view word) noexcept;

/// Whether the text can stand as a name without being known: words with single blanks between them,
/// none of them reserved.
[[nodiscard]] bool is_plain_name(std::string_view text) noexcept;

}  // namespace sudui::feel
