#pragma once

#include <string>

namespace sudui::feel {

/// White space of FEEL: blanks of any width and line ends.
[[nodiscard]] bool is_space(char32_t what) noexcept;
[[nodiscard]] constexpr bool is_digit(char what) noexcept { return what >= '0' && what <= '9'; }
/// The characters of names that are ASCII: most of a formula.
[[nodiscard]] constexpr bool is_ascii_name_part(char what) noexcept {
  return (what >= 'a' && what <= 'z') || what == '_' || is_digit(what) ||
         (what >= 'A' && what <= 'Z') || what == '?';
}
/// Characters a name may begin with, and characters it may go on with: letters of any script.
[[nodiscard]] bool is_name_start(char32_t what) noexcept;
[[nodiscard]] bool is_name_part(char32_t what) noexcept;

/// What to type instead of a full-width or typographic sign, letter or digit; empty for all others.
[[nodiscard]] std::string ascii_for(char32_t what);

}  // namespace sudui::feel
