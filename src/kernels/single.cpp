// The loops over one company in plain C++, and the choice between them and those for AVX2.
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
    const auto presence = presences[steps[i].value];
    picked[i] = steps[i].entries + (presence == 0 ? 2 + more : presence - 1U);
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

constexpr single_table plain_loops{"portable", rank, join};

}  // namespace

const single_table& portable_single() noexcept { return plain_loops; }

const single_table& fastest_single() noexcept {
  const auto* wide = avx2_single();
  return wide != nullptr ? *wide : plain_loops;
}

}  // namespace sudui::kernels
