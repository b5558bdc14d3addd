#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sudui::syntax {

/// Whether it is one of a few known characters. A loop, which the compiler unrolls: the searches of
/// the library call `memchr` for every byte.
[[nodiscard]] constexpr bool is_one_of(char what, std::string_view few) noexcept {
  for (const char each : few) {
    if (each == what) return true;
  }
  return false;
}

/// A place in a text that moves forward over white space and line ends. Never leaves the text.
class cursor {
 public:
  cursor(std::string_view bytes, std::size_t at) noexcept
      : bytes_(bytes), at_(at < bytes.size() ? at : bytes.size()) {}

  [[nodiscard]] std::uint32_t at() const noexcept { return static_cast<std::uint32_t>(at_); }
  [[nodiscard]] bool is_at_end() const noexcept { return at_ == bytes_.size(); }
  /// The byte here; 0 at the end.
  [[nodiscard]] char peek() const noexcept { return is_at_end() ? '\0' : bytes_[at_]; }
  [[nodiscard]] bool starts_with(std::string_view word) const noexcept {
    return bytes_.substr(at_).starts_with(word);
  }
  void skip(std::size_t count = 1) noexcept {
    at_ = count < bytes_.size() - at_ ? at_ + count : bytes_.size();
  }
  void skip_any(std::string_view of) noexcept {
    while (at_ < bytes_.size() && is_one_of(bytes_[at_], of)) ++at_;
  }
  void skip_to_any(std::string_view of) noexcept {
    while (at_ < bytes_.size() && !is_one_of(bytes_[at_], of)) ++at_;
  }
  void skip_blanks() noexcept { skip_any(" \t"); }
  void skip_to_line_end() noexcept { skip_to_any("\r\n"); }
  /// At most that many spaces; how many there were.
  std::size_t skip_spaces(std::size_t most) noexcept {
    std::size_t count = 0;
    for (; count < most && peek() == ' '; ++count) ++at_;
    return count;
  }
  /// One \n or \r\n, if it stands here.
  bool skip_line_end() noexcept {
    const std::size_t length = starts_with("\r\n") ? 2 : starts_with("\n") ? 1 : 0;
    at_ += length;
    return length != 0;
  }
  /// White space, line ends and comments.
  void skip_to_token() noexcept {
    skip_any(" \t\r\n");
    while (peek() == '#') {
      skip_to_line_end();
      skip_any(" \t\r\n");
    }
  }

 private:
  std::string_view bytes_;
  std::size_t at_;
};

}  // namespace sudui::syntax
