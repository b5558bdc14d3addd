// The loops for x86-64 processors with AVX-512 and its byte permutations (VBMI, VBMI2): Intel from
// 2019 on, AMD from 2022 on. Older processors with AVX-512 run the AVX2 table.
//
// A comparison leaves its bits in a mask register: eight masks of eight rows, or four of sixteen,
// are a word. A look-up in up to 256 entries keeps the table in registers and serves 64 rows an
// instruction. Rows behind the last whole word are left to the portable loops.
//
// Cost: 0.02 to 0.12 ns a row with the data in cache. Tested by
// tests/unit/kernels/kernels_test.cpp.

#include "kernels/avx512.hpp"

#if defined(__x86_64__)

#include <array>
#include <immintrin.h>

#include "kernels/by_rows.hpp"

// NOLINTBEGIN(portability-simd-intrinsics)
#define SUDUI_AVX512 \
  __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,bmi,popcnt")))

namespace sudui::kernels {
namespace {

SUDUI_AVX512 inline __m512i vector_at(const void* from) { return _mm512_loadu_si512(from); }

// `Test::at(row)` gives the mask of eight rows. No lambdas: they would not have the target.
// Masks are joined in general registers, since mask registers are joined where compares run. Words
// are written as a whole: what reads them next, a vector at a time, would wait for bytes to arrive.
// `rest` takes the rows behind the last whole word, if there are any.
// By instructions of ours: where registers are short, GCC 12 puts a mask that is widened on the
// stack as one byte, and reads eight (seen with its thread sanitizer).
SUDUI_AVX512 inline word bits_of(__mmask8 mask) {
  word bits = 0;
  asm("kmovb %1, %k0" : "=r"(bits) : "k"(mask));
  return bits;
}
SUDUI_AVX512 inline word bits_of(__mmask16 mask) {
  word bits = 0;
  asm("kmovw %1, %k0" : "=r"(bits) : "k"(mask));
  return bits;
}

template <class Test, class Rest>
SUDUI_AVX512 inline void by_eights(std::size_t rows, word* out, const Test& test,
                                   const Rest& rest) {
  std::size_t row = 0;
  for (; row + word_bits <= rows; row += word_bits) {
    const word a = bits_of(test.at(row)) | bits_of(test.at(row + 8)) << 8U;
    const word b = bits_of(test.at(row + 16)) | bits_of(test.at(row + 24)) << 8U;
    const word c = bits_of(test.at(row + 32)) | bits_of(test.at(row + 40)) << 8U;
    const word d = bits_of(test.at(row + 48)) | bits_of(test.at(row + 56)) << 8U;
    *out++ = (a | b << 16U) | (c | d << 16U) << 32U;
  }
  if (row < rows) rest(row, out);
}

// The same of sixteen rows.
template <class Test, class Rest>
SUDUI_AVX512 inline void by_sixteens(std::size_t rows, word* out, const Test& test,
                                     const Rest& rest) {
  std::size_t row = 0;
  for (; row + word_bits <= rows; row += word_bits) {
    const word low = bits_of(test.at(row)) | bits_of(test.at(row + 16)) << 16U;
    const word high = bits_of(test.at(row + 32)) | bits_of(test.at(row + 48)) << 16U;
    *out++ = low | high << 32U;
  }
  if (row < rows) rest(row, out);
}

struct less_test {
  const std::int64_t* values;
  __m512i limit;
  SUDUI_AVX512 __mmask8 at(std::size_t row) const {
    return _mm512_cmplt_epi64_mask(vector_at(values + row), limit);
  }
};
struct equal_test {
  const std::int64_t* values;
  __m512i limit;
  SUDUI_AVX512 __mmask8 at(std::size_t row) const {
    return _mm512_cmpeq_epi64_mask(vector_at(values + row), limit);
  }
};
struct less_day_test {
  const std::int32_t* values;
  __m512i limit;
  SUDUI_AVX512 __mmask16 at(std::size_t row) const {
    return _mm512_cmplt_epi32_mask(vector_at(values + row), limit);
  }
};
struct equal_day_test {
  const std::int32_t* values;
  __m512i limit;
  SUDUI_AVX512 __mmask16 at(std::size_t row) const {
    return _mm512_cmpeq_epi32_mask(vector_at(values + row), limit);
  }
};
struct less_each_test {
  const std::int64_t* a;
  const std::int64_t* b;
  SUDUI_AVX512 __mmask8 at(std::size_t row) const {
    return _mm512_cmplt_epi64_mask(vector_at(a + row), vector_at(b + row));
  }
};
struct equal_each_test {
  const std::int64_t* a;
  const std::int64_t* b;
  SUDUI_AVX512 __mmask8 at(std::size_t row) const {
    return _mm512_cmpeq_epi64_mask(vector_at(a + row), vector_at(b + row));
  }
};
SUDUI_AVX512 inline __m512d doubles_at(const std::int64_t* from) {
  return _mm512_cvtepi64_pd(vector_at(from));
}
struct ratio_test {
  const std::int64_t* a;
  const std::int64_t* b;
  __m512d above, below;
  // The divisor's sign turns both products round, and so the order.
  SUDUI_AVX512 __mmask8 at(std::size_t row) const {
    const __m512d divisor = doubles_at(b + row);
    const __m512d sign = _mm512_and_pd(divisor, _mm512_set1_pd(-0.0));
    const __m512d left = _mm512_mul_pd(doubles_at(a + row), above);
    const __m512d right = _mm512_mul_pd(divisor, below);
    return _mm512_cmp_pd_mask(_mm512_xor_pd(left, sign), _mm512_xor_pd(right, sign), _CMP_LT_OQ);
  }
};
struct share_test {
  const std::int64_t* a;
  const std::int64_t* b;
  __m512d above, below;
  SUDUI_AVX512 __mmask8 at(std::size_t row) const {
    const __m512d left = _mm512_mul_pd(doubles_at(a + row), above);
    const __m512d right = _mm512_mul_pd(doubles_at(b + row), below);
    return _mm512_cmp_pd_mask(left, right, _CMP_LT_OQ);
  }
};

SUDUI_AVX512 void less(const std::int64_t* values, std::size_t rows, std::int64_t limit,
                       word* out) {
  by_eights(rows, out, less_test{values, _mm512_set1_epi64(limit)},
            [=](std::size_t done, word* left) {
              portable().less(values + done, rows - done, limit, left);
            });
}

SUDUI_AVX512 void equal(const std::int64_t* values, std::size_t rows, std::int64_t limit,
                        word* out) {
  by_eights(rows, out, equal_test{values, _mm512_set1_epi64(limit)},
            [=](std::size_t done, word* left) {
              portable().equal(values + done, rows - done, limit, left);
            });
}

SUDUI_AVX512 void less_day(const std::int32_t* values, std::size_t rows, std::int32_t limit,
                           word* out) {
  by_sixteens(rows, out, less_day_test{values, _mm512_set1_epi32(limit)},
              [=](std::size_t done, word* left) {
                portable().less_day(values + done, rows - done, limit, left);
              });
}

SUDUI_AVX512 void equal_day(const std::int32_t* values, std::size_t rows, std::int32_t limit,
                            word* out) {
  by_sixteens(rows, out, equal_day_test{values, _mm512_set1_epi32(limit)},
              [=](std::size_t done, word* left) {
                portable().equal_day(values + done, rows - done, limit, left);
              });
}

SUDUI_AVX512 void less_each(const std::int64_t* a, const std::int64_t* b, std::size_t rows,
                            word* out) {
  by_eights(rows, out, less_each_test{a, b}, [=](std::size_t done, word* left) {
    portable().less_each(a + done, b + done, rows - done, left);
  });
}

SUDUI_AVX512 void equal_each(const std::int64_t* a, const std::int64_t* b, std::size_t rows,
                             word* out) {
  by_eights(rows, out, equal_each_test{a, b}, [=](std::size_t done, word* left) {
    portable().equal_each(a + done, b + done, rows - done, left);
  });
}

SUDUI_AVX512 void ratio_less(const std::int64_t* a, const std::int64_t* b, std::size_t rows,
                             ratio_limit limit, word* out) {
  const ratio_test test{a, b, _mm512_set1_pd(limit.above), _mm512_set1_pd(limit.below)};
  by_eights(rows, out, test, [=](std::size_t done, word* left) {
    portable().ratio_less(a + done, b + done, rows - done, limit, left);
  });
}

SUDUI_AVX512 void share_less(const std::int64_t* a, const std::int64_t* b, std::size_t rows,
                             ratio_limit limit, word* out) {
  const share_test test{a, b, _mm512_set1_pd(limit.above), _mm512_set1_pd(limit.below)};
  by_eights(rows, out, test, [=](std::size_t done, word* left) {
    portable().share_less(a + done, b + done, rows - done, limit, left);
  });
}

// A plane of up to 256 entries in four registers.
class small_plane {
 public:
  static constexpr std::size_t most = 256;

