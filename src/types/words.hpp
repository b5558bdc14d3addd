#pragma once

#include <string_view>

namespace sudui::types {

/// Letters, digits and underscores of any script, not beginning with a digit: what a formula can
/// name.
[[nodiscard]] inline bool is_plain_word(std::string_view text) noexcept {
  if (text.empty() || (text[0] >= '0' && text[0] <= '9')) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool is_ascii_word = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                               (byte >= '0' && byte <= '9') || byte == '_';
    if (is_ascii_word) continue;
    // CJK ideographs begin with the bytes E4..E9 (and E3 90+); punctuation (E2, E3 80, EF BC) does
    // not.
    if (byte < 0xE4 || byte > 0xE9 || i + 2 >= text.size()) return false;
    i += 2;
  }
  return true;
}

}  // namespace sudui::types
