// Figures of a batch as text. Nearly all of them are money of at most 18 digits that needs no
// rounding: digits are written from the end into a small buffer, the point where it belongs.
// Whatever is larger, finer or stranger takes the way of `decimal::to_fixed`.
//
//   12345 * 10^-2, 2 places -> `123.45`;  5 * 10^0 -> `5.00`;  -7 * 10^-2 -> `-0.07`
//
// Cost: some 10 ns a figure. Tested by tests/unit/report/fixed_text_test.cpp.
#include "report/fixed_text.hpp"

#include <array>
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

void append_fixed(std::string& out, const decimal& what, int places) {
  const std::uint64_t magnitude = what.is_negative() ? ~what.low() + 1 : what.low();
  if (!is_plain(magnitude, what, places)) {
    out += what.to_fixed(places);
    return;
  }
  std::array<char, 40> text{};  // a sign, 18 digits, a point, 18 zeros
  char* const digits = text.data() + 1;
  char* end = std::to_chars(digits, digits + 19, magnitude).ptr;
  if (magnitude != 0) {
    for (int i = -what.exponent(); i < places; ++i) *end++ = '0';
  }
  const auto count = end - digits;
  if (what.is_negative()) out += '-';
  if (places == 0) {
    out.append(digits, end);
  } else if (count > places) {
    out.append(digits, end - places);
    out += '.';
    out.append(end - places, end);
  } else {
    out += "0.";
    out.append(static_cast<std::size_t>(places - count), '0');
    out.append(digits, end);
  }
}

}  // namespace sudui::report
