// From token to token. The index says where tokens begin; where they end, and whether what stands
// there is a number or a word at all, is seen here. Between the end of a token and the next one
// lies white space alone, since everything else would be a token.
//
//   {"staff": 12.50, "uscc": "9132"}
//   ^^      ^ ^    ^ ^     ^ ^     ^     tokens
//
// Tested by tests/unit/ingest/json_tokens_test.cpp.
#include "ingest/json_tokens.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace sudui::ingest {
namespace {

constexpr std::size_t most_keys = 16;  // of a mapping that is skipped
constexpr int most_depth = 16;

bool is_space(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

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
  const auto made = take_plain_number(at, bytes_ + size_);
  if (made && !ends_at(static_cast<std::size_t>(at - bytes_))) return std::nullopt;
  if (made) ++next_;
  return made;
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
