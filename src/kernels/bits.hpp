#pragma once

// Bitmaps: bit i of a column is bit i % 64 of word i / 64. Bits behind the last row are of no
// meaning; who counts or walks them masks them first.

#include <bit>
#include <cstddef>
#include <cstdint>

namespace sudui::kernels {

using word = std::uint64_t;
inline constexpr std::size_t word_bits = 64;

[[nodiscard]] constexpr std::size_t words_for(std::size_t rows) noexcept {
  return (rows + word_bits - 1) / word_bits;
}

[[nodiscard]] constexpr bool bit_at(const word* bits, std::size_t row) noexcept {
  return ((bits[row / word_bits] >> (row % word_bits)) & 1) != 0;
}

constexpr void set_bit(word* bits, std::size_t row) noexcept {
  bits[row / word_bits] |= word{1} << (row % word_bits);
}

constexpr void clear_bit(word* bits, std::size_t row) noexcept {
  bits[row / word_bits] &= ~(word{1} << (row % word_bits));
}

/// The bits of the last word that stand for rows.
[[nodiscard]] constexpr word tail_mask(std::size_t rows) noexcept {
  const auto rest = rows % word_bits;
  return rest == 0 ? ~word{0} : (word{1} << rest) - 1;
}

/// Calls `take(row)` for every set bit below `rows`, in order.
template <class Take>
void each_bit(const word* bits, std::size_t rows, Take&& take) {
  const auto words = words_for(rows);
  for (std::size_t i = 0; i < words; ++i) {
    word left = bits[i];
    if (i + 1 == words) left &= tail_mask(rows);
    for (; left != 0; left &= left - 1) {
      take(i * word_bits + static_cast<std::size_t>(std::countr_zero(left)));
    }
  }
}

}  // namespace sudui::kernels
