#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sudui::syntax {

/// A place in a plainly written stream, and where its line begins. No tabs, no carriage returns; a
/// line feed is the last byte.
struct plain_text {
  explicit plain_text(std::string_view all) noexcept : bytes(all) {}

  std::string_view bytes;
  std::size_t at = 0;
  std::size_t line_begin = 0;

  [[nodiscard]] bool is_at_end() const noexcept { return at >= bytes.size(); }
  [[nodiscard]] char peek(std::size_t ahead = 0) const noexcept {
    return at + ahead < bytes.size() ? bytes[at + ahead] : '\0';
  }
  [[nodiscard]] std::string_view rest() const noexcept { return bytes.substr(at); }
  [[nodiscard]] bool is_at_comment() const noexcept {
    return peek() == '#' && (at == line_begin || bytes[at - 1] == ' ');
  }
  /// Whether `---` or `...` stands here, which ends a document at the beginning of a line.
  [[nodiscard]] bool is_marker() const noexcept {
    const char first = peek();
    return (first == '-' || first == '.') && peek(1) == first && peek(2) == first;
  }
  [[nodiscard]] bool is_at_line_end() const noexcept {
    return is_at_end() || peek() == '\n' || is_at_comment();
  }
  void skip_spaces() noexcept;
  /// Whether nothing but a comment follows in this line.
  [[nodiscard]] bool ends_line() noexcept;
  /// Over blanks, comments and line ends; false at the end.
  bool skip_to_content() noexcept;
  /// The same between brackets, where a line may not begin as a marker does.
  [[nodiscard]] bool skip_in_flow() noexcept;
  /// Where the colon stands of a key that begins here and ends in this line; 0: none does.
  [[nodiscard]] std::size_t key_end() const noexcept;
};

/// A scalar without quotes outside of brackets, with the further lines that are indented more than
/// `parent`. Gives its text, or the first line of it where `joined` has all of it; empty: give up.
[[nodiscard]] std::string_view read_words(plain_text& from, int parent, std::string& joined);
/// A scalar without quotes between brackets; empty: give up.
[[nodiscard]] std::string_view read_flow_words(plain_text& from);
/// A scalar in quotes that ends in its line; `decoded` has its text where that is not written as it
/// reads. Empty optional: give up.
[[nodiscard]] std::optional<std::string_view> read_quoted(plain_text& from, std::string& decoded);
/// The name behind `&` or `*`, of ASCII letters, digits, `-` and `_`; empty: give up.
[[nodiscard]] std::string_view read_name(plain_text& from);
/// A block, `|` `|-` `>` `>-`, of lines indented more than `parent`; false: give up.
[[nodiscard]] bool read_block(plain_text& from, int parent, std::string& lines);

}  // namespace sudui::syntax