  SUDUI_AVX512 explicit small_plane(std::span<const std::uint8_t> from)
      : has_high_(from.size() > most / 2) {
    for (std::size_t i = 0; i < 4; ++i) {
      const auto begin = 64 * i;
      const auto left = from.size() > begin ? from.size() - begin : 0;
      parts_[i] = _mm512_maskz_loadu_epi8(left >= 64 ? ~word{0} : (word{1} << left) - 1,
                                          from.data() + (left == 0 ? 0 : begin));
    }
  }
  /// The entries of 64 codes.
  SUDUI_AVX512 __m512i at(const std::uint32_t* codes) const {
    const auto indexes = packed(codes);
    const auto low = _mm512_permutex2var_epi8(parts_[0], indexes, parts_[1]);
    if (!has_high_) return low;
    const auto high = _mm512_permutex2var_epi8(parts_[2], indexes, parts_[3]);
    return _mm512_mask_blend_epi8(_mm512_movepi8_mask(indexes), low, high);
  }

 private:
  // Packing works within lanes of 128 bits: a permutation puts the rows back in order.
  SUDUI_AVX512 static __m512i packed(const std::uint32_t* codes) {
    const auto first = _mm512_packus_epi32(vector_at(codes), vector_at(codes + 16));
    const auto second = _mm512_packus_epi32(vector_at(codes + 32), vector_at(codes + 48));
    const auto order = _mm512_setr_epi32(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
    return _mm512_permutexvar_epi32(order, _mm512_packus_epi16(first, second));
  }

  __m512i parts_[4];
  bool has_high_;
};

// The entries of a plane of any size, one scalar load a row.
struct large_plane {
  const std::uint8_t* plane;
  SUDUI_AVX512 __m512i at(const std::uint32_t* codes) const {
    alignas(64) std::uint8_t bytes[word_bits];
    for (std::size_t i = 0; i < word_bits; ++i) bytes[i] = plane[codes[i]];
    return _mm512_load_si512(bytes);
  }
};

template <class Plane>
SUDUI_AVX512 inline void spread(const std::uint32_t* codes, std::size_t words, const Plane& plane,
                                unsigned count, word* const* outs) {
  for (std::size_t i = 0; i < words; ++i) {
    const auto entries = plane.at(codes + i * word_bits);
    for (unsigned bit = 0; bit < count; ++bit) {
      const auto wanted = _mm512_set1_epi8(static_cast<char>(1U << bit));
      outs[bit][i] = _mm512_test_epi8_mask(entries, wanted);
    }
  }
}

SUDUI_AVX512 void look_up(const std::uint32_t* codes, std::size_t rows,
                          std::span<const std::uint8_t> plane, unsigned count, word* const* outs) {
  const auto words = rows / word_bits;
  if (plane.size() <= small_plane::most) {
    spread(codes, words, small_plane(plane), count, outs);
  } else {
    spread(codes, words, large_plane{plane.data()}, count, outs);
  }
  if (rows % word_bits == 0) return;
  std::array<word*, 8> rest{};
  for (unsigned bit = 0; bit < count; ++bit) rest[bit] = outs[bit] + words;
  portable().look_up(codes + words * word_bits, rows % word_bits, plane, count, rest.data());
}

SUDUI_AVX512 void find_bytes(const char* bytes, std::size_t count, char one, char other, word* ones,
                             word* others) {
  const auto first_wanted = _mm512_set1_epi8(one);
  const auto second_wanted = _mm512_set1_epi8(other);
  std::size_t at = 0;
  for (; at + word_bits <= count; at += word_bits) {
    const auto these = vector_at(bytes + at);
    *ones++ = _mm512_cmpeq_epi8_mask(these, first_wanted);
    *others++ = _mm512_cmpeq_epi8_mask(these, second_wanted);
  }
  portable().find_bytes(bytes + at, count - at, one, other, ones, others);
}

// Two vectors of the result stay in registers while the sets pass by: a chunk of 1,024 rows.
SUDUI_AVX512 void all_of(const word* const* sets, std::size_t count, std::size_t words, word* out) {
  constexpr std::size_t lanes = 8;
  std::size_t at = 0;
  for (; at + 2 * lanes <= words; at += 2 * lanes) {
    auto first = vector_at(sets[0] + at);
    auto second = vector_at(sets[0] + at + lanes);
    for (std::size_t k = 1; k < count; ++k) {
      first = _mm512_and_si512(first, vector_at(sets[k] + at));
      second = _mm512_and_si512(second, vector_at(sets[k] + at + lanes));
    }
    _mm512_storeu_si512(out + at, first);
    _mm512_storeu_si512(out + at + lanes, second);
  }
  for (; at < words; at += lanes) {
    const auto left = words - at;
    const auto which = static_cast<__mmask8>(left >= lanes ? 0xFF : (1U << left) - 1);
    auto all = _mm512_maskz_loadu_epi64(which, sets[0] + at);
    for (std::size_t k = 1; k < count; ++k) {
      all = _mm512_and_si512(all, _mm512_maskz_loadu_epi64(which, sets[k] + at));
    }
    _mm512_mask_storeu_epi64(out + at, which, all);
  }
}

SUDUI_AVX512 void lay_unknown(const word* raw, word flip, const word* known, std::size_t words,
                              word* yes, word* maybe) {
  constexpr std::size_t lanes = 8;
  const auto turned = _mm512_set1_epi64(static_cast<std::int64_t>(flip));
  for (std::size_t at = 0; at < words; at += lanes) {
    const auto left = words - at;
    const auto which = static_cast<__mmask8>(left >= lanes ? 0xFF : (1U << left) - 1);
    const auto bits = _mm512_maskz_loadu_epi64(which, raw + at);
    const auto given = _mm512_maskz_loadu_epi64(which, known + at);
    const auto holds = _mm512_and_si512(_mm512_xor_si512(bits, turned), given);
    _mm512_mask_storeu_epi64(yes + at, which, holds);
    _mm512_mask_storeu_epi64(maybe + at, which,
                             _mm512_ternarylogic_epi64(holds, given, given, 0xF3));
  }
}

SUDUI_AVX512 void sum(const std::int64_t* a, const std::int64_t* b, std::size_t rows,
                      std::int64_t* out) {
  std::size_t row = 0;
  for (; row + 8 <= rows; row += 8) {
    _mm512_storeu_si512(out + row, _mm512_add_epi64(vector_at(a + row), vector_at(b + row)));
  }
  if (row == rows) return;
  portable().sum(a + row, b + row, rows - row, out + row);
}

SUDUI_AVX512 void difference(const std::int64_t* a, const std::int64_t* b, std::size_t rows,
                             std::int64_t* out) {
  std::size_t row = 0;
  for (; row + 8 <= rows; row += 8) {
    _mm512_storeu_si512(out + row, _mm512_sub_epi64(vector_at(a + row), vector_at(b + row)));
  }
  if (row == rows) return;
  portable().difference(a + row, b + row, rows - row, out + row);
}

// As `names_by_four`, but writes up to seven too far: a row has hardly ever more than eight. They
// are written by halves, since two vectors of half the size lie in two lines of the cache less
// often.
class names_by_eight {
 public:
  SUDUI_AVX512 explicit names_by_eight(const std::uint8_t* names) : names_(vector_at(names)) {}

