// The loops over one company for AVX-512: eight limits at a time, eight ratios, and rows of up to
// four vectors joined in registers; wider ones are left to AVX2, which leaves out empty rows.
//
// Cost: half a nanosecond a vector of limits, 2 ns a ratio, less than one a row in L1. Tested by
// tests/unit/kernels/single_test.cpp.

#include "kernels/single.hpp"

#if defined(__x86_64__)

#include <bit>
#include <immintrin.h>
#include <iterator>

// NOLINTBEGIN(portability-simd-intrinsics)
#define SUDUI_SINGLE_AVX512 __attribute__((target("avx512f,avx512dq,avx512vl,popcnt")))

namespace sudui::kernels {
namespace {

// By an instruction of ours, for the reason that avx512.cpp tells.
SUDUI_SINGLE_AVX512 inline std::uint32_t count_of(__mmask8 mask) {
  std::uint32_t bits = 0;
  asm("kmovb %1, %0" : "=r"(bits) : "k"(mask));
  return static_cast<std::uint32_t>(std::popcount(bits));
}

SUDUI_SINGLE_AVX512 void rank(const std::int64_t* values, const std::uint8_t* presences,
                              const std::int64_t* limits, const rank_step* steps, std::size_t count,
                              std::uint32_t* picked) {
  for (std::size_t i = 0; i < count; ++i) {
    const __m512i value = _mm512_set1_epi64(values[steps[i].value]);
    const auto* of = limits + steps[i].first;
    std::uint32_t known = 2;
    for (auto left = steps[i].vectors / 2; left > 0; --left, of += 8) {
      known += count_of(_mm512_cmpgt_epi64_mask(value, _mm512_loadu_si512(of)));
    }
    if (steps[i].vectors % 2 != 0) {
      const __m256i last = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(of));
      known += count_of(_mm256_cmpgt_epi64_mask(_mm512_castsi512_si256(value), last));
    }
    picked[i] = steps[i].entries + entry_of(presences[steps[i].value], known);
  }
}

// In doubles, which are exact while numbers and products stay below 2^53: a product that does not
// is not less when it is rounded. Else in the plain way.
SUDUI_SINGLE_AVX512 void compare(const std::int64_t* values, const std::uint8_t* presences,
                                 const ratio_steps* steps, std::size_t count,
                                 std::uint32_t* picked) {
  constexpr double exact = 9007199254740992.0;  // 2^53
  const __m512d sign_bit = _mm512_set1_pd(-0.0);
  const __m256i low_byte = _mm256_set1_epi32(0xFF);
  const __m256i one = _mm256_set1_epi32(1);
  __m512d most = _mm512_setzero_pd();
  for (std::size_t i = 0; i < count; ++i) {
    const auto& by = steps[i];
    const __m256i of_a = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(by.a));
    const __m256i of_b = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(by.b));
    const __m512d a = _mm512_cvtepi64_pd(_mm512_i32gather_epi64(of_a, values, 8));
    const __m512d b = _mm512_cvtepi64_pd(_mm512_i32gather_epi64(of_b, values, 8));
    const __m512d above = _mm512_cvtepi64_pd(_mm512_loadu_si512(by.above));
    const __m512d below = _mm512_cvtepi64_pd(_mm512_loadu_si512(by.below));
    const __m512d left = _mm512_mul_pd(a, above);
    const __m512d right = _mm512_mul_pd(b, below);
    most = _mm512_max_pd(most, _mm512_max_pd(_mm512_abs_pd(a), _mm512_abs_pd(b)));
    most = _mm512_max_pd(most, _mm512_max_pd(_mm512_abs_pd(left), _mm512_abs_pd(right)));
    most = _mm512_max_pd(most, _mm512_max_pd(_mm512_abs_pd(above), _mm512_abs_pd(below)));
    const __m512d sign = _mm512_and_pd(b, sign_bit);
    const __mmask8 less =
        _mm512_cmp_pd_mask(_mm512_xor_pd(left, sign), _mm512_xor_pd(right, sign), _CMP_LT_OQ);
    const __mmask8 zero = _mm512_cmp_pd_mask(b, _mm512_setzero_pd(), _CMP_EQ_OQ);

