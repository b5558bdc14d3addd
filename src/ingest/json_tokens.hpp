#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace sudui::ingest {

/// A JSON number without an exponent: `digits * 10^-places`.
struct plain_number {
  std::int64_t digits = 0;
  int places = 0;
};

/// A walk over the tokens of a JSON text that stops at the first one that is not plain: a text with
/// an escape, a number with an exponent or more than 18 digits. What it has passed is valid JSON.
class json_tokens {
 public:
  json_tokens() = default;
  /// `at` is of `bytes`, as json_index gives it.
  json_tokens(std::string_view bytes, std::span<const std::uint32_t> at)
      : bytes_(bytes.data()), size_(bytes.size()), at_(at) {}

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
  [[nodiscard]] bool take_key(std::string_view expected) noexcept;

  [[nodiscard]] std::optional<std::string_view> text() noexcept;
  [[nodiscard]] std::optional<plain_number> number() noexcept;
  /// Passes `true`, `false` or `null`.
  [[nodiscard]] bool word(std::string_view expected) noexcept;
  /// Passes any value of plain parts; false where a mapping names a key twice, or all is too deep.
  [[nodiscard]] bool skip(int depth = 0) noexcept;

  [[nodiscard]] std::size_t place() const noexcept { return next_; }
  void go_to(std::size_t place) noexcept { next_ = place; }

 private:
  [[nodiscard]] bool ends_at(std::size_t end) const noexcept;
  [[nodiscard]] bool skip_items(int depth) noexcept;
  [[nodiscard]] bool skip_entries(int depth) noexcept;

  const char* bytes_ = nullptr;
  std::size_t size_ = 0;
  std::span<const std::uint32_t> at_;
  std::size_t next_ = 0;
};

}  // namespace sudui::ingest
