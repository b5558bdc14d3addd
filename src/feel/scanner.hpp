#pragma once

#include <cstdint>
#include <forward_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "feel/token.hpp"
#include "text/excerpt.hpp"
#include "text/sink.hpp"
#include "text/utf8.hpp"

namespace sudui::feel {

/// The state of one run of the lexer over a formula; `lex` is its only user.
class scanner {
 public:
  scanner(const text::excerpt& formula, text::sink& out)
      : formula_(formula), out_(out), text_(formula.text()) {}

  [[nodiscard]] tokens run();

 private:
  // scanner.cpp
  [[nodiscard]] bool at_end() const noexcept { return at_ >= text_.size(); }
  [[nodiscard]] char peek(std::uint32_t ahead = 0) const noexcept {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  [[nodiscard]] bool sees(std::string_view what) const noexcept {
    return peek() == what.front() && text_.substr(at_).starts_with(what);
  }
  [[nodiscard]] text::code_point next_point() const noexcept {
    const auto first = static_cast<unsigned char>(text_[at_]);
    if (first < 0x80) return {first, 1, true};  // most of a formula
    return text::decode(text_, at_);
  }
  void skip_blanks();
  void skip_comment();
  void scan_token();
  void scan_word();
  void scan_foreign(const text::code_point& first);
  void scan_full_width(const text::code_point& first);
  void add(token_kind kind, std::uint32_t begin, std::string_view text = {});
  [[nodiscard]] std::string_view keep(std::string text);
  void report(text::message what, std::uint32_t begin, std::uint32_t end,
              text::sink::arguments args = {});
  // scan_sign.cpp
  [[nodiscard]] bool scan_sign();
  void scan_percent();
  void add_sign(std::string_view spelling, std::uint32_t begin);
  // scan_number.cpp
  void scan_number();
  void skip_digits();
  [[nodiscard]] bool skip_exponent();
  [[nodiscard]] std::string_view skip_suffix();
  [[nodiscard]] bool refuse_number(std::uint32_t begin);
  [[nodiscard]] bool follows_thousands_comma(std::uint32_t begin) const noexcept;
  void add_number(std::uint32_t begin, const std::string& digits);
  // scan_string.cpp
  void scan_string(std::uint32_t begin, token_kind kind);
  void scan_single_quoted();
  void scan_typographic_string(std::uint32_t begin);
  void unclosed_string(std::uint32_t begin, token_kind kind);
  void scan_escape(std::string& text);
  void scan_code_point(std::string& text, std::uint32_t digits);
  [[nodiscard]] bool read_hex(std::uint32_t digits, char32_t& value);

  const text::excerpt& formula_;
  text::sink& out_;
  std::string_view text_;
  std::uint32_t at_ = 0;
  std::uint32_t errors_ = 0;
  std::uint32_t warnings_ = 0;
  std::vector<token> tokens_;
  std::forward_list<std::string> kept_;
};

}  // namespace sudui::feel
