// The cells of a line without looking at each byte. One loop gives a bit for every comma and one
// for every quote; a byte is inside of quotes where an odd number of them stands before it, which
// for 64 bytes at once is six shifts:
//
//   line     a,"b,c",d
//   quotes   ..1...1..
//   inside   ..1111...    each bit the parity of the quotes up to it
//   commas   .1..1...1 without those inside: .1......1
//
// A doubled quote inside of a cell goes out and in again, as RFC 4180 has it.
//
// Cost: some 0.1 ns a byte, and 1 ns a cell. Tested by tests/unit/ingest/csv_index_test.cpp.
#include "ingest/csv_index.hpp"

#include <algorithm>

#include "kernels/bits.hpp"

namespace sudui::ingest {
namespace {

kernels::word parity_up_to_each(kernels::word bits) noexcept {
  for (unsigned by = 1; by < kernels::word_bits; by *= 2) bits ^= bits << by;
  return bits;
}

}  // namespace

bool csv_index::read(std::string_view line) {
  const auto words = kernels::words_for(line.size());
  if (marks_.size() < words) {
    marks_.resize(words * 2);
    quotes_.resize(words * 2);
  }
  if (commas_.size() < line.size() + 1) commas_.resize((line.size() + 1) * 2);
  by_.find_bytes(line.data(), line.size(), ',', '"', marks_.data(), quotes_.data());
  std::uint32_t* into = commas_.data();
  kernels::word inside = 0;  // all ones where the word before ended inside of quotes
  kernels::word any = 0;
  for (std::size_t i = 0; i < words; ++i) {
    auto marks = marks_[i];
    any |= quotes_[i];
    if (any != 0) {
      const auto quoted = parity_up_to_each(quotes_[i]) ^ inside;
      inside = quoted >> (kernels::word_bits - 1) != 0 ? ~kernels::word{0} : 0;
      marks &= ~quoted;
    }
    const auto first = static_cast<std::uint32_t>(i * kernels::word_bits);
    for (; marks != 0; marks &= marks - 1) {
      *into++ = first + static_cast<std::uint32_t>(__builtin_ctzll(marks));
    }
  }
  count_ = static_cast<std::size_t>(into - commas_.data());
  has_quotes_ = any != 0;
  return inside == 0;
}

}  // namespace sudui::ingest
