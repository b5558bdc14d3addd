// The loops for x86-64 processors with AVX2 and FMA (2013 and later).
//
// A comparison leaves all ones or zeros in a lane. Packing lanes to bytes before the sign bits are
// taken makes one `movemask` serve 32 rows; the packs work within halves of 128 bits, so that a
// final permutation puts the rows back in order. Rows behind the last whole word are left to the
// portable loops.
//
// Cost: 0.04 to 0.2 ns a row with the data in cache. Tested by tests/unit/kernels/kernels_test.cpp.

#include "kernels/avx2.hpp"

#if defined(__x86_64__)

#include <array>
#include <immintrin.h>

#include "kernels/by_rows.hpp"

// NOLINTBEGIN(portability-simd-intrinsics)
#define SUDUI_AVX2 __attribute__((target("avx2,fma,bmi,popcnt")))

namespace sudui::kernels {
namespace {

SUDUI_AVX2 inline __m256i four(const std::int64_t* from) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
}
SUDUI_AVX2 inline __m256i eight(const std::int32_t* from) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
}
SUDUI_AVX2 inline __m256i eight(const std::uint32_t* from) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
}
SUDUI_AVX2 inline __m256i four(const word* from) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
}
SUDUI_AVX2 inline void store(void* to, __m256i what) {
  _mm256_storeu_si256(static_cast<__m256i*>(to), what);
}

// Eight masks of four lanes each, 32 rows, to 32 bits.
SUDUI_AVX2 inline std::uint32_t bits_of(__m256i m0, __m256i m1, __m256i m2, __m256i m3, __m256i m4,
                                        __m256i m5, __m256i m6, __m256i m7) {
  const __m256i a = _mm256_packs_epi32(m0, m1);  // halves: 0 1 | 0 1
  const __m256i b = _mm256_packs_epi32(m2, m3);
  const __m256i c = _mm256_packs_epi32(m4, m5);
  const __m256i d = _mm256_packs_epi32(m6, m7);
  const __m256i ab = _mm256_packs_epi32(a, b);
  const __m256i cd = _mm256_packs_epi32(c, d);
  const __m256i all = _mm256_packs_epi16(ab, cd);  // two bytes of each mask in either half
  // Bytes of a half: m0 m0 m1 m1 .. m7 m7; the other half holds the upper two rows of each mask.
  const __m256i halves = _mm256_permute4x64_epi64(all, 0xD8);  // lo0 hi0 lo1 hi1
  const __m256i order = _mm256_setr_epi8(0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7, 14, 15,  //
                                         0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7, 14, 15);
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_shuffle_epi8(halves, order)));
}

// `Test::at(row)` gives the mask of four rows. No lambdas: they would not have the target.
template <class Test>
SUDUI_AVX2 inline std::size_t by_fours(std::size_t rows, word* out, const Test& test) {
  std::size_t row = 0;
  for (; row + word_bits <= rows; row += word_bits) {
    const auto low =
        bits_of(test.at(row), test.at(row + 4), test.at(row + 8), test.at(row + 12),
                test.at(row + 16), test.at(row + 20), test.at(row + 24), test.at(row + 28));
    const auto high =
        bits_of(test.at(row + 32), test.at(row + 36), test.at(row + 40), test.at(row + 44),
                test.at(row + 48), test.at(row + 52), test.at(row + 56), test.at(row + 60));
    *out++ = low | (word{high} << 32);
  }
  return row;
}

// Four masks of eight lanes each, 32 rows, to 32 bits.
SUDUI_AVX2 inline std::uint32_t bits_of(__m256i m0, __m256i m1, __m256i m2, __m256i m3) {
  const __m256i packed = _mm256_packs_epi16(_mm256_packs_epi32(m0, m1), _mm256_packs_epi32(m2, m3));
  const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
  return static_cast<std::uint32_t>(
      _mm256_movemask_epi8(_mm256_permutevar8x32_epi32(packed, order)));
}

template <class Test>
SUDUI_AVX2 inline std::size_t by_eights(std::size_t rows, word* out, const Test& test) {
  std::size_t row = 0;
  for (; row + word_bits <= rows; row += word_bits) {
    const auto low = bits_of(test.at(row), test.at(row + 8), test.at(row + 16), test.at(row + 24));
    const auto high =
        bits_of(test.at(row + 32), test.at(row + 40), test.at(row + 48), test.at(row + 56));
    *out++ = low | (word{high} << 32);
  }
  return row;
}

