#pragma once

#include <algorithm>
#include <string_view>

namespace sudui::ingest {

/// `1000` to `2999`: what stands for a year as a key.
[[nodiscard]] inline bool is_year_word(std::string_view word) noexcept {
  if (word.size() != 4 || (word[0] != '1' && word[0] != '2')) return false;
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace sudui::ingest
