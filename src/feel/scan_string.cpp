// Strings. A string ends on the line it began on, so that a missing quote is reported where it is
// missing and does not swallow the rest of the formula.
//
// Escapes are those of FEEL. A backslash before any other character stands for itself, as patterns
// of `matches` and `replace` need it (`"\d+"`); where the result is no escape of a pattern either,
// a warning says so. Surrogate pairs (`\ud83d\ude00`) join to the one character they mean.
//
// Tested by tests/unit/feel/string_test.cpp.
#include <string>

#include "feel/characters.hpp"
#include "feel/scanner.hpp"

namespace sudui::feel {
namespace {

constexpr std::string_view pattern_escapes = "dDwWsSpPbBiIcC0123456789.()[]{}*+?|^$-/ ";

constexpr bool is_high_surrogate(char32_t what) { return what >= 0xD800 && what <= 0xDBFF; }
constexpr bool is_low_surrogate(char32_t what) { return what >= 0xDC00 && what <= 0xDFFF; }

int hex_digit(char what) noexcept {
  if (what >= '0' && what <= '9') return what - '0';
  if (what >= 'a' && what <= 'f') return what - 'a' + 10;
  if (what >= 'A' && what <= 'F') return what - 'A' + 10;
  return -1;
}

}  // namespace

// At the quote; `begin` is where the token begins (the `@` of an at literal).
void scanner::scan_string(std::uint32_t begin, token_kind kind) {
  const std::uint32_t quote = at_++;
  std::string read;          // up to the last escape
  std::uint32_t rest = at_;  // what stands behind it
  while (peek() != '"') {
    if (at_end() || peek() == '\n' || peek() == '\r') return unclosed_string(quote, kind);
    if (peek() != '\\') {
      ++at_;
      continue;
    }
    read += text_.substr(rest, at_ - rest);
    scan_escape(read);
    rest = at_;
  }
  const std::string_view last = text_.substr(rest, at_++ - rest);
  if (rest == quote + 1) return add(kind, begin, last);
  read += last;
  add(kind, begin, keep(std::move(read)));
}

// A typographic quote on the line was probably meant to close the string: the string ends there.
void scanner::unclosed_string(std::uint32_t begin, token_kind kind) {
  constexpr std::string_view quote = "\u201d";
  const auto close = text_.substr(0, at_).find(quote, begin);
  if (close == std::string_view::npos) {
    report(text::message::unclosed_string, begin, begin + 1);
    at_ = static_cast<std::uint32_t>(text_.size());  // no quote behind can be trusted
    return add(token_kind::error, begin);
  }
  const auto end = static_cast<std::uint32_t>(close + quote.size());
  report(text::message::fullwidth_punctuation, end - 3, end, {std::string(quote), "\""});
  at_ = end;
  add(kind, begin, text_.substr(begin + 1, close - begin - 1));
}

void scanner::scan_single_quoted() {
  const std::uint32_t begin = at_++;
  const auto close = text_.find_first_of("'\n", at_);
  if (close == std::string_view::npos || text_[close] != '\'') {
    report(text::message::unexpected_character, begin, at_, {"'"});
    return add(token_kind::error, begin);
  }
  const std::string_view inner = text_.substr(at_, close - at_);
  at_ = static_cast<std::uint32_t>(close) + 1;
  report(text::message::single_quotes, begin, at_, {std::string(inner)});
  add(token_kind::string, begin, inner);
}

// Behind an opening quote of another kind, already reported: any quote of its kind closes.
void scanner::scan_typographic_string(std::uint32_t begin) {
  const std::uint32_t inner = at_;
  while (!at_end() && peek() != '\n') {
    const std::uint32_t close = at_;
    const text::code_point point = next_point();
    at_ += point.length;
    if (point.value != '"' && ascii_for(point.value) != "\"") continue;
    return add(token_kind::string, begin, text_.substr(inner, close - inner));
  }
  report(text::message::unclosed_string, begin, inner);
  add(token_kind::error, begin);
}

void scanner::scan_escape(std::string& text) {
  constexpr std::string_view letters = "ntr\"'\\";
  constexpr std::string_view meanings = "\n\t\r\"'\\";
  const std::uint32_t begin = at_;
  const char letter = peek(1);
  at_ += 1;
  if (letter == 'u') return scan_code_point(text, 4);
  if (letter == 'U') return scan_code_point(text, 6);
  const auto found = letters.find(letter);
  if (letter != '\0' && found != std::string_view::npos) {
    text += meanings[found];
    ++at_;
    return;
  }
  text += '\\';
  const bool is_line_end = at_end() || letter == '\n' || letter == '\r';
  if (is_line_end || pattern_escapes.find(letter) != std::string_view::npos) return;
  const std::uint32_t end = at_ + next_point().length;
  report(text::message::unknown_escape, begin, end,
         {std::string(text_.substr(begin, end - begin))});
}

// At the `u` or `U` of an escape with that many hexadecimal digits.
void scanner::scan_code_point(std::string& text, std::uint32_t digits) {
  const std::uint32_t begin = at_ - 1;
  char32_t value = 0;
  bool is_good = read_hex(digits, value);
  if (is_good && is_high_surrogate(value)) {
    char32_t low = 0;
    is_good = sees("\\u") && (++at_, read_hex(4, low)) && is_low_surrogate(low);
    value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
  } else if (is_low_surrogate(value) || value > 0x10FFFF) {
    is_good = false;
  }
  if (is_good) return text::append_utf8(text, value);
  report(text::message::bad_code_point, begin, at_,
         {std::string(text_.substr(begin, at_ - begin))});
}

// At the letter before the digits; ends behind the last digit, if there are enough of them.
bool scanner::read_hex(std::uint32_t digits, char32_t& value) {
  ++at_;
  for (std::uint32_t i = 0; i < digits; ++i, ++at_) {
    const int digit = hex_digit(peek());
    if (digit < 0) return false;
    value = value * 16 + static_cast<char32_t>(digit);
  }
  return true;
}

}  // namespace sudui::feel
