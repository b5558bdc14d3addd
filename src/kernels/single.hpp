#pragma once

#include <cstddef>
#include <cstdint>

#include "kernels/bits.hpp"

namespace sudui::kernels {

/// One value against its limits: four of them a vector, in ascending order, the last ones the
/// greatest number there is. Its first entries are those of null and unknown.
struct rank_step {
  std::uint32_t value = 0, first = 0, vectors = 0, entries = 0;
};

/// Two rows of bits, by their first word.
struct row_pair {
  std::uint32_t certain = 0, open = 0;
};

/// The inner loops over one company, one table an instruction set. Pure; any thread.
struct single_table {
  const char* name;
  /// The entry of each step: behind the first two, by how many limits the value is more than, where
  /// its presence is 0; else by its presence.
  void (*rank)(const std::int64_t* values, const std::uint8_t* presences,
               const std::int64_t* limits, const rank_step* steps, std::size_t count,
               std::uint32_t* picked);
  /// Joins the rows of the entries picked by `or`: `words` words, a multiple of four.
  void (*join)(const word* rows, const row_pair* entries, const std::uint32_t* picked,
               std::size_t count, std::size_t words, word* certain, word* open);
};

[[nodiscard]] const single_table& portable_single() noexcept;
/// Null where this processor has no AVX2.
[[nodiscard]] const single_table* avx2_single() noexcept;
[[nodiscard]] const single_table& fastest_single() noexcept;

}  // namespace sudui::kernels
