#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "kernels/bits.hpp"

namespace sudui::kernels {

/// `a * above` against `b * below`, in which the sign of b is taken out: of a/b against
/// below/above. INVARIANT: a, b, above and below are below 2^51, and each of the two products is
/// below 2^53: doubles hold them exactly.
struct ratio_limit {
  double above = 1;
  double below = 0;
};

/// Words of memory that `table::list_rows` takes for so many sets: squares of bits with 64 names of
/// a byte each, and the set that a square counts them from.
[[nodiscard]] constexpr std::size_t words_to_list(std::size_t sets) noexcept {
  return words_for(sets) * (word_bits + word_bits / sizeof(word) + 1);
}

/// The inner loops, one table an instruction set. Every function writes `words_for(rows)` words;
/// every table gives the same bits. Pure; any thread.
struct table {
  const char* name;
  /// values[i] < limit
  void (*less)(const std::int64_t* values, std::size_t rows, std::int64_t limit, word* out);
  /// values[i] = limit
  void (*equal)(const std::int64_t* values, std::size_t rows, std::int64_t limit, word* out);
  void (*less_day)(const std::int32_t* values, std::size_t rows, std::int32_t limit, word* out);
  void (*equal_day)(const std::int32_t* values, std::size_t rows, std::int32_t limit, word* out);
  /// a[i] < b[i]
  void (*less_each)(const std::int64_t* a, const std::int64_t* b, std::size_t rows, word* out);
  void (*equal_each)(const std::int64_t* a, const std::int64_t* b, std::size_t rows, word* out);
  /// a/b < below/above; of no meaning where b = 0.
  void (*ratio_less)(const std::int64_t* a, const std::int64_t* b, std::size_t rows,
                     ratio_limit limit, word* out);
  /// The same; of no meaning where b <= 0.
  void (*share_less)(const std::int64_t* a, const std::int64_t* b, std::size_t rows,
                     ratio_limit limit, word* out);
  /// Bit k of plane[codes[i]] into outs[k], for k < count <= 8. INVARIANT: codes lie within the
  /// plane.
  void (*look_up)(const std::uint32_t* codes, std::size_t rows, std::span<const std::uint8_t> plane,
                  unsigned count, word* const* outs);
  /// bytes[i] = one into `ones`, = other into `others`; bits behind the last byte are 0.
  void (*find_bytes)(const char* bytes, std::size_t count, char one, char other, word* ones,
                     word* others);
  /// What all of these sets have in common; `words` words each, at least one set.
  void (*all_of)(const word* const* sets, std::size_t count, std::size_t words, word* out);
  /// What holds for certain, and what may hold, of a truth that is unknown where `known` is not
  /// set: yes = (raw ^ flip) & known, maybe = yes | ~known. `yes` may be `raw`.
  void (*lay_unknown)(const word* raw, word flip, const word* known, std::size_t words, word* yes,
                      word* maybe);
  /// out[i] = a[i] + b[i]. INVARIANT: nothing overflows.
  void (*sum)(const std::int64_t* a, const std::int64_t* b, std::size_t rows, std::int64_t* out);
  void (*difference)(const std::int64_t* a, const std::int64_t* b, std::size_t rows,
                     std::int64_t* out);
  /// What 64 rows, those of word `at`, have in each of some sets: row << 32 | set, by row and then
  /// by set; rows count from the first of word 0. Returns where they end. `out` has room for 64 for
  /// each set and 8 more, `memory` of `words_to_list(count)` words.
  std::uint64_t* (*list_rows)(const word* const* sets, std::size_t count, std::size_t at,
                              word* memory, std::uint64_t* out);
};

[[nodiscard]] const table& portable() noexcept;
/// The tables that this processor can run, the fastest first; `portable` is the last. The one that
/// SUDUI_KERNELS names comes before all of them.
[[nodiscard]] std::span<const table* const> usable() noexcept;

}  // namespace sudui::kernels