    const auto* bytes = reinterpret_cast<const int*>(presences);
    const __m256i gap =
        _mm256_max_epu32(_mm256_and_si256(_mm256_i32gather_epi32(bytes, of_a, 1), low_byte),
                         _mm256_and_si256(_mm256_i32gather_epi32(bytes, of_b, 1), low_byte));
    const __m256i presence = _mm256_mask_max_epu32(gap, zero, gap, one);
    const __mmask8 is_known = _mm256_testn_epi32_mask(presence, presence);
    const __m256i known =
        _mm256_mask_add_epi32(_mm256_set1_epi32(2), less, one, _mm256_set1_epi32(2));
    const __m256i entry = _mm256_mask_mov_epi32(_mm256_sub_epi32(presence, one), is_known, known);
    const __m256i first = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(by.entries));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(picked + i * ratio_steps::size),
                        _mm256_add_epi32(first, entry));
  }
  if (_mm512_cmp_pd_mask(most, _mm512_set1_pd(exact), _CMP_GE_OQ) != 0) {
    portable_single().compare(values, presences, steps, count, picked);
  }
}

// `Vectors` of both rows at a time, the last one as far as `which` says.
template <std::size_t Vectors>
SUDUI_SINGLE_AVX512 void join_some(const word* rows, const row_pair* entries,
                                   const std::uint32_t* picked, std::size_t count, __mmask8 which,
                                   word* certain, word* open) {
  constexpr std::size_t lanes = 8;
  __m512i left[Vectors];
  __m512i right[Vectors];
  for (std::size_t k = 0; k < Vectors; ++k) left[k] = right[k] = _mm512_setzero_si512();
  const auto mask_of = [which](std::size_t k) {
    return k + 1 < Vectors ? static_cast<__mmask8>(0xFF) : which;
  };
  for (std::size_t at = 0; at < count; ++at) {
    const auto from = entries[picked[at]];
    for (std::size_t k = 0; k < Vectors; ++k) {
      const auto* one = rows + from.certain + lanes * k;
      const auto* other = rows + from.open + lanes * k;
      left[k] = _mm512_or_si512(left[k], _mm512_maskz_loadu_epi64(mask_of(k), one));
      right[k] = _mm512_or_si512(right[k], _mm512_maskz_loadu_epi64(mask_of(k), other));
    }
  }
  for (std::size_t k = 0; k < Vectors; ++k) {
    _mm512_mask_storeu_epi64(certain + lanes * k, mask_of(k), left[k]);
    _mm512_mask_storeu_epi64(open + lanes * k, mask_of(k), right[k]);
  }
}

using join_function = void (*)(const word*, const row_pair*, const std::uint32_t*, std::size_t,
                               __mmask8, word*, word*);
constexpr join_function join_vectors[] = {join_some<1>, join_some<2>, join_some<3>, join_some<4>};

void join(const word* rows, const row_pair* entries, const std::uint32_t* picked, std::size_t count,
          std::size_t words, word* certain, word* open) {
  constexpr std::size_t lanes = 8;
  const auto vectors = (words + lanes - 1) / lanes;
  if (vectors > std::size(join_vectors)) {
    avx2_single()->join(rows, entries, picked, count, words, certain, open);
    return;
  }
  const auto which = static_cast<__mmask8>(words % lanes == 0 ? 0xFF : (1U << words % lanes) - 1);
  join_vectors[vectors - 1](rows, entries, picked, count, which, certain, open);
}

constexpr single_table loops{"avx512", rank, compare, join};

bool runs_here() noexcept {
  return avx2_single() != nullptr && __builtin_cpu_supports("avx512f") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
}

}  // namespace

const single_table* avx512_single() noexcept { return runs_here() ? &loops : nullptr; }

}  // namespace sudui::kernels
// NOLINTEND(portability-simd-intrinsics)

#else

namespace sudui::kernels {
const single_table* avx512_single() noexcept { return nullptr; }
}  // namespace sudui::kernels

#endif