struct less_test {
  const std::int64_t* values;
  __m256i limit;
  SUDUI_AVX2 __m256i at(std::size_t row) const {
    return _mm256_cmpgt_epi64(limit, four(values + row));
  }
};
struct equal_test {
  const std::int64_t* values;
  __m256i limit;
  SUDUI_AVX2 __m256i at(std::size_t row) const {
    return _mm256_cmpeq_epi64(limit, four(values + row));
  }
};
struct less_day_test {
  const std::int32_t* values;
  __m256i limit;
  SUDUI_AVX2 __m256i at(std::size_t row) const {
    return _mm256_cmpgt_epi32(limit, eight(values + row));
  }
};
struct equal_day_test {
  const std::int32_t* values;
  __m256i limit;
  SUDUI_AVX2 __m256i at(std::size_t row) const {
    return _mm256_cmpeq_epi32(limit, eight(values + row));
  }
};
struct less_each_test {
  const std::int64_t* a;
  const std::int64_t* b;
  SUDUI_AVX2 __m256i at(std::size_t row) const {
    return _mm256_cmpgt_epi64(four(b + row), four(a + row));
  }
};
struct equal_each_test {
  const std::int64_t* a;
  const std::int64_t* b;
  SUDUI_AVX2 __m256i at(std::size_t row) const {
    return _mm256_cmpeq_epi64(four(b + row), four(a + row));
  }
};

// Whole numbers times a factor, as doubles. Put before a number as the bits of its exponent,
// `shift` makes of it the double number + shift, and a fused multiplication takes factor * shift
// off again: exactly, since that fits 53 bits, and so does the product.
struct product {
  __m256i shift_bits;
  __m256d factor, shifted;

  SUDUI_AVX2 explicit product(double by)
      : shift_bits(_mm256_castpd_si256(_mm256_set1_pd(shift))),
        factor(_mm256_set1_pd(by)),
        shifted(_mm256_set1_pd(shift * by)) {}
  SUDUI_AVX2 __m256d of(__m256i numbers) const {
    const __m256d above_shift = _mm256_castsi256_pd(_mm256_add_epi64(numbers, shift_bits));
    return _mm256_fmsub_pd(above_shift, factor, shifted);
  }
  static constexpr double shift = 0x1.8p52;
};
struct ratio_test {
  const std::int64_t* a;
  const std::int64_t* b;
  product left, right;
  SUDUI_AVX2 __m256i at(std::size_t row) const {
    const __m256i divisor = four(b + row);
    const __m256d over = left.of(four(a + row));
    const __m256d under = right.of(divisor);
    // The sign of the divisor chooses.
    const __m256d holds =
        _mm256_blendv_pd(_mm256_cmp_pd(over, under, _CMP_LT_OQ),
                         _mm256_cmp_pd(under, over, _CMP_LT_OQ), _mm256_castsi256_pd(divisor));
    return _mm256_castpd_si256(holds);
  }
};
struct share_test {
  const std::int64_t* a;
  const std::int64_t* b;
  product left, right;
  SUDUI_AVX2 __m256i at(std::size_t row) const {
    return _mm256_castpd_si256(
        _mm256_cmp_pd(left.of(four(a + row)), right.of(four(b + row)), _CMP_LT_OQ));
  }
};

SUDUI_AVX2 void less(const std::int64_t* values, std::size_t rows, std::int64_t limit, word* out) {
  const auto done = by_fours(rows, out, less_test{values, _mm256_set1_epi64x(limit)});
  if (done == rows) return;
  portable().less(values + done, rows - done, limit, out + done / word_bits);
}

SUDUI_AVX2 void equal(const std::int64_t* values, std::size_t rows, std::int64_t limit, word* out) {
  const auto done = by_fours(rows, out, equal_test{values, _mm256_set1_epi64x(limit)});
  if (done == rows) return;
  portable().equal(values + done, rows - done, limit, out + done / word_bits);
}

SUDUI_AVX2 void less_day(const std::int32_t* values, std::size_t rows, std::int32_t limit,
                         word* out) {
  const auto done = by_eights(rows, out, less_day_test{values, _mm256_set1_epi32(limit)});
  if (done == rows) return;
  portable().less_day(values + done, rows - done, limit, out + done / word_bits);
}

SUDUI_AVX2 void equal_day(const std::int32_t* values, std::size_t rows, std::int32_t limit,
                          word* out) {
  const auto done = by_eights(rows, out, equal_day_test{values, _mm256_set1_epi32(limit)});
  if (done == rows) return;
  portable().equal_day(values + done, rows - done, limit, out + done / word_bits);
}

SUDUI_AVX2 void less_each(const std::int64_t* a, const std::int64_t* b, std::size_t rows,
                          word* out) {
  const auto done = by_fours(rows, out, less_each_test{a, b});
  if (done == rows) return;
  portable().less_each(a + done, b + done, rows - done, out + done / word_bits);
}

