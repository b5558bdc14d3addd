#pragma once

// Bitmaps side by side, read row by row. In plain C++ with vectors of four words, which become the
// instructions of whatever table includes this: 64 bitmaps are a square of bits, which is turned
// about its diagonal by swapping corners of half the size, six times; a word is a row then.
//
// Cost: 0.1 to 0.3 ns a bitmap and word of rows. Tested by tests/unit/kernels/kernels_test.cpp.

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#include "kernels/bits.hpp"

namespace sudui::kernels {

using four_words = word __attribute__((vector_size(32)));

[[gnu::always_inline]] inline void load(four_words& into, const word* from) {
  std::memcpy(&into, from, sizeof into);
}
[[gnu::always_inline]] inline void store(const four_words& from, word* into) {
  std::memcpy(into, &from, sizeof from);
}

/// Swaps the upper bits of each row of `a` with the lower bits of that of `b`, which is `Width`
/// rows below, in squares of twice this width.
template <unsigned Width>
[[gnu::always_inline]] inline void swap_corners(four_words& a, four_words& b) {
  constexpr word lower = ~word{0} / ((word{1} << Width) + 1);
  const four_words swapped = ((a >> Width) ^ b) & lower;
  a ^= swapped << Width;
  b ^= swapped;
}

/// Rows 0..3 and 4..7 in `a` and `b`.
[[gnu::always_inline]] inline void turn_eights(four_words& a, four_words& b) {
  swap_corners<4>(a, b);
  four_words c = __builtin_shufflevector(a, b, 0, 1, 4, 5);  // rows 0 1 4 5
  four_words d = __builtin_shufflevector(a, b, 2, 3, 6, 7);
  swap_corners<2>(c, d);
  a = __builtin_shufflevector(c, d, 0, 4, 2, 6);  // rows 0 2 4 6
  b = __builtin_shufflevector(c, d, 1, 5, 3, 7);
  swap_corners<1>(a, b);
  c = __builtin_shufflevector(a, b, 0, 4, 1, 5);
  d = __builtin_shufflevector(a, b, 2, 6, 3, 7);
  a = c;
  b = d;
}

/// Bit k of word i becomes bit i of word k.
[[gnu::always_inline]] inline void turn(word* square) {
  constexpr std::size_t eight = 8;
  for (std::size_t i = 0; i < eight; i += 4) {  // rows i to i + 3 of every eight
    four_words rows[eight];
    for (std::size_t k = 0; k < eight; ++k) load(rows[k], square + k * eight + i);
    for (std::size_t k = 0; k < 4; ++k) swap_corners<32>(rows[k], rows[k + 4]);
    for (const std::size_t k : {0U, 1U, 4U, 5U}) swap_corners<16>(rows[k], rows[k + 2]);
    for (const std::size_t k : {0U, 2U, 4U, 6U}) swap_corners<8>(rows[k], rows[k + 1]);
    for (std::size_t k = 0; k < eight; ++k) store(rows[k], square + k * eight + i);
  }
  for (std::size_t i = 0; i < word_bits; i += eight) {
    four_words upper, lower;
    load(upper, square + i);
    load(lower, square + i + 4);
    turn_eights(upper, lower);
    store(upper, square + i);
    store(lower, square + i + 4);
  }
}

/// Names of the bits of a word, each added to `first`; writes up to three too far. Four at a time
/// whether there are so many or not: a loop of one or two turns would be mispredicted all the time.
/// The last bit stands in for none, so that nobody asks whether there is another.
class names_by_four {
 public:
  [[gnu::always_inline]] explicit names_by_four(const std::uint8_t* names) : names_(names) {}

  [[gnu::always_inline]] std::uint64_t* put(word bits, std::uint64_t first,
                                            std::uint64_t* out) const {
    constexpr std::size_t at_once = 4;
    constexpr word last = word{1} << (word_bits - 1);
    auto* const end = out + std::popcount(bits);
    do {
      for (std::size_t i = 0; i < at_once; ++i) {
        out[i] = first + names_[std::countr_zero(bits | last)];
        bits &= bits - 1;
      }
      out += at_once;
    } while (bits != 0);
    return end;
  }

 private:
  const std::uint8_t* names_;
};

/// table::list_rows, with a way to write names. Sets that none of the 64 rows is in are left out:
/// of a hundred policies these are half, and what is left is one square instead of two. A name is a
/// byte, counted from the first set that its square may have.
template <class Names>
[[gnu::always_inline]] inline std::uint64_t* rows_of(const word* const* sets, std::size_t count,
                                                     std::size_t at, word* memory,
                                                     std::uint64_t* out) {
  constexpr std::size_t nameable = 256;
  auto* const squares = memory;
  auto* const names = reinterpret_cast<std::uint8_t*>(squares + words_for(count) * word_bits);
  auto* const firsts = squares + words_for(count) * (word_bits + word_bits / sizeof(word));
  std::size_t blocks = 0;
  for (std::size_t first = 0; first < count; first += nameable) {
    const auto some = std::min(count - first, nameable);
    auto size = blocks * word_bits;
    for (std::size_t i = 0; i < some; ++i) {
      const word bits = sets[first + i][at];
      squares[size] = bits;
      names[size] = static_cast<std::uint8_t>(i);
      size += bits != 0 ? 1 : 0;
    }
    const auto end = words_for(size);
    std::fill(squares + size, squares + end * word_bits, word{0});
    for (; blocks < end; ++blocks) {
      firsts[blocks] = first;
      turn(squares + blocks * word_bits);
    }
  }
  const auto origin = std::uint64_t{at * word_bits} << 32;
  constexpr auto next = std::uint64_t{1} << 32;
  if (blocks == 1) {  // names stay in a register
    const Names by(names);
    auto first = origin | firsts[0];
    for (std::size_t row = 0; row < word_bits; ++row, first += next) {
      out = by.put(squares[row], first, out);
    }
    return out;
  }
  for (std::size_t row = 0; row < word_bits; ++row) {
    for (std::size_t k = 0; k < blocks; ++k) {
      const auto first = origin + row * next + firsts[k];
      out = Names(names + k * word_bits).put(squares[k * word_bits + row], first, out);
    }
  }
  return out;
}

}  // namespace sudui::kernels
