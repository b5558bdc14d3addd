#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

#include "ingest/plain_number.hpp"

namespace sudui::ingest {

/// A key that is expected, to be compared with what stands there by two or three words.
class key_mark {
 public:
  key_mark() = default;
  /// `marked`: the key between its quotes, and a colon; outlives this.
  explicit key_mark(std::string_view marked)
      : size_(marked.size()),
        last_at_(size_ > word_size ? size_ - word_size : 0),
        text_(marked.data()) {
    const auto held = size_ < word_size ? size_ : word_size;
    std::memcpy(&first_, text_, held);
    std::memcpy(&last_, text_ + last_at_, held);
    mask_ = held == word_size ? ~std::uint64_t{0} : (std::uint64_t{1} << 8 * held) - 1;
  }
  /// Whether the bytes from `begin` up to the colon are the key. Eight can be read.
  [[nodiscard]] bool stands_at(const char* begin, std::size_t size) const noexcept {
    if (size != size_) return false;
    const auto others = (word_at(begin) ^ first_) | (word_at(begin + last_at_) ^ last_);
    return (others & mask_) == 0 && (size <= 2 * word_size || has_middle(begin));
  }

  static constexpr std::size_t word_size = sizeof(std::uint64_t);

 private:
  // The first byte is the lowest, as `mask_` has it.
  static_assert(std::endian::native == std::endian::little);
  [[nodiscard]] static std::uint64_t word_at(const char* from) noexcept {
    std::uint64_t made = 0;
    std::memcpy(&made, from, sizeof made);
    return made;
  }
  [[nodiscard]] bool has_middle(const char* begin) const noexcept {
    if (word_at(begin + word_size) != word_at(text_ + word_size)) return false;
    return size_ <= 3 * word_size ||
           std::memcmp(begin + 2 * word_size, text_ + 2 * word_size, size_ - 3 * word_size) == 0;
  }

  std::uint64_t first_ = 0, last_ = 0, mask_ = 0;
  std::size_t size_ = 0, last_at_ = 0;
  const char* text_ = nullptr;
};

/// An entry of a mapping: where its key begins with a quote and how far it is to behind the token
/// after it, where its value begins, and the token behind that. The value may have more tokens than
/// one. Eight bytes from the value on can be read.
struct plain_entry {
  const char* key;
  std::size_t key_size;
  const char* value;
  const char* behind;

  /// The bytes between the quotes, where it is a text and ends at `behind`. They may have escapes.
  [[nodiscard]] bool text(std::string_view& into) const noexcept {
    if (behind - value < 2 || *value != '"' || behind[-1] != '"') return false;
    into = std::string_view(value + 1, static_cast<std::size_t>(behind - value) - 2);
    return true;
  }
  /// Where it is one that most are; see `digits::take_token`.
  [[nodiscard]] bool short_number(plain_number& into) const noexcept {
    return digits::take_token(value, behind, into);
  }
  /// Where it is `true` or `false`; which of the two is not branched on, since nobody can guess it.
  [[nodiscard]] bool flag(bool& into) const noexcept {
    std::uint32_t held = 0;
    std::memcpy(&held, value, sizeof held);
    into = held == word_of("true");
    const bool is_false = (held == word_of("fals")) & (value[sizeof held] == 'e');
    const auto size = static_cast<std::size_t>(behind - value);
    return (into | is_false) & (size == 5 - static_cast<std::size_t>(into));
  }

 private:
  [[nodiscard]] static constexpr std::uint32_t word_of(const char (&text)[5]) noexcept {
    return std::bit_cast<std::uint32_t>(std::array{text[0], text[1], text[2], text[3]});
  }
};

/// A walk over the tokens of a JSON text that stops at the first one that is not plain: a text with
/// an escape, a number with an exponent or more than 18 digits. What it has passed is valid JSON.
class json_tokens {
 public:
  json_tokens() = default;
  /// `at` is of `bytes`, as json_index gives it.
  json_tokens(std::string_view bytes, std::span<const std::uint32_t> at)
      : bytes_(bytes.data()), size_(bytes.size()), next_(at.data()), end_(next_ + at.size()) {
    if (end_ - next_ < entry_tokens) return;
    plain_end_ = end_ - (entry_tokens - 1);
    while (plain_end_ != next_ && size_ - plain_end_[1] < key_mark::word_size) --plain_end_;
  }

  [[nodiscard]] bool is_at_end() const noexcept { return next_ == end_; }
  /// The first byte of the next token, 0 at the end.
  [[nodiscard]] char peek() const noexcept { return is_at_end() ? '\0' : bytes_[*next_]; }
  /// Passes a brace, bracket, colon or comma.
  [[nodiscard]] bool take(char mark) noexcept {
    if (peek() != mark) return false;
    ++next_;
    return true;
  }
  /// Passes a text whose bytes are exactly these, and the colon behind it.
  [[nodiscard]] bool take_key(std::string_view expected) noexcept {
    if (end_ - next_ < 2) return false;
    const char* const begin = bytes_ + next_[0];
    const char* const colon = bytes_ + next_[1];
    const auto size = expected.size();
    // A text without escapes that begins with these bytes and a quote is this text.
    if (static_cast<std::size_t>(colon - begin) < size + 2 || begin[size + 1] != '"') return false;
    if (*begin != '"' || *colon != ':' || !is_same(begin + 1, expected.data(), size)) return false;
    next_ += 2;
    return true;
  }

