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

namespace sudui::ingest {
namespace {

constexpr std::size_t most_keys = 16;  // of a mapping that is skipped
constexpr int most_depth = 16;

}  // namespace

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
