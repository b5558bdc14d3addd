// Upper and lower case of the alphabets a company's papers are written in.
//
// A table of five ranges does it: first and last lower-case letter and the distance to the
// upper-case one. Both letters of a pair have the same number of UTF-8 bytes, so a text changes in
// place and never grows. The multiplication sign's partner (U+00F7, division) and the final sigma
// are no letters of a pair and are left out.
//
// Tested by tests/unit/values/operators_string_test.cpp.

#include "values/letter_case.hpp"

#include <array>
#include <cstddef>

namespace sudui::values {
namespace {

struct range {
  char32_t first;  // lower case
  char32_t last;
  char32_t distance;
};

constexpr std::array<range, 8> ranges{{
    {0x61, 0x7A, 0x20},      // a .. z
    {0xE0, 0xF6, 0x20},      // Latin with accents
    {0xF8, 0xFE, 0x20},      // the rest of it
    {0x3B1, 0x3C1, 0x20},    // alpha .. rho
    {0x3C3, 0x3CB, 0x20},    // sigma .. omega
    {0x430, 0x44F, 0x20},    // Cyrillic a .. ya
    {0x450, 0x45F, 0x50},    // Cyrillic with marks
    {0xFF41, 0xFF5A, 0x20},  // full-width a .. z
}};

char32_t upper(char32_t letter) noexcept {
  for (const auto& each : ranges) {
    if (letter >= each.first && letter <= each.last) return letter - each.distance;
  }
  return letter;
}

char32_t lower(char32_t letter) noexcept {
  for (const auto& each : ranges) {
    const auto small = letter + each.distance;
    if (small >= each.first && small <= each.last) return small;
  }
  return letter;
}

std::size_t length_of(char lead) noexcept {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

char32_t decode(std::span<const char> bytes) noexcept {
  if (bytes.size() == 1) return static_cast<unsigned char>(bytes[0]);
  auto letter =
      static_cast<char32_t>(static_cast<unsigned char>(bytes[0]) & (0x7FU >> bytes.size()));
  for (const char byte : bytes.subspan(1)) {
    letter = (letter << 6) | (static_cast<unsigned char>(byte) & 0x3FU);
  }
  return letter;
}

/// Writes over a letter of the same length.
void encode(char32_t letter, std::span<char> bytes) noexcept {
  if (bytes.size() == 1) {
    bytes[0] = static_cast<char>(letter);
    return;
  }
  for (auto at = bytes.size() - 1; at > 0; --at) {
    bytes[at] = static_cast<char>(0x80U | (letter & 0x3FU));
    letter >>= 6;
  }
  const auto marker = ~(0xFFU >> bytes.size()) & 0xFFU;
  bytes[0] = static_cast<char>(marker | letter);
}

template <class Change>
void change(std::span<char> text, Change change_letter) noexcept {
  while (!text.empty()) {
    const auto length = length_of(text.front());
    if (length > text.size()) return;  // cut-off text
    const auto bytes = text.first(length);
    const auto letter = decode(bytes);
    const auto changed = change_letter(letter);
    if (changed != letter) encode(changed, bytes);
    text = text.subspan(length);
  }
}

}  // namespace

void to_upper(std::span<char> text) noexcept { change(text, upper); }
void to_lower(std::span<char> text) noexcept { change(text, lower); }

}  // namespace sudui::values