SUDUI_AVX2 void equal_each(const std::int64_t* a, const std::int64_t* b, std::size_t rows,
                           word* out) {
  const auto done = by_fours(rows, out, equal_each_test{a, b});
  if (done == rows) return;
  portable().equal_each(a + done, b + done, rows - done, out + done / word_bits);
}

SUDUI_AVX2 void ratio_less(const std::int64_t* a, const std::int64_t* b, std::size_t rows,
                           ratio_limit limit, word* out) {
  const ratio_test test{a, b, product(limit.above), product(limit.below)};
  const auto done = by_fours(rows, out, test);
  if (done == rows) return;
  portable().ratio_less(a + done, b + done, rows - done, limit, out + done / word_bits);
}

SUDUI_AVX2 void share_less(const std::int64_t* a, const std::int64_t* b, std::size_t rows,
                           ratio_limit limit, word* out) {
  const share_test test{a, b, product(limit.above), product(limit.below)};
  const auto done = by_fours(rows, out, test);
  if (done == rows) return;
  portable().share_less(a + done, b + done, rows - done, limit, out + done / word_bits);
}

struct sixty_four_bytes {
  __m256i low, high;
};

// A plane of up to 64 entries, sixteen to a register. `pshufb` gives 0 for an index with its top
// bit; adding 0x70 with saturation sets it for all but the sixteen of the register.
class small_plane {
 public:
  static constexpr std::size_t most = 64;

  SUDUI_AVX2 explicit small_plane(std::span<const std::uint8_t> from)
      : count_((from.size() + 15) / 16) {
    alignas(32) std::uint8_t bytes[most] = {};
    for (std::size_t i = 0; i < from.size(); ++i) bytes[i] = from[i];
    for (std::size_t i = 0; i < most / 16; ++i) {
      const auto part = _mm_load_si128(reinterpret_cast<const __m128i*>(bytes + 16 * i));
      parts_[i] = _mm256_broadcastsi128_si256(part);
    }
  }
  SUDUI_AVX2 sixty_four_bytes at(const std::uint32_t* codes) const {
    return {entries(codes), entries(codes + 32)};
  }

 private:
  SUDUI_AVX2 __m256i entries(const std::uint32_t* codes) const {
    const __m256i low = _mm256_packus_epi32(eight(codes), eight(codes + 8));
    const __m256i high = _mm256_packus_epi32(eight(codes + 16), eight(codes + 24));
    const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
    __m256i left = _mm256_permutevar8x32_epi32(_mm256_packus_epi16(low, high), order);
    __m256i made = _mm256_setzero_si256();
    for (std::size_t i = 0; i < count_; ++i) {
      const __m256i index = _mm256_adds_epu8(left, _mm256_set1_epi8(0x70));
      made = _mm256_or_si256(made, _mm256_shuffle_epi8(parts_[i], index));
      left = _mm256_sub_epi8(left, _mm256_set1_epi8(16));
    }
    return made;
  }

  __m256i parts_[4];
  std::size_t count_;
};

// A plane of any size, one scalar load a row: gathering would cost more.
struct large_plane {
  const std::uint8_t* plane;
  SUDUI_AVX2 sixty_four_bytes at(const std::uint32_t* codes) const {
    alignas(32) std::uint8_t bytes[word_bits];
    for (std::size_t i = 0; i < word_bits; ++i) bytes[i] = plane[codes[i]];
    return {_mm256_load_si256(reinterpret_cast<const __m256i*>(bytes)),
            _mm256_load_si256(reinterpret_cast<const __m256i*>(bytes + 32))};
  }
};

template <class Plane>
SUDUI_AVX2 inline void spread(const std::uint32_t* codes, std::size_t words, const Plane& plane,
                              unsigned count, word* const* outs) {
  for (std::size_t i = 0; i < words; ++i) {
    const auto entries = plane.at(codes + i * word_bits);
    for (unsigned bit = 0; bit < count; ++bit) {
      const __m128i shift = _mm_cvtsi32_si128(static_cast<int>(7 - bit));
      const auto low = _mm256_movemask_epi8(_mm256_sll_epi16(entries.low, shift));
      const auto high = _mm256_movemask_epi8(_mm256_sll_epi16(entries.high, shift));
      outs[bit][i] =
          static_cast<std::uint32_t>(low) | (word{static_cast<std::uint32_t>(high)} << 32);
    }
  }
}

