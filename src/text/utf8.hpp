#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sudui::text {

/// One code point of a text and how many bytes it takes.
struct code_point {
  char32_t value = 0;
  std::uint32_t length = 1;
  bool valid = true;  // else `value` is U+FFFD and `length` is 1
};

/// The code point at `offset`, which must lie inside `bytes`. Overlong forms, surrogates and values
/// above U+10FFFF are invalid.
[[nodiscard]] code_point decode(std::string_view bytes, std::size_t offset) noexcept;

/// Offset of the first byte that is not UTF-8; npos if there is none. O(length).
[[nodiscard]] std::size_t first_invalid(std::string_view bytes) noexcept;

/// How many code points; an invalid byte counts as one.
[[nodiscard]] std::size_t count_code_points(std::string_view bytes) noexcept;

/// Columns on a terminal: 2 for CJK and full-width, 0 for combining marks and joiners, else 1.
[[nodiscard]] std::uint32_t display_width(char32_t what) noexcept;
[[nodiscard]] std::size_t display_width(std::string_view bytes) noexcept;

/// Whether a terminal shows it as itself: no control characters, no marks that turn the direction.
[[nodiscard]] bool is_printable(char32_t what) noexcept;

void append_utf8(std::string& out, char32_t what);

}  // namespace sudui::text
