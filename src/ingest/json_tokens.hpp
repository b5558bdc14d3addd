#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

#include "ingest/plain_number.hpp"

namespace sudui::ingest {

/// A key that is expected, to be compared with what stands there by two words.
class key_mark {
 public:
  key_mark() = default;
  /// `quoted`: the key between its quotes, which outlives this.
  explicit key_mark(std::string_view quoted) : text_(quoted.data()), size_(quoted.size()) {
    const auto held = size_ < 8 ? size_ : 8;
    std::memcpy(&first_, text_, held);
    mask_ = held == 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << 8 * held) - 1;
    if (size_ > 8) std::memcpy(&last_, text_ + size_ - 8, 8);
  }
  /// Whether the bytes from `begin` on are the key. False where fewer than eight are readable.
  [[nodiscard]] bool stands_at(const char* begin, std::size_t readable) const noexcept {
    if (readable < 8 || readable < size_) return false;
    if (((word_at(begin) ^ first_) & mask_) != 0) return false;
    if (size_ <= 8) return true;
    return word_at(begin + size_ - 8) == last_ &&
           (size_ <= 16 || std::memcmp(begin + 8, text_ + 8, size_ - 16) == 0);
  }

 private:
  // The first byte is the lowest, as `mask_` has it.
  static_assert(std::endian::native == std::endian::little);
  [[nodiscard]] static std::uint64_t word_at(const char* from) noexcept {
    std::uint64_t made = 0;
    std::memcpy(&made, from, sizeof made);
    return made;
  }

  std::uint64_t first_ = 0, mask_ = 0, last_ = 0;
  const char* text_ = nullptr;
  std::size_t size_ = 0;
};

/// An entry of a mapping: where its key begins with a quote, where its value begins, and the token
/// behind that. The value may have more tokens than one.
struct plain_entry {
  const char* key;
  const char* value;
  const char* behind;
  std::size_t readable;  // bytes from the key on

  /// The value as a text, where it is one and ends at `behind`.
  [[nodiscard]] bool text(bool has_escapes, std::string_view& into) const noexcept {
    if (behind - value < 2 || *value != '"' || behind[-1] != '"') return false;
    into = std::string_view(value + 1, static_cast<std::size_t>(behind - value) - 2);
    return !has_escapes || into.find('\\') == std::string_view::npos;
  }
  [[nodiscard]] bool number(plain_number& into) const noexcept {
    const char* end = value;
    return take_plain_number(end, key + readable, into) && end == behind;
  }
  [[nodiscard]] bool is(std::string_view word) const noexcept {
    const auto size = static_cast<std::size_t>(behind - value);
    return size == word.size() && std::memcmp(value, word.data(), word.size()) == 0;
  }
};

/// A walk over the tokens of a JSON text that stops at the first one that is not plain: a text with
/// an escape, a number with an exponent or more than 18 digits. What it has passed is valid JSON.
class json_tokens {
 public:
  json_tokens() = default;
  /// `at` is of `bytes`, as json_index gives it.
  json_tokens(std::string_view bytes, std::span<const std::uint32_t> at)
      : bytes_(bytes.data()),
        size_(bytes.size()),
        at_(at),
        has_escapes_(bytes.find('\\') != std::string_view::npos) {}

  [[nodiscard]] bool is_at_end() const noexcept { return next_ == at_.size(); }
  /// The first byte of the next token, 0 at the end.
  [[nodiscard]] char peek() const noexcept { return is_at_end() ? '\0' : bytes_[at_[next_]]; }
  /// Passes a brace, bracket, colon or comma.
  [[nodiscard]] bool take(char mark) noexcept {
    if (peek() != mark) return false;
    ++next_;
    return true;
  }
  /// Passes a text whose bytes are exactly these, and the colon behind it.
  [[nodiscard]] bool take_key(std::string_view expected) noexcept {
    if (next_ + 1 >= at_.size()) return false;
    const char* const begin = bytes_ + at_[next_];
    const char* const colon = bytes_ + at_[next_ + 1];
    const auto size = expected.size();
    // A text without escapes that begins with these bytes and a quote is this text.
    if (static_cast<std::size_t>(colon - begin) < size + 2 || begin[size + 1] != '"') return false;
    if (*begin != '"' || *colon != ':' || !is_same(begin + 1, expected.data(), size)) return false;
    next_ += 2;
    return true;
  }

  /// The next entry, where it is one whose value may be a single token.
  [[nodiscard]] bool peek_entry(plain_entry& into) const noexcept {
    if (at_.size() - next_ < 4) return false;
    const std::uint32_t* const at = at_.data() + next_;
    into = {bytes_ + at[0], bytes_ + at[2], bytes_ + at[3], size_ - at[0]};
    return bytes_[at[1]] == ':';
  }
  /// Behind the value of the entry, which is a single token.
  void pass_entry() noexcept { next_ += 3; }
  [[nodiscard]] bool has_escapes() const noexcept { return has_escapes_; }
  [[nodiscard]] bool take_key(const key_mark& expected) noexcept {
    if (next_ + 1 >= at_.size()) return false;
    const std::size_t begin = at_[next_];
    if (!expected.stands_at(bytes_ + begin, size_ - begin)) return false;
    if (bytes_[at_[next_ + 1]] != ':') return false;
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

  [[nodiscard]] std::size_t place() const noexcept { return next_; }
  void go_to(std::size_t place) noexcept { next_ = place; }

 private:
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
  std::span<const std::uint32_t> at_;
  std::size_t next_ = 0;
  bool has_escapes_ = false;  // anywhere
};

// Inline, and without optionals, since every value of every company comes through here: one that
// is copied waits for its flag to come back from memory.

[[gnu::always_inline]] inline bool json_tokens::take_text(std::string_view& into) noexcept {
  if (peek() != '"' || next_ + 1 >= at_.size()) return false;
  const std::size_t begin = at_[next_] + std::size_t{1};
  std::size_t end = at_[next_ + 1];
  while (end > begin && is_space(bytes_[end - 1])) --end;
  if (end <= begin || bytes_[end - 1] != '"') return false;
  into = std::string_view(bytes_ + begin, end - 1 - begin);
  if (has_escapes_ && into.find('\\') != std::string_view::npos) return false;
  ++next_;
  return true;
}

[[gnu::always_inline]] inline bool json_tokens::take_number(plain_number& into) noexcept {
  if (is_at_end()) return false;
  const char* end = bytes_ + at_[next_];
  if (!take_plain_number(end, bytes_ + size_, into)) return false;
  if (!ends_at(static_cast<std::size_t>(end - bytes_))) return false;
  ++next_;
  return true;
}

[[gnu::always_inline]] inline bool json_tokens::word(std::string_view expected) noexcept {
  if (is_at_end()) return false;
  const std::size_t begin = at_[next_];
  if (size_ - begin < expected.size() || !ends_at(begin + expected.size())) return false;
  if (std::memcmp(bytes_ + begin, expected.data(), expected.size()) != 0) return false;
  ++next_;
  return true;
}

}  // namespace sudui::ingest
