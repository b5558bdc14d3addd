#pragma once

#include <cstddef>
#include <cstdint>

#include "kernels/bits.hpp"

namespace sudui::kernels {

/// Of a source: the entry of a known value where the presence is 0, else that of the presence. By
/// masks: whether a value is there is a branch that would be guessed wrongly.
[[nodiscard, gnu::always_inline]] inline std::uint32_t entry_of(std::uint8_t presence,
                                                                std::uint32_t known) noexcept {
  const auto is_known = 0U - static_cast<std::uint32_t>(presence == 0);
  return presence - 1U + ((known + 1U) & is_known);
}

/// Of a ratio: the entry of null, unknown, no or yes. `gaps` are the presences of all that it
/// needs, joined bit by bit, so that unknown wins over null. A look-up in half a word, since
/// compilers make branches of anything else.
[[nodiscard, gnu::always_inline]] inline std::uint32_t ratio_entry_of(unsigned gaps,
                                                                      unsigned is_less) noexcept {
  constexpr std::uint32_t entries = 0x1111'0032;  // by gaps, and then by whether it is less
  return (entries >> (8 * gaps + 4 * is_less)) & 0xFU;
}

__extension__ typedef __int128 int128;  // NOLINT(modernize-use-using)

/// a / b < below / above, the sign of b taken out; of no meaning where b = 0. Exact: no product of
/// 64 bits by 64 overflows 128.
[[nodiscard, gnu::always_inline]] inline bool is_ratio_less(std::int64_t a, std::int64_t b,
                                                            std::int64_t above,
                                                            std::int64_t below) noexcept {
  const auto left = int128{a} * above;
  const auto right = int128{b} * below;
  return b < 0 ? right < left : left < right;
}

/// One value against its limits: four of them a vector, in ascending order, the last ones the
/// greatest number there is. Its first entries are those of null and unknown.
struct rank_step {
  std::uint32_t value = 0, first = 0, vectors = 0, entries = 0;
};

/// Two rows of bits, by their first word.
struct row_pair {
  std::uint32_t certain = 0, open = 0;
};

/// Eight comparisons of a / b < below / above, a and b by their places among the values; the sign
/// of b is taken out. Their entries are null, unknown, no, yes. What is left of the last eight
/// compares the first value with itself. INVARIANT: no value and no factor reaches 2^62.
struct ratio_steps {
  static constexpr std::size_t size = 8;
  std::uint32_t a[size] = {}, b[size] = {}, entries[size] = {};
  std::int64_t above[size] = {}, below[size] = {};
};

/// The inner loops over one company, one table an instruction set. Pure; any thread.
struct single_table {
  const char* name;
  /// The entry of each step: behind the first two, by how many limits the value is more than, where
  /// its presence is 0; else by its presence.
  void (*rank)(const std::int64_t* values, const std::uint8_t* presences,
               const std::int64_t* limits, const rank_step* steps, std::size_t count,
               std::uint32_t* picked);
  /// The entry of each ratio, eight a step: of null where the divisor is zero, unless it is unknown
  /// what is compared. Three bytes behind the last presence may be read.
  void (*compare)(const std::int64_t* values, const std::uint8_t* presences,
                  const ratio_steps* steps, std::size_t count, std::uint32_t* picked);
  /// Joins the rows of the entries picked by `or`: `words` words, a multiple of four.
  void (*join)(const word* rows, const row_pair* entries, const std::uint32_t* picked,
               std::size_t count, std::size_t words, word* certain, word* open);
};

[[nodiscard]] const single_table& portable_single() noexcept;
/// Null where this processor has no AVX2.
[[nodiscard]] const single_table* avx2_single() noexcept;
/// Null where this processor has no AVX-512.
[[nodiscard]] const single_table* avx512_single() noexcept;
/// Or the one that SUDUI_KERNELS names.
[[nodiscard]] const single_table& fastest_single() noexcept;

}  // namespace sudui::kernels
