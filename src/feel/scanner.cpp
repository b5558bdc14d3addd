// From characters to tokens. The lexer knows no grammar: names with spaces are put together by the
// parser, which alone knows which names are in scope. So every word is one token here, and the
// minus of `Date-Time` is a minus.
//
// A formula with mistakes of typing still yields the tokens that were meant: `x == 5` is reported
// and read as `x = 5`. What has no meaning becomes an `error` token, over which the parser stops
// without a word, because the diagnostic is already there. At most three errors and three warnings
// are reported; a formula typed wholly with full-width signs is one mistake, not thirty.
//
// Cost: linear in the formula, one vector of tokens; texts are copied only where escapes are read.
//
// Tested by tests/unit/feel/lexer_test.cpp and lexer_errors_test.cpp.
#include "feel/scanner.hpp"

#include "feel/characters.hpp"
#include "feel/lexer.hpp"
#include "feel/names.hpp"

namespace sudui::feel {
namespace {

constexpr std::uint32_t most_reports = 3;
constexpr std::size_t usual_token = 5;  // bytes, with the blank behind

bool is_ascii_word(std::string_view text) noexcept {
  return text.size() == 1 && is_name_part(static_cast<unsigned char>(text[0])) && text[0] != '?';
}

}  // namespace

tokens lex(const text::excerpt& formula, text::sink& out) { return scanner(formula, out).run(); }

tokens scanner::run() {
  tokens_.reserve(text_.size() / usual_token + 2);
  for (skip_blanks(); !at_end(); skip_blanks()) scan_token();
  add(token_kind::end, at_);
  return {std::move(tokens_), std::move(kept_)};
}

// The first character decides. A point begins a number only before a digit: elsewhere it leads to a
// member.
void scanner::scan_token() {
  const char first = peek();
  if (is_digit(first) || (first == '.' && is_digit(peek(1)))) return scan_number();
  if (first == '"') return scan_string(at_, token_kind::string);
  if (first == '@' && peek(1) == '"') return scan_string(at_++, token_kind::at_literal);
  if (first == '\'') return scan_single_quoted();
  const text::code_point point = next_point();
  if (point.valid && is_name_start(point.value)) return scan_word();
  if (!scan_sign()) scan_foreign(point);
}

// `5000 万` with a blank is no number; the suffix must cling to the digits, or `5 亿` in a list of
// words would be read together.
void scanner::scan_word() {
  const std::uint32_t begin = at_;
  while (!at_end()) {
    if (is_ascii_name_part(text_[at_])) {
      ++at_;
      continue;
    }
    const text::code_point point = next_point();
    if (!point.valid || !is_name_part(point.value)) break;
    at_ += point.length;
  }
  const std::string_view word = text_.substr(begin, at_ - begin);
  const bool is_suffix = word == "\u4e07" || word == "\u4ebf";
  if (is_suffix && !tokens_.empty() && tokens_.back().kind == token_kind::number) {
    const token& number = tokens_.back();
    report(text::message::space_before_suffix, number.begin, at_,
           {std::string(number.text), std::string(word)});
    return;
  }
  add(kind_of_word(word), begin, word);
}

// A character that begins nothing in FEEL.
void scanner::scan_foreign(const text::code_point& first) {
  if (first.valid && !ascii_for(first.value).empty()) return scan_full_width(first);
  const std::uint32_t begin = at_;
  at_ += first.length;
  const std::string shown = first.valid && text::is_printable(first.value)
                                ? std::string(text_.substr(begin, first.length))
                                : std::string("\\x") +
                                      "0123456789abcdef"[(text_[begin] >> 4) & 15] +
                                      "0123456789abcdef"[text_[begin] & 15];
  report(text::message::unexpected_character, begin, at_, {shown});
  add(token_kind::error, begin);
}

// Signs and letters of Chinese keyboards. Signs are read as what they stand for, so that one
// formula gets one complaint for each; a word of such letters is no name.
void scanner::scan_full_width(const text::code_point& first) {
  const std::uint32_t begin = at_;
  std::string meant = ascii_for(first.value);
  const bool is_word = is_ascii_word(meant);
  at_ += first.length;
  while (!at_end()) {  // a whole word of full-width letters, or the second half of `>=`
    const text::code_point point = next_point();
    const std::string next = point.value == '=' ? "=" : ascii_for(point.value);
    const bool is_half = meant.find_first_of("<>!") == 0 && meant.size() == 1 && next == "=";
    if (!(is_word && is_ascii_word(next)) && !is_half) break;
    meant += next;
    at_ += point.length;
  }
  const std::string typed(text_.substr(begin, at_ - begin));
  report(text::message::fullwidth_punctuation, begin, at_, {typed, meant});
  if (meant == "\"") return scan_typographic_string(begin);
  if (is_word) return add(token_kind::error, begin);
  add_sign(meant, begin);
}

void scanner::skip_blanks() {
  while (!at_end()) {
    if (is_ascii_name_part(text_[at_])) return;  // most often
    if (text_[at_] == ' ') {
      ++at_;
      continue;
    }
    const text::code_point point = next_point();
    if (point.valid && is_space(point.value)) {
      at_ += point.length;
    } else if (sees("//") || sees("/*")) {
      skip_comment();
    } else {
      return;
    }
  }
}

void scanner::skip_comment() {
  const std::uint32_t begin = at_;
  const bool is_line = peek(1) == '/';
  const auto close = text_.find(is_line ? "\n" : "*/", begin + 2);
  if (close != std::string_view::npos) {
    at_ = static_cast<std::uint32_t>(close) + (is_line ? 1 : 2);
    return;
  }
  at_ = static_cast<std::uint32_t>(text_.size());
  if (!is_line) report(text::message::unclosed_comment, begin, begin + 2);
}

void scanner::add(token_kind kind, std::uint32_t begin, std::string_view text) {
  tokens_.push_back({kind, begin, at_, text, {}});
}

std::string_view scanner::keep(std::string text) { return kept_.emplace_front(std::move(text)); }

// Findings beyond the first few of a formula say the same again.
void scanner::report(text::message what, std::uint32_t begin, std::uint32_t end,
                     text::sink::arguments args) {
  std::uint32_t& count = text::entry_of(what).level == severity::error ? errors_ : warnings_;
  if (++count > most_reports) return;
  out_.report(what, formula_.where(begin, end), std::move(args));
}

}  // namespace sudui::feel
