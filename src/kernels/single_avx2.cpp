// The loops over one company for AVX2: four limits or ratios at a time, and rows joined in
// registers, up to six vectors of each kind in one pass. Wider rows are listed first, without the
// empty ones.
//
// Cost: a nanosecond a vector of limits, less than one a row of three vectors in L1. Tested by
// tests/unit/kernels/single_test.cpp.

#include "kernels/single.hpp"

#if defined(__x86_64__)

#include <algorithm>
#include <immintrin.h>
#include <span>

// NOLINTBEGIN(portability-simd-intrinsics)
#define SUDUI_SINGLE_AVX2 __attribute__((target("avx2,popcnt")))

namespace sudui::kernels {
namespace {

SUDUI_SINGLE_AVX2 inline __m256i vector_at(const void* from) {
  return _mm256_loadu_si256(static_cast<const __m256i*>(from));
}

SUDUI_SINGLE_AVX2 inline std::uint32_t count_of(__m256i lanes) {
  return static_cast<std::uint32_t>(
      _mm_popcnt_u32(static_cast<unsigned>(_mm256_movemask_pd(_mm256_castsi256_pd(lanes)))));
}

SUDUI_SINGLE_AVX2 void rank(const std::int64_t* values, const std::uint8_t* presences,
                            const std::int64_t* limits, const rank_step* steps, std::size_t count,
                            std::uint32_t* picked) {
  for (std::size_t i = 0; i < count; ++i) {
    const __m256i value = _mm256_set1_epi64x(values[steps[i].value]);
    const auto* of = limits + steps[i].first;
    std::uint32_t known = 2;
    for (std::uint32_t k = 0; k < steps[i].vectors; ++k, of += 4) {
      known += count_of(_mm256_cmpgt_epi64(value, vector_at(of)));
    }
    picked[i] = steps[i].entries + entry_of(presences[steps[i].value], known);
  }
}

// Doubles of four whole numbers: of numbers below 2^51 it is the lower bits of a double's fraction.
// `beyond` collects the bits of numbers that are not.
SUDUI_SINGLE_AVX2 inline __m256d doubles_of(__m256i values, __m256i& beyond) {
  constexpr double one_and_a_half_of_2_52 = 6755399441055744.0;
  const __m256d origin = _mm256_set1_pd(one_and_a_half_of_2_52);
  const __m256i moved = _mm256_add_epi64(values, _mm256_set1_epi64x(std::int64_t{1} << 51));
  beyond = _mm256_or_si256(beyond, moved);
  const __m256i bits = _mm256_add_epi64(values, _mm256_castpd_si256(origin));
  return _mm256_sub_pd(_mm256_castsi256_pd(bits), origin);
}

SUDUI_SINGLE_AVX2 inline __m256i four_of(const std::int64_t* values, const std::uint32_t* places) {
  return _mm256_set_epi64x(values[places[3]], values[places[2]], values[places[1]],
                           values[places[0]]);
}

struct ratio_bits {
  unsigned less = 0, zero = 0;  // a bit a ratio
};

// Four ratios. `beyond` and `most` tell afterwards whether doubles have held everything.
SUDUI_SINGLE_AVX2 inline ratio_bits four_ratios(const std::int64_t* values, const ratio_steps& by,
                                                std::size_t k, __m256i& beyond, __m256d& most) {
  const __m256d sign_bit = _mm256_set1_pd(-0.0);
  const __m256d a = doubles_of(four_of(values, by.a + k), beyond);
  const __m256d b = doubles_of(four_of(values, by.b + k), beyond);
  const __m256d left = _mm256_mul_pd(a, doubles_of(vector_at(by.above + k), beyond));
  const __m256d right = _mm256_mul_pd(b, doubles_of(vector_at(by.below + k), beyond));
  most = _mm256_max_pd(
      most, _mm256_max_pd(_mm256_andnot_pd(sign_bit, left), _mm256_andnot_pd(sign_bit, right)));
  const __m256d sign = _mm256_and_pd(b, sign_bit);
  const __m256d less =
      _mm256_cmp_pd(_mm256_xor_pd(left, sign), _mm256_xor_pd(right, sign), _CMP_LT_OQ);
  const __m256d zero = _mm256_cmp_pd(b, _mm256_setzero_pd(), _CMP_EQ_OQ);
  return {static_cast<unsigned>(_mm256_movemask_pd(less)),
          static_cast<unsigned>(_mm256_movemask_pd(zero))};
}

// In doubles, which are exact while both products stay below 2^53: else in the plain way.
SUDUI_SINGLE_AVX2 void compare(const std::int64_t* values, const std::uint8_t* presences,
                               const ratio_steps* steps, std::size_t count, std::uint32_t* picked) {
  constexpr double exact = 9007199254740992.0;  // 2^53
  __m256i beyond = _mm256_setzero_si256();
  __m256d most = _mm256_setzero_pd();
  auto* into = picked;
  for (const auto& by : std::span(steps, count)) {
    const auto low = four_ratios(values, by, 0, beyond, most);
    const auto high = four_ratios(values, by, 4, beyond, most);
    const auto less = low.less | high.less << 4U;
    const auto zero = low.zero | high.zero << 4U;
    for (unsigned k = 0; k < ratio_steps::size; ++k) {
      const auto gaps = static_cast<unsigned>(presences[by.a[k]] | presences[by.b[k]]);
      *into++ = by.entries[k] + ratio_entry_of(gaps | ((zero >> k) & 1U), (less >> k) & 1U);
    }
  }
  const __m256i out = _mm256_srli_epi64(beyond, 52);
  const __m256d above = _mm256_cmp_pd(most, _mm256_set1_pd(exact), _CMP_GE_OQ);
  if (_mm256_testz_si256(out, out) == 0 || _mm256_movemask_pd(above) != 0) {
    portable_single().compare(values, presences, steps, count, picked);
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

using add_function = void (*)(const word*, const std::uint32_t*, std::size_t, word*);
constexpr add_function add_vectors[] = {add_some<1>, add_some<2>, add_some<3>,
                                        add_some<4>, add_some<5>, add_some<6>};

void add_list(const word* rows, const std::uint32_t* list, std::size_t count, std::size_t words,
              word* out) {
  for (std::size_t at = 0; at < words; at += 4 * most_vectors) {
    const auto vectors = std::min((words - at) / 4, most_vectors);
    add_vectors[vectors - 1](rows + at, list, count, out + at);
  }
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

constexpr single_table wide_loops{"avx2", rank, compare, join};

}  // namespace

const single_table* avx2_single() noexcept {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt") ? &wide_loops : nullptr;
}

}  // namespace sudui::kernels
// NOLINTEND(portability-simd-intrinsics)

#else

namespace sudui::kernels {
const single_table* avx2_single() noexcept { return nullptr; }
}  // namespace sudui::kernels

#endif