// The remaining rows go to the portable loop, one word of each plane.
SUDUI_AVX2 void look_up(const std::uint32_t* codes, std::size_t rows,
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

SUDUI_AVX2 inline word equal_bytes(__m256i first, __m256i second, __m256i wanted) {
  const auto low = _mm256_movemask_epi8(_mm256_cmpeq_epi8(first, wanted));
  const auto high = _mm256_movemask_epi8(_mm256_cmpeq_epi8(second, wanted));
  return static_cast<std::uint32_t>(low) | (word{static_cast<std::uint32_t>(high)} << 32);
}

SUDUI_AVX2 void find_bytes(const char* bytes, std::size_t count, char one, char other, word* ones,
                           word* others) {
  const __m256i first_wanted = _mm256_set1_epi8(one);
  const __m256i second_wanted = _mm256_set1_epi8(other);
  std::size_t at = 0;
  for (; at + word_bits <= count; at += word_bits) {
    const auto* from = reinterpret_cast<const __m256i*>(bytes + at);
    const __m256i low = _mm256_loadu_si256(from);
    const __m256i high = _mm256_loadu_si256(from + 1);
    *ones++ = equal_bytes(low, high, first_wanted);
    *others++ = equal_bytes(low, high, second_wanted);
  }
  portable().find_bytes(bytes + at, count - at, one, other, ones, others);
}

// Four vectors of the result stay in registers while the sets pass by, so that their lines are
// asked for all at once. A plain load, since bitmaps of columns end where their last word does.
SUDUI_AVX2 void all_of(const word* const* sets, std::size_t count, std::size_t words, word* out) {
  constexpr std::size_t lanes = 4;
  std::size_t at = 0;
  for (; at + 4 * lanes <= words; at += 4 * lanes) {
    __m256i all[4];
    for (std::size_t i = 0; i < 4; ++i) all[i] = four(sets[0] + at + i * lanes);
    for (std::size_t k = 1; k < count; ++k) {
      for (std::size_t i = 0; i < 4; ++i) {
        all[i] = _mm256_and_si256(all[i], four(sets[k] + at + i * lanes));
      }
    }
    for (std::size_t i = 0; i < 4; ++i) store(out + at + i * lanes, all[i]);
  }
  for (; at < words; ++at) {
    word all = sets[0][at];
    for (std::size_t k = 1; k < count; ++k) all &= sets[k][at];
    out[at] = all;
  }
}

SUDUI_AVX2 void lay_unknown(const word* raw, word flip, const word* known, std::size_t words,
                            word* yes, word* maybe) {
  const __m256i turned = _mm256_set1_epi64x(static_cast<std::int64_t>(flip));
  const __m256i ones = _mm256_set1_epi64x(-1);
  std::size_t at = 0;
  for (; at + 4 <= words; at += 4) {
    const __m256i given = four(known + at);
    const __m256i holds = _mm256_and_si256(_mm256_xor_si256(four(raw + at), turned), given);
    store(yes + at, holds);
    store(maybe + at, _mm256_or_si256(holds, _mm256_xor_si256(given, ones)));
  }
  if (at == words) return;
  portable().lay_unknown(raw + at, flip, known + at, words - at, yes + at, maybe + at);
}

SUDUI_AVX2 void sum(const std::int64_t* a, const std::int64_t* b, std::size_t rows,
                    std::int64_t* out) {
  std::size_t row = 0;
  for (; row + 4 <= rows; row += 4)
    store(out + row, _mm256_add_epi64(four(a + row), four(b + row)));
  if (row == rows) return;
  portable().sum(a + row, b + row, rows - row, out + row);
}

SUDUI_AVX2 void difference(const std::int64_t* a, const std::int64_t* b, std::size_t rows,
                           std::int64_t* out) {
  std::size_t row = 0;
  for (; row + 4 <= rows; row += 4)
    store(out + row, _mm256_sub_epi64(four(a + row), four(b + row)));
  if (row == rows) return;
  portable().difference(a + row, b + row, rows - row, out + row);
}

SUDUI_AVX2 std::uint64_t* list_rows(const word* const* sets, std::size_t count, std::size_t at,
                                    word* memory, std::uint64_t* out) {
  return rows_of<names_by_four>(sets, count, at, memory, out);
}

constexpr table loops{"avx2",      less,       equal,      less_day, equal_day,  less_each,
                      equal_each,  ratio_less, share_less, look_up,  find_bytes, all_of,
                      lay_unknown, sum,        difference, list_rows};

bool runs_here() noexcept {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
         __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
}

}  // namespace

const table* avx2() noexcept { return runs_here() ? &loops : nullptr; }

}  // namespace sudui::kernels
// NOLINTEND(portability-simd-intrinsics)

#else

namespace sudui::kernels {
const table* avx2() noexcept { return nullptr; }
}  // namespace sudui::kernels

#endif
