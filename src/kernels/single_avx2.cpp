// The loops over one company for AVX2: four limits at a time, and rows joined in registers, up to
// six vectors of each kind in one pass. Wider rows are listed first, without the empty ones.
//
// Cost: a nanosecond a vector of limits, less than one a row of three vectors in L1. Tested by
// tests/unit/kernels/single_test.cpp.

#include "kernels/single.hpp"

#if defined(__x86_64__)

#include <algorithm>
#include <immintrin.h>

// NOLINTBEGIN(portability-simd-intrinsics)
#define SUDUI_SINGLE_AVX2 __attribute__((target("avx2")))

namespace sudui::kernels {
namespace {

SUDUI_SINGLE_AVX2 inline __m256i vector_at(const void* from) {
  return _mm256_loadu_si256(static_cast<const __m256i*>(from));
}

SUDUI_SINGLE_AVX2 void rank(const std::int64_t* values, const std::uint8_t* presences,
                            const std::int64_t* limits, const rank_step* steps, std::size_t count,
                            std::uint32_t* picked) {
  for (std::size_t i = 0; i < count; ++i) {
    const __m256i value = _mm256_set1_epi64x(values[steps[i].value]);
    const auto* of = limits + steps[i].first;
    __m256i less = _mm256_setzero_si256();  // minus how many, in each lane
    for (std::uint32_t k = 0; k < steps[i].vectors; ++k, of += 4) {
      less = _mm256_add_epi64(less, _mm256_cmpgt_epi64(value, vector_at(of)));
    }
    const __m128i halves =
        _mm_add_epi64(_mm256_castsi256_si128(less), _mm256_extracti128_si256(less, 1));
    const auto sum = _mm_cvtsi128_si32(_mm_add_epi64(halves, _mm_unpackhi_epi64(halves, halves)));
    const auto presence = presences[steps[i].value];
    const auto known = 2U - static_cast<std::uint32_t>(sum);
    picked[i] = steps[i].entries + (presence == 0 ? known : presence - 1U);
  }
}

// `Vectors` of both rows at a time, all of them in registers. An empty row is joined as others are:
// its line is always in cache, and a branch would be guessed wrongly.
template <std::size_t Vectors>
SUDUI_SINGLE_AVX2 void join_some(const word* rows, const row_pair* entries,
                                 const std::uint32_t* picked, std::size_t count, word* certain,
                                 word* open) {
  __m256i left[Vectors];
  __m256i right[Vectors];
  for (std::size_t k = 0; k < Vectors; ++k) left[k] = right[k] = _mm256_setzero_si256();
  for (std::size_t at = 0; at < count; ++at) {
    const auto from = entries[picked[at]];
    for (std::size_t k = 0; k < Vectors; ++k) {
      left[k] = _mm256_or_si256(left[k], vector_at(rows + from.certain + 4 * k));
      right[k] = _mm256_or_si256(right[k], vector_at(rows + from.open + 4 * k));
    }
  }
  for (std::size_t k = 0; k < Vectors; ++k) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(certain + 4 * k), left[k]);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(open + 4 * k), right[k]);
  }
}

using join_function = void (*)(const word*, const row_pair*, const std::uint32_t*, std::size_t,
                               word*, word*);
constexpr join_function join_vectors[] = {join_some<1>, join_some<2>, join_some<3>,
                                          join_some<4>, join_some<5>, join_some<6>};
constexpr std::size_t most_vectors = 6;

// Joins rows, given by their first words, to what stands in `out`.
template <std::size_t Vectors>
SUDUI_SINGLE_AVX2 void add_some(const word* rows, const std::uint32_t* list, std::size_t count,
                                word* out) {
  __m256i made[Vectors];
  for (std::size_t k = 0; k < Vectors; ++k) made[k] = vector_at(out + 4 * k);
  for (std::size_t at = 0; at < count; ++at) {
    for (std::size_t k = 0; k < Vectors; ++k) {
      made[k] = _mm256_or_si256(made[k], vector_at(rows + list[at] + 4 * k));
    }
  }
  for (std::size_t k = 0; k < Vectors; ++k) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + 4 * k), made[k]);
  }
}

void add_list(const word* rows, const std::uint32_t* list, std::size_t count, std::size_t words,
              word* out) {
  std::size_t at = 0;
  for (; at + 4 * most_vectors <= words; at += 4 * most_vectors) {
    add_some<most_vectors>(rows + at, list, count, out + at);
  }
  for (; at < words; at += 4) add_some<1>(rows + at, list, count, out + at);
}

// Of wide rows most are empty, and leaving them out is worth a list.
void join_wide(const word* rows, const row_pair* entries, const std::uint32_t* picked,
               std::size_t count, std::size_t words, word* certain, word* open) {
  constexpr std::size_t some = 128;
  std::fill_n(certain, words, word{0});
  std::fill_n(open, words, word{0});
  for (std::size_t first = 0; first < count; first += some) {
    std::uint32_t of_certain[some + 1];
    std::uint32_t of_open[some + 1];
    std::size_t certain_count = 0;
    std::size_t open_count = 0;
    for (std::size_t i = first; i < std::min(first + some, count); ++i) {
      const auto from = entries[picked[i]];
      of_certain[certain_count] = from.certain;
      of_open[open_count] = from.open;
      certain_count += from.certain != 0 ? 1 : 0;
      open_count += from.open != 0 ? 1 : 0;
    }
    add_list(rows, of_certain, certain_count, words, certain);
    add_list(rows, of_open, open_count, words, open);
  }
}

void join(const word* rows, const row_pair* entries, const std::uint32_t* picked, std::size_t count,
          std::size_t words, word* certain, word* open) {
  if (words > 4 * most_vectors) {
    join_wide(rows, entries, picked, count, words, certain, open);
  } else {
    join_vectors[words / 4 - 1](rows, entries, picked, count, certain, open);
  }
}

constexpr single_table wide_loops{"avx2", rank, join};

}  // namespace

const single_table* avx2_single() noexcept {
  return __builtin_cpu_supports("avx2") ? &wide_loops : nullptr;
}

}  // namespace sudui::kernels
// NOLINTEND(portability-simd-intrinsics)

#else

namespace sudui::kernels {
const single_table* avx2_single() noexcept { return nullptr; }
}  // namespace sudui::kernels

#endif
