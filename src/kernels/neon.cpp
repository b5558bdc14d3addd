// The loops for 64-bit Arm, whose processors all have NEON.
//
// A comparison leaves all ones or zeros in a lane. Taking every other lane of two vectors halves
// the lanes and keeps their order, until sixteen rows are sixteen bytes. Of each byte one bit is
// kept, by its place among eight, and adding neighbours three times makes 64 bytes a word. Rows
// behind the last whole word, and what has no loop here, are left to the portable loops.
//
// Tested by tests/unit/kernels/kernels_test.cpp.

#include "kernels/neon.hpp"

#if defined(__aarch64__)

#include <arm_neon.h>
#include <array>

// NOLINTBEGIN(portability-simd-intrinsics)

namespace sudui::kernels {
namespace {

// The lowest bits of 64 bytes, each of which is all ones or zeros.
inline word word_of(uint8x16_t b0, uint8x16_t b1, uint8x16_t b2, uint8x16_t b3) {
  const uint8x16_t places = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const auto low = vpaddq_u8(vandq_u8(b0, places), vandq_u8(b1, places));
  const auto high = vpaddq_u8(vandq_u8(b2, places), vandq_u8(b3, places));
  const auto half = vpaddq_u8(low, high);
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(half, half)), 0);
}

// Sixteen rows to sixteen bytes, from masks of four lanes.
inline uint8x16_t bytes_of(uint32x4_t m0, uint32x4_t m1, uint32x4_t m2, uint32x4_t m3) {
  const auto low = vuzp1q_u16(vreinterpretq_u16_u32(m0), vreinterpretq_u16_u32(m1));
  const auto high = vuzp1q_u16(vreinterpretq_u16_u32(m2), vreinterpretq_u16_u32(m3));
  return vuzp1q_u8(vreinterpretq_u8_u16(low), vreinterpretq_u8_u16(high));
}

// Four rows to a mask of four lanes, from masks of two.
inline uint32x4_t four_of(uint64x2_t m0, uint64x2_t m1) {
  return vuzp1q_u32(vreinterpretq_u32_u64(m0), vreinterpretq_u32_u64(m1));
}

// `at(row)` gives the mask of four rows.
template <class Test>
std::size_t by_fours(std::size_t rows, word* out, const Test& at) {
  const auto sixteen = [&](std::size_t row) {
    return bytes_of(at(row), at(row + 4), at(row + 8), at(row + 12));
  };
  std::size_t row = 0;
  for (; row + word_bits <= rows; row += word_bits) {
    *out++ = word_of(sixteen(row), sixteen(row + 16), sixteen(row + 32), sixteen(row + 48));
  }
  return row;
}

// `at(row)` gives the mask of two rows.
template <class Test>
std::size_t by_twos(std::size_t rows, word* out, const Test& at) {
  return by_fours(rows, out, [&](std::size_t row) { return four_of(at(row), at(row + 2)); });
}

void less(const std::int64_t* values, std::size_t rows, std::int64_t limit, word* out) {
  const auto all = vdupq_n_s64(limit);
  const auto done =
      by_twos(rows, out, [=](std::size_t row) { return vcltq_s64(vld1q_s64(values + row), all); });
  portable().less(values + done, rows - done, limit, out + done / word_bits);
}

void equal(const std::int64_t* values, std::size_t rows, std::int64_t limit, word* out) {
  const auto all = vdupq_n_s64(limit);
  const auto done =
      by_twos(rows, out, [=](std::size_t row) { return vceqq_s64(vld1q_s64(values + row), all); });
  portable().equal(values + done, rows - done, limit, out + done / word_bits);
}

void less_day(const std::int32_t* values, std::size_t rows, std::int32_t limit, word* out) {
  const auto all = vdupq_n_s32(limit);
  const auto done =
      by_fours(rows, out, [=](std::size_t row) { return vcltq_s32(vld1q_s32(values + row), all); });
  portable().less_day(values + done, rows - done, limit, out + done / word_bits);
}

void equal_day(const std::int32_t* values, std::size_t rows, std::int32_t limit, word* out) {
  const auto all = vdupq_n_s32(limit);
  const auto done =
      by_fours(rows, out, [=](std::size_t row) { return vceqq_s32(vld1q_s32(values + row), all); });
  portable().equal_day(values + done, rows - done, limit, out + done / word_bits);
}

void less_each(const std::int64_t* a, const std::int64_t* b, std::size_t rows, word* out) {
  const auto done = by_twos(rows, out, [=](std::size_t row) {
    return vcltq_s64(vld1q_s64(a + row), vld1q_s64(b + row));
  });
  portable().less_each(a + done, b + done, rows - done, out + done / word_bits);
}

