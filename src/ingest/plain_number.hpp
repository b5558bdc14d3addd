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

// Eight bytes without the 0x30 of `0`, the first the lowest, as a number of eight digits.
[[nodiscard, gnu::always_inline]] inline std::uint64_t joined(std::uint64_t held) noexcept {
  constexpr std::uint64_t every_fourth = 0x000000FF000000FFU;
  held = held * 10 + (held >> 8U);
  return ((held & every_fourth) * 0x000F424000000064U +
          ((held >> 16U) & every_fourth) * 0x0000271000000001U) >>
         32U;
}

struct found {
  std::uint64_t value;
  int count;
};

// The digits at the beginning of eight bytes.
[[nodiscard, gnu::always_inline]] inline found of_eight(const char* at) noexcept {
  std::uint64_t held = 0;
  std::memcpy(&held, at, sizeof held);
  held ^= 0x3030303030303030U;
  const std::uint64_t others = (held | (held + 0x7676767676767676U)) & 0x8080808080808080U;
  const int count = others == 0 ? 8 : __builtin_ctzll(others) / 8;
  if (count == 0) return {0, 0};
  return {joined(held << static_cast<unsigned>(8 - count) * 8), count};
}

inline constexpr std::uint64_t powers[] = {1,       10,        100,        1'000,      10'000,
                                           100'000, 1'000'000, 10'000'000, 100'000'000};

[[nodiscard]] inline bool is_one(char c) noexcept { return c >= '0' && c <= '9'; }

// Passes digits; the number may overflow where there are too many to be taken.
[[nodiscard]] inline std::ptrdiff_t take(const char*& at, const char* end,
                                         std::uint64_t& number) noexcept {
  const char* const begin = at;
  while (end - at >= 8) {
    const auto next = of_eight(at);
    number = number * powers[next.count] + next.value;
    at += next.count;
    if (next.count < 8) return at - begin;
  }
  for (; at != end && is_one(*at); ++at) {
    number = number * 10 + static_cast<std::uint64_t>(*at - '0');
  }
  return at - begin;
}

// The number that most are, which fills its token: up to eight digits, and up to two behind the
// point. False where it is none of these. Eight bytes from `begin` on are looked at, and three
// before `behind`.
[[nodiscard, gnu::always_inline]] inline bool take_token(const char* begin, const char* behind,
                                                         plain_number& into) noexcept {
  const auto digit = [&](int at) {
    return std::uint64_t{static_cast<unsigned char>(behind[at])} - '0';
  };
  int places = 0;
  std::uint64_t tail = 0;
  if (behind[-3] == '.') {
    places = 2;
    tail = digit(-2) * 10 + digit(-1);
    if (digit(-2) > 9 || digit(-1) > 9) return false;
  } else if (behind[-2] == '.') {
    places = 1;
    tail = digit(-1);
    if (tail > 9) return false;
  }
  const auto point = places == 0 ? 0 : places + 1;
  const auto count = static_cast<std::size_t>(behind - begin - point);
  std::uint64_t held = 0;
  std::memcpy(&held, begin, sizeof held);
  if (count - 1 >= sizeof held) return false;
  held = (held ^ 0x3030303030303030U) << (sizeof held - count) * 8;
  if (((held | (held + 0x7676767676767676U)) & 0x8080808080808080U) != 0) return false;
  if (*begin == '0' && count != 1) return false;
  const std::uint64_t made = joined(held) * powers[places] + tail;
  into.digits = static_cast<std::int64_t>(made);
  into.places = places;
  return true;
}

}  // namespace digits

namespace digits {

// Any number; see take_plain_number.
[[nodiscard]] inline bool take_any(const char*& at, const char* end, plain_number& into) noexcept {
  const bool is_negative = at != end && *at == '-';
  if (is_negative) ++at;
  const char first = at == end ? '\0' : *at;
  std::uint64_t held = 0;
  const auto whole = take(at, end, held);
  if (whole == 0 || (whole > 1 && first == '0')) return false;
  std::ptrdiff_t places = 0;
  if (at != end && *at == '.') {
    ++at;
    places = take(at, end, held);
    if (places == 0) return false;
  }
  const auto magnitude = static_cast<std::int64_t>(held);
  into.digits = is_negative ? -magnitude : magnitude;
  into.places = static_cast<int>(places);
  return whole + places <= plain_number::most_digits;
}

// With an `at` of its own, since a place whose address is given away stays in memory.
[[gnu::noinline]] inline const char* behind_any(const char* at, const char* end,
                                                plain_number& into) noexcept {
  return take_any(at, end, into) ? at : nullptr;
}

}  // namespace digits

/// Passes a number as JSON writes them, but for an exponent. False where there is none, or one of
/// more than 18 digits. What follows it is for the caller to see. No byte from `end` on is read.
[[gnu::always_inline]] inline bool take_plain_number(const char*& at, const char* end,
                                                     plain_number& into) noexcept {
  plain_number made;
  const char* const behind = digits::behind_any(at, end, made);
  if (behind == nullptr) return false;
  at = behind;
  into = made;
  return true;
}

}  // namespace sudui::ingest
