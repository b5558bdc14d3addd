// Numbers are whole numbers and a count of places, never binary floats. 18 digits fit 64 bits.
//
//   12.50  ->  digits 1250, two places
//
// Eight digits at a time: a byte is a digit where, without the 0x30 of `0`, it is below 10, and
// neighbours are joined in pairs, thrice.
//
// Tested by tests/unit/ingest/json_tokens_test.cpp and table_reader_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace sudui::ingest {

/// A number without an exponent: `digits * 10^-places`.
struct plain_number {
  std::int64_t digits = 0;
  int places = 0;

  static constexpr std::ptrdiff_t most_digits = 18;
};

namespace digits {

struct found {
  std::uint64_t value;
  int count;
};

// The digits at the beginning of eight bytes.
[[nodiscard]] inline found of_eight(const char* at) noexcept {
  std::uint64_t held = 0;
  std::memcpy(&held, at, sizeof held);
  held ^= 0x3030303030303030U;
  const std::uint64_t others = (held | (held + 0x7676767676767676U)) & 0x8080808080808080U;
  const int count = others == 0 ? 8 : __builtin_ctzll(others) / 8;
  if (count == 0) return {0, 0};
  held <<= static_cast<unsigned>(8 - count) * 8;
  held = held * 10 + (held >> 8U);
  constexpr std::uint64_t every_fourth = 0x000000FF000000FFU;
  held = ((held & every_fourth) * 0x000F424000000064U +
          ((held >> 16U) & every_fourth) * 0x0000271000000001U) >>
         32U;
  return {held, count};
}

// Passes digits; the number may overflow where there are too many to be taken.
[[nodiscard]] inline std::ptrdiff_t take(const char*& at, const char* end,
                                         std::uint64_t& number) noexcept {
  constexpr std::uint64_t powers[] = {1,       10,        100,        1'000,      10'000,
                                      100'000, 1'000'000, 10'000'000, 100'000'000};
  const char* const begin = at;
  while (end - at >= 8) {
    const auto next = of_eight(at);
    number = number * powers[next.count] + next.value;
    at += next.count;
    if (next.count < 8) return at - begin;
  }
  for (; at != end && *at >= '0' && *at <= '9'; ++at) {
    number = number * 10 + static_cast<std::uint64_t>(*at - '0');
  }
  return at - begin;
}

}  // namespace digits

/// Passes a number as JSON writes them, but for an exponent. False where there is none, or one of
/// more than 18 digits. What follows it is for the caller to see. No byte from `end` on is read.
[[nodiscard]] inline bool take_plain_number(const char*& at, const char* end,
                                            plain_number& into) noexcept {
  const bool is_negative = at != end && *at == '-';
  if (is_negative) ++at;
  const char first = at == end ? '\0' : *at;
  std::uint64_t held = 0;
  const auto whole = digits::take(at, end, held);
  if (whole == 0 || (whole > 1 && first == '0')) return false;
  std::ptrdiff_t places = 0;
  if (at != end && *at == '.') {
    ++at;
    places = digits::take(at, end, held);
    if (places == 0) return false;
  }
  const auto magnitude = static_cast<std::int64_t>(held);
  into.digits = is_negative ? -magnitude : magnitude;
  into.places = static_cast<int>(places);
  return whole + places <= plain_number::most_digits;
}

}  // namespace sudui::ingest