  SUDUI_AVX512 std::uint64_t* put(word bits, std::uint64_t first, std::uint64_t* out) const {
    auto* const end = out + std::popcount(bits);
    auto some = _mm512_maskz_compress_epi8(bits, names_);
    put_eight(some, first, out);
    while (__builtin_expect(end - out > eight, 0) != 0) {
      some = _mm512_maskz_permutexvar_epi64(0x7F, next_eight(), some);
      put_eight(some, first, out += eight);
    }
    return end;
  }

 private:
  static constexpr std::ptrdiff_t eight = 8, half = 4;

  SUDUI_AVX512 static void put_eight(__m512i some, std::uint64_t first, std::uint64_t* out) {
    const auto names = _mm512_castsi512_si128(some);
    const auto origin = _mm256_set1_epi64x(static_cast<std::int64_t>(first));
    const auto low = _mm256_or_si256(origin, _mm256_cvtepu8_epi64(names));
    const auto high = _mm256_or_si256(origin, _mm256_cvtepu8_epi64(_mm_srli_si128(names, half)));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out), low);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + half), high);
  }
  SUDUI_AVX512 static __m512i next_eight() { return _mm512_setr_epi64(1, 2, 3, 4, 5, 6, 7, 0); }

  __m512i names_;
};

SUDUI_AVX512 std::uint64_t* list_rows(const word* const* sets, std::size_t count, std::size_t at,
                                      word* memory, std::uint64_t* out) {
  return rows_of<names_by_eight>(sets, count, at, memory, out);
}

constexpr table loops{"avx512",    less,       equal,      less_day, equal_day,  less_each,
                      equal_each,  ratio_less, share_less, look_up,  find_bytes, all_of,
                      lay_unknown, sum,        difference, list_rows};

bool runs_here() noexcept {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
         __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2") &&
         __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
}

}  // namespace

const table* avx512() noexcept { return runs_here() ? &loops : nullptr; }

}  // namespace sudui::kernels
// NOLINTEND(portability-simd-intrinsics)

#else

namespace sudui::kernels {
const table* avx512() noexcept { return nullptr; }
}  // namespace sudui::kernels

#endif
