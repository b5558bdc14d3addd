// Figures of a batch as text. Nearly all of them are money of at most 18 digits that needs no
// rounding: digits are written into a small buffer, the point where it belongs, which with two
// places is known beforehand.
// Whatever is larger, finer or stranger takes the way of `decimal::to_fixed`.
//
//   12345 * 10^-2, 2 places -> `123.45`;  5 * 10^0 -> `5.00`;  -7 * 10^-2 -> `-0.07`
//
// Cost: some 10 ns a figure. Tested by tests/unit/report/fixed_text_test.cpp.
#include "report/fixed_text.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace sudui::report {
namespace {

constexpr std::uint64_t most = 1'000'000'000'000'000'000;  // 10^18: digits and places fit below

bool is_plain(std::uint64_t magnitude, const decimal& what, int places) noexcept {
  return magnitude < most && what.exponent() <= 0 && what.exponent() >= -places && places <= 18 &&
         what.high() == (what.is_negative() ? ~std::uint64_t{0} : 0);
}

}  // namespace

fixed_text::fixed_text(const decimal& what, int places) {
  const std::uint64_t magnitude = what.is_negative() ? ~what.low() + 1 : what.low();
  if (!is_plain(magnitude, what, places)) {
    other_ = what.to_fixed(places);
    text_ = other_;
    return;
  }
  char* const begin = held_.data();
  char* digits = begin;
  if (what.is_negative()) *digits++ = '-';
  if (places == 2 && magnitude < most / 100) {
    constexpr std::uint64_t hundredths[] = {1, 10, 100};
    const auto fen = magnitude * hundredths[2 + what.exponent()];
    char* const point = std::to_chars(digits, digits + 19, fen / 100).ptr;
    const auto rest = static_cast<int>(fen % 100);
    point[0] = '.';
    point[1] = static_cast<char>('0' + rest / 10);
    point[2] = static_cast<char>('0' + rest % 10);
    text_ = {begin, static_cast<std::size_t>(point + 3 - begin)};
    return;
  }
  char* end = std::to_chars(digits, digits + 19, magnitude).ptr;
  const auto zeros = magnitude == 0 ? 0 : places + what.exponent();
  end = std::fill_n(end, zeros, '0');
  if (places > 0) {
    const auto lacking = places + 1 - (end - digits);  // of the digits before the point
    if (lacking > 0) {
      std::copy_backward(digits, end, end + lacking);
      std::fill_n(digits, lacking, '0');
      end += lacking;
    }
    char* const point = end - places;
    std::copy_backward(point, end, end + 1);
    *point = '.';
    ++end;
  }
  text_ = {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace sudui::report
