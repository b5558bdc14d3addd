// The loops in plain C++, for every processor.
//
// A test gives a byte a row; eight bytes become eight bits by one multiplication, which gathers the
// lowest bit of each byte in the topmost byte. Compilers turn the inner loop of 64 rows into vector
// instructions where there are any.
//
// Cost: 0.1 to 0.7 ns a row, by compiler. Tested by tests/unit/kernels/kernels_test.cpp.

#include <cstring>

#include "kernels/by_rows.hpp"
#include "kernels/kernels.hpp"

namespace sudui::kernels {
namespace {

word pack(const std::uint8_t* truths) noexcept {
  constexpr word gather = 0x0102'0408'1020'4080;
  word bits = 0;
  for (unsigned i = 0; i < 8; ++i) {
    word eight = 0;
    std::memcpy(&eight, truths + std::size_t{8} * i, 8);
    bits |= ((eight * gather) >> 56) << (8 * i);
  }
  return bits;
}

template <class Test>
void each_word(std::size_t rows, word* out, Test test) noexcept {
  std::uint8_t truths[word_bits] = {};
  std::size_t row = 0;
  for (; row + word_bits <= rows; row += word_bits) {
    for (std::size_t i = 0; i < word_bits; ++i) truths[i] = test(row + i) ? 1 : 0;
    *out++ = pack(truths);
  }
  if (row == rows) return;
  word last = 0;
  for (std::size_t i = 0; row + i < rows; ++i) last |= word{test(row + i) ? 1U : 0U} << i;
  *out = last;
}

void less(const std::int64_t* values, std::size_t rows, std::int64_t limit, word* out) {
  each_word(rows, out, [=](std::size_t i) { return values[i] < limit; });
}

void equal(const std::int64_t* values, std::size_t rows, std::int64_t limit, word* out) {
  each_word(rows, out, [=](std::size_t i) { return values[i] == limit; });
}

void less_day(const std::int32_t* values, std::size_t rows, std::int32_t limit, word* out) {
  each_word(rows, out, [=](std::size_t i) { return values[i] < limit; });
}

void equal_day(const std::int32_t* values, std::size_t rows, std::int32_t limit, word* out) {
  each_word(rows, out, [=](std::size_t i) { return values[i] == limit; });
}

void less_each(const std::int64_t* a, const std::int64_t* b, std::size_t rows, word* out) {
  each_word(rows, out, [=](std::size_t i) { return a[i] < b[i]; });
}

void equal_each(const std::int64_t* a, const std::int64_t* b, std::size_t rows, word* out) {
  each_word(rows, out, [=](std::size_t i) { return a[i] == b[i]; });
}

double product(std::int64_t number, double factor) { return static_cast<double>(number) * factor; }

void ratio_less(const std::int64_t* a, const std::int64_t* b, std::size_t rows, ratio_limit limit,
                word* out) {
  each_word(rows, out, [=](std::size_t i) {
    const double left = product(a[i], limit.above);
    const double right = product(b[i], limit.below);
    return b[i] < 0 ? right < left : left < right;
  });
}

void share_less(const std::int64_t* a, const std::int64_t* b, std::size_t rows, ratio_limit limit,
                word* out) {
  each_word(rows, out,
            [=](std::size_t i) { return product(a[i], limit.above) < product(b[i], limit.below); });
}

void look_up(const std::uint32_t* codes, std::size_t rows, std::span<const std::uint8_t> plane,
             unsigned count, word* const* outs) {
  for (unsigned bit = 0; bit < count; ++bit) {
    each_word(rows, outs[bit], [=](std::size_t i) { return ((plane[codes[i]] >> bit) & 1) != 0; });
  }
}

void all_of(const word* const* sets, std::size_t count, std::size_t words, word* out) {
  for (std::size_t i = 0; i < words; ++i) out[i] = sets[0][i];
  for (std::size_t k = 1; k < count; ++k) {
    for (std::size_t i = 0; i < words; ++i) out[i] &= sets[k][i];
  }
}

void lay_unknown(const word* raw, word flip, const word* known, std::size_t words, word* yes,
                 word* maybe) {
  for (std::size_t i = 0; i < words; ++i) {
    yes[i] = (raw[i] ^ flip) & known[i];
    maybe[i] = yes[i] | ~known[i];
  }
}

void sum(const std::int64_t* a, const std::int64_t* b, std::size_t rows, std::int64_t* out) {
  for (std::size_t i = 0; i < rows; ++i) out[i] = a[i] + b[i];
}

void difference(const std::int64_t* a, const std::int64_t* b, std::size_t rows, std::int64_t* out) {
  for (std::size_t i = 0; i < rows; ++i) out[i] = a[i] - b[i];
}

void find_bytes(const char* bytes, std::size_t count, char one, char other, word* ones,
                word* others) {
  each_word(count, ones, [=](std::size_t i) { return bytes[i] == one; });
  each_word(count, others, [=](std::size_t i) { return bytes[i] == other; });
}

std::uint64_t* list_rows(const word* const* sets, std::size_t count, std::size_t at, word* memory,
                         std::uint64_t* out) {
  return rows_of<names_by_four>(sets, count, at, memory, out);
}

constexpr table loops{"portable",  less,       equal,      less_day, equal_day,  less_each,
                      equal_each,  ratio_less, share_less, look_up,  find_bytes, all_of,
                      lay_unknown, sum,        difference, list_rows};

}  // namespace

const table& portable() noexcept { return loops; }

}  // namespace sudui::kernels