  /// The next entry, where it may be one of four tokens with the one behind it.
  [[nodiscard]] bool peek_entry(plain_entry& into) const noexcept {
    if (next_ >= plain_end_) return false;
    const auto* const at = next_;
    into = {bytes_ + at[0], at[1] - at[0] + 1, bytes_ + at[2], bytes_ + at[3]};
    return true;
  }
  /// Behind the value of the entry, which is a single token; true where it is a comma, which is
  /// passed.
  [[nodiscard]] bool pass_entry(const plain_entry& of) noexcept {
    const bool goes_on = *of.behind == ',';
    next_ += goes_on ? 4 : 3;
    return goes_on;
  }
  [[nodiscard]] bool take_key(const key_mark& expected) noexcept {
    if (end_ - next_ < 2 || size_ - *next_ < key_mark::word_size) return false;
    if (!expected.stands_at(bytes_ + next_[0], next_[1] - next_[0] + 1)) return false;
    next_ += 2;
    return true;
  }

  [[nodiscard]] bool take_text(std::string_view& into) noexcept;
  [[nodiscard]] bool take_number(plain_number& into) noexcept;
  [[nodiscard]] std::optional<std::string_view> text() noexcept {
    std::string_view held;
    return take_text(held) ? std::optional(held) : std::nullopt;
  }
  [[nodiscard]] std::optional<plain_number> number() noexcept {
    plain_number held;
    return take_number(held) ? std::optional(held) : std::nullopt;
  }
  /// Passes `true`, `false` or `null`.
  [[nodiscard]] bool word(std::string_view expected) noexcept;
  /// Passes any value of plain parts; false where a mapping names a key twice, or all is too deep.
  [[nodiscard]] bool skip(int depth = 0) noexcept;

  [[nodiscard]] const std::uint32_t* place() const noexcept { return next_; }
  void go_to(const std::uint32_t* place) noexcept { next_ = place; }
  /// Behind the last byte that can be read.
  [[nodiscard]] const char* end() const noexcept { return bytes_ + size_; }

 private:
  static constexpr std::ptrdiff_t entry_tokens = 4;
  // As memcmp, without a call: keys are a word or two long.
  [[nodiscard]] static bool is_same(const char* a, const char* b, std::size_t size) noexcept {
    const auto word_of = [](const char* from) {
      std::uint64_t made = 0;
      std::memcpy(&made, from, sizeof made);
      return made;
    };
    std::size_t at = 0;
    for (; at + 8 <= size; at += 8) {
      if (word_of(a + at) != word_of(b + at)) return false;
    }
    if (at == size) return true;
    if (size >= 8) return word_of(a + size - 8) == word_of(b + size - 8);
    for (; at < size; ++at) {
      if (a[at] != b[at]) return false;
    }
    return true;
  }
  [[nodiscard]] static bool is_space(char c) noexcept {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
  [[nodiscard]] bool ends_at(std::size_t end) const noexcept {
    if (end == size_) return true;
    const char c = bytes_[end];
    return c == ',' || c == '}' || c == ']' || is_space(c);
  }
  [[nodiscard]] bool skip_items(int depth) noexcept;
  [[nodiscard]] bool skip_entries(int depth) noexcept;

  const char* bytes_ = nullptr;
  std::size_t size_ = 0;
  const std::uint32_t* next_ = nullptr;
  const std::uint32_t* end_ = nullptr;
  // Of the tokens before it, each has three behind it, and eight bytes from the second one on.
  const std::uint32_t* plain_end_ = nullptr;
};

// Inline, and without optionals, since every value of every company comes through here: one that
// is copied waits for its flag to come back from memory.

[[gnu::always_inline]] inline bool json_tokens::take_text(std::string_view& into) noexcept {
  if (peek() != '"' || end_ - next_ < 2) return false;
  const std::size_t begin = next_[0] + std::size_t{1};
  std::size_t end = next_[1];
  while (end > begin && is_space(bytes_[end - 1])) --end;
  if (end <= begin || bytes_[end - 1] != '"') return false;
  into = std::string_view(bytes_ + begin, end - 1 - begin);
  if (into.find('\\') != std::string_view::npos) return false;
  ++next_;
  return true;
}

[[gnu::always_inline]] inline bool json_tokens::take_number(plain_number& into) noexcept {
  if (is_at_end()) return false;
  const std::size_t begin = *next_;
  const char* end = bytes_ + begin;
  const bool is_within = begin >= 2 && size_ - begin >= 8 && end_ - next_ >= 2;
  if (is_within && digits::take_token(end, bytes_ + next_[1], into)) {
    ++next_;
    return true;
  }
  if (!take_plain_number(end, bytes_ + size_, into)) return false;
  if (!ends_at(static_cast<std::size_t>(end - bytes_))) return false;
  ++next_;
  return true;
}

[[gnu::always_inline]] inline bool json_tokens::word(std::string_view expected) noexcept {
  if (is_at_end()) return false;
  const std::size_t begin = *next_;
  if (size_ - begin < expected.size() || !ends_at(begin + expected.size())) return false;
  if (std::memcmp(bytes_ + begin, expected.data(), expected.size()) != 0) return false;
  ++next_;
  return true;
}

}  // namespace sudui::ingest
