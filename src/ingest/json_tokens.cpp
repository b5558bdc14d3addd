// From token to token. The index says where tokens begin; where they end, and whether what stands
// there is a number or a word at all, is seen here. Between the end of a token and the next one
// lies white space alone, since everything else would be a token.
//
//   {"staff": 12.50, "uscc": "9132"}
//   ^^      ^ ^    ^ ^     ^ ^     ^     tokens
//
// Numbers are whole numbers and a count of places, never binary floats. 18 digits fit 64 bits.
//
// Tested by tests/unit/ingest/json_tokens_test.cpp.
#include "ingest/json_tokens.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace sudui::ingest {
namespace {

constexpr std::ptrdiff_t most_digits = 18;
constexpr std::size_t most_keys = 16;  // of a mapping that is skipped
constexpr int most_depth = 16;

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_space(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::uint64_t power_of_ten(int n) noexcept {
  constexpr std::uint64_t powers[] = {1,       10,        100,        1'000,      10'000,
                                      100'000, 1'000'000, 10'000'000, 100'000'000};
  return powers[n];
}

// The digits at the beginning of eight bytes, and their number. All of them at a time: a byte is a
// digit where, without the 0x30 of `0`, it is below 10; neighbours are joined in pairs, thrice.
struct eight_digits {
  std::uint64_t value;
  int count;
};
eight_digits digits_at(const char* at) noexcept {
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
std::ptrdiff_t take_digits(const char*& at, const char* end, std::uint64_t& number) noexcept {
  const char* const begin = at;
  while (end - at >= 8) {
    const auto next = digits_at(at);
    number = number * power_of_ten(next.count) + next.value;
    at += next.count;
    if (next.count < 8) return at - begin;
  }
  for (; at != end && is_digit(*at); ++at) {
    number = number * 10 + static_cast<std::uint64_t>(*at - '0');
  }
  return at - begin;
}

}  // namespace

bool json_tokens::ends_at(std::size_t end) const noexcept {
  if (end == size_) return true;
  const char c = bytes_[end];
  return c == ',' || c == '}' || c == ']' || is_space(c);
}

std::optional<std::string_view> json_tokens::text() noexcept {
  if (peek() != '"' || next_ + 1 >= at_.size()) return std::nullopt;
  const std::size_t begin = at_[next_] + std::size_t{1};
  std::size_t end = at_[next_ + 1];
  while (end > begin && is_space(bytes_[end - 1])) --end;
  if (end <= begin || bytes_[end - 1] != '"') return std::nullopt;
  const std::string_view held(bytes_ + begin, end - 1 - begin);
  if (has_escapes_ && held.find('\\') != std::string_view::npos) return std::nullopt;
  ++next_;
  return held;
}

std::optional<plain_number> json_tokens::number() noexcept {
  if (is_at_end()) return std::nullopt;
  const char* at = bytes_ + at_[next_];
  const char* const end = bytes_ + size_;
  const bool is_negative = *at == '-';
  if (is_negative) ++at;
  std::uint64_t digits = 0;
  const char first = at == end ? '\0' : *at;
  const auto whole = take_digits(at, end, digits);
  if (whole == 0 || (whole > 1 && first == '0')) return std::nullopt;
  std::ptrdiff_t places = 0;
  if (at != end && *at == '.') {
    ++at;
    places = take_digits(at, end, digits);
    if (places == 0) return std::nullopt;
  }
  if (whole + places > most_digits || !ends_at(static_cast<std::size_t>(at - bytes_))) {
    return std::nullopt;
  }
  ++next_;
  const auto magnitude = static_cast<std::int64_t>(digits);
  return plain_number{is_negative ? -magnitude : magnitude, static_cast<int>(places)};
}

bool json_tokens::word(std::string_view expected) noexcept {
  if (is_at_end()) return false;
  const std::size_t begin = at_[next_];
  if (size_ - begin < expected.size() || !ends_at(begin + expected.size())) return false;
  if (std::memcmp(bytes_ + begin, expected.data(), expected.size()) != 0) return false;
  ++next_;
  return true;
}

bool json_tokens::skip(int depth) noexcept {
  switch (peek()) {
    case '{':
      return skip_entries(depth);
    case '[':
      return skip_items(depth);
    case '"':
      return text().has_value();
    case 't':
      return word("true");
    case 'f':
      return word("false");
    case 'n':
      return word("null");
    default:
      return number().has_value();
  }
}

bool json_tokens::skip_items(int depth) noexcept {
  if (depth == most_depth) return false;
  (void)take('[');
  if (take(']')) return true;
  do {
    if (!skip(depth + 1)) return false;
  } while (take(','));
  return take(']');
}

bool json_tokens::skip_entries(int depth) noexcept {
  if (depth == most_depth) return false;
  (void)take('{');
  if (take('}')) return true;
  std::array<std::string_view, most_keys> keys;
  std::size_t count = 0;
  do {
    const auto key = text();
    if (!key || count == most_keys || !take(':')) return false;
    const auto end = keys.begin() + static_cast<std::ptrdiff_t>(count);
    if (std::find(keys.begin(), end, *key) != end) return false;
    keys[count++] = *key;
    if (!skip(depth + 1)) return false;
  } while (take(','));
  return take('}');
}

}  // namespace sudui::ingest