void equal_each(const std::int64_t* a, const std::int64_t* b, std::size_t rows, word* out) {
  const auto done = by_twos(rows, out, [=](std::size_t row) {
    return vceqq_s64(vld1q_s64(a + row), vld1q_s64(b + row));
  });
  portable().equal_each(a + done, b + done, rows - done, out + done / word_bits);
}

float64x2_t doubles_at(const std::int64_t* from) { return vcvtq_f64_s64(vld1q_s64(from)); }

// The divisor's sign turns both products round, and so the order.
void ratio_less(const std::int64_t* a, const std::int64_t* b, std::size_t rows, ratio_limit limit,
                word* out) {
  const auto done = by_twos(rows, out, [=](std::size_t row) {
    const auto divisor = doubles_at(b + row);
    const auto left = vmulq_n_f64(doubles_at(a + row), limit.above);
    const auto right = vmulq_n_f64(divisor, limit.below);
    return vbslq_u64(vcltzq_f64(divisor), vcltq_f64(right, left), vcltq_f64(left, right));
  });
  portable().ratio_less(a + done, b + done, rows - done, limit, out + done / word_bits);
}

void share_less(const std::int64_t* a, const std::int64_t* b, std::size_t rows, ratio_limit limit,
                word* out) {
  const auto done = by_twos(rows, out, [=](std::size_t row) {
    return vcltq_f64(vmulq_n_f64(doubles_at(a + row), limit.above),
                     vmulq_n_f64(doubles_at(b + row), limit.below));
  });
  portable().share_less(a + done, b + done, rows - done, limit, out + done / word_bits);
}

// Sixteen entries of a plane, by one scalar load each.
inline uint8x16_t entries_at(const std::uint32_t* codes, const std::uint8_t* plane) {
  std::uint8_t bytes[16];
  for (std::size_t i = 0; i < 16; ++i) bytes[i] = plane[codes[i]];
  return vld1q_u8(bytes);
}

void look_up(const std::uint32_t* codes, std::size_t rows, std::span<const std::uint8_t> plane,
             unsigned count, word* const* outs) {
  const auto words = rows / word_bits;
  for (std::size_t i = 0; i < words; ++i) {
    uint8x16_t entries[4];
    for (std::size_t k = 0; k < 4; ++k) {
      entries[k] = entries_at(codes + i * word_bits + 16 * k, plane.data());
    }
    for (unsigned bit = 0; bit < count; ++bit) {
      const auto wanted = vdupq_n_u8(static_cast<std::uint8_t>(1U << bit));
      outs[bit][i] = word_of(vtstq_u8(entries[0], wanted), vtstq_u8(entries[1], wanted),
                             vtstq_u8(entries[2], wanted), vtstq_u8(entries[3], wanted));
    }
  }
  if (rows % word_bits == 0) return;
  std::array<word*, 8> rest{};
  for (unsigned bit = 0; bit < count; ++bit) rest[bit] = outs[bit] + words;
  portable().look_up(codes + words * word_bits, rows % word_bits, plane, count, rest.data());
}

void find_bytes(const char* bytes, std::size_t count, char one, char other, word* ones,
                word* others) {
  const auto* from = reinterpret_cast<const std::uint8_t*>(bytes);
  const auto first = vdupq_n_u8(static_cast<std::uint8_t>(one));
  const auto second = vdupq_n_u8(static_cast<std::uint8_t>(other));
  std::size_t at = 0;
  for (; at + word_bits <= count; at += word_bits) {
    uint8x16_t parts[4];
    for (std::size_t k = 0; k < 4; ++k) parts[k] = vld1q_u8(from + at + 16 * k);
    *ones++ = word_of(vceqq_u8(parts[0], first), vceqq_u8(parts[1], first),
                      vceqq_u8(parts[2], first), vceqq_u8(parts[3], first));
    *others++ = word_of(vceqq_u8(parts[0], second), vceqq_u8(parts[1], second),
                        vceqq_u8(parts[2], second), vceqq_u8(parts[3], second));
  }
  portable().find_bytes(bytes + at, count - at, one, other, ones, others);
}

// What works on whole words and values, compilers turn into vectors by themselves.
table make_loops() noexcept {
  auto made = portable();
  made.name = "neon";
  made.less = less;
  made.equal = equal;
  made.less_day = less_day;
  made.equal_day = equal_day;
  made.less_each = less_each;
  made.equal_each = equal_each;
  made.ratio_less = ratio_less;
  made.share_less = share_less;
  made.look_up = look_up;
  made.find_bytes = find_bytes;
  return made;
}

}  // namespace

const table* neon() noexcept {
  static const table loops = make_loops();
  return &loops;
}

}  // namespace sudui::kernels
// NOLINTEND(portability-simd-intrinsics)

#else

namespace sudui::kernels {
const table* neon() noexcept { return nullptr; }
}  // namespace sudui::kernels

#endif
