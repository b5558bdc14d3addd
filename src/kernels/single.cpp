// The loops over one company in plain C++.
//
// Tested by tests/unit/kernels/single_test.cpp.

#include "kernels/single.hpp"

namespace sudui::kernels {
namespace {

void rank(const std::int64_t* values, const std::uint8_t* presences, const std::int64_t* limits,
          const rank_step* steps, std::size_t count, std::uint32_t* picked) {
  for (std::size_t i = 0; i < count; ++i) {
    const auto value = values[steps[i].value];
    const auto* of = limits + steps[i].first;
    std::uint32_t more = 0;
    for (std::uint32_t k = 0; k < 4 * steps[i].vectors; ++k) more += value > of[k] ? 1U : 0U;
    picked[i] = steps[i].entries + entry_of(presences[steps[i].value], 2 + more);
  }
}

void compare(const std::int64_t* values, const std::uint8_t* presences, const ratio_steps* steps,
             std::size_t count, std::uint32_t* picked) {
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t k = 0; k < ratio_steps::size; ++k) {
      const auto& by = steps[i];
      const auto a = values[by.a[k]];
      const auto b = values[by.b[k]];
      const auto gaps = static_cast<unsigned>(presences[by.a[k]] | presences[by.b[k]]);
      const bool less = is_ratio_less(a, b, by.above[k], by.below[k]);
      *picked++ = by.entries[k] + ratio_entry_of(gaps | (b == 0 ? 1U : 0U), less ? 1 : 0);
    }
  }
}

void join(const word* rows, const row_pair* entries, const std::uint32_t* picked, std::size_t count,
          std::size_t words, word* certain, word* open) {
  for (std::size_t i = 0; i < words; ++i) certain[i] = open[i] = 0;
  for (std::size_t at = 0; at < count; ++at) {
    const auto from = entries[picked[at]];
    for (std::size_t i = 0; i < words; ++i) certain[i] |= rows[from.certain + i];
    for (std::size_t i = 0; i < words; ++i) open[i] |= rows[from.open + i];
  }
}

constexpr single_table plain_loops{"portable", rank, compare, join};

}  // namespace

const single_table& portable_single() noexcept { return plain_loops; }

}  // namespace sudui::kernels
