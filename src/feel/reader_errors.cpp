// What to say where the grammar stops. The plain message names what was found and what was
// expected; before it, a few mistakes are recognised that people really make: a bracket never
// closed, commas inside a number, `not x`, operators as words. Each has a message with the right
// way to write it.
//
// Tested by tests/unit/feel/parser_errors_test.cpp.
#include <algorithm>

#include "feel/foreign_words.hpp"
#include "feel/reader.hpp"

namespace sudui::feel {
namespace {

// Long literals are cut, at the end of a character.
std::string shortened(std::string_view text) {
  constexpr std::size_t most = 40;
  if (text.size() <= most) return std::string(text);
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "...";
}

}  // namespace

// Reports the first failure of the formula only, and goes to its end.
void reader::fail(text::message what, text::span where, text::sink::arguments args) {
  if (!failed_ && !is_quiet_) out_.report(what, where, std::move(args));
  failed_ = true;
  pos_ = static_cast<std::uint32_t>(tokens_.size() - 1);
}

void reader::unexpected(wanted what) {
  if (failed_ || explain_unexpected()) return;
  // A blank parts a Chinese word from a sign in backticks.
  const std::string zh = (what.zh.starts_with('`') ? " " : "") + std::string(what.zh);
  const std::string expected = text::both(zh, what.en);
  const token& found = peek();
  if (found.kind == token_kind::end) {
    return fail(text::message::unexpected_end, end_of_text(), {expected});
  }
  fail(text::message::unexpected_token, place(found), {shown(found), expected});
}

// `then` and its like have a message of their own, unless the word does stand further on: then
// something else in between is the mistake.
void reader::expect_keyword(token_kind keyword, wanted what, text::message if_nowhere) {
  if (accept(keyword)) return;
  const bool comes_later = std::any_of(tokens_.begin() + pos_, tokens_.end(),
                                       [&](const token& t) { return t.kind == keyword; });
  if (failed_ || comes_later || at(token_kind::error)) return unexpected(what);
  fail(if_nowhere, at(token_kind::end) ? end_of_text() : place(peek()));
}

// Whether what was found is a mistake with a message of its own, now reported.
bool reader::explain_unexpected() {
  const token& found = peek();
  const token before = pos_ == 0 ? token{} : tokens_[pos_ - 1];
  const token& after = peek(1);
  if (found.kind == token_kind::error) {  // the lexer has reported it
    failed_ = true;
    pos_ = static_cast<std::uint32_t>(tokens_.size() - 1);
  } else if (found.kind == token_kind::comma && before.kind == token_kind::number &&
             after.kind == token_kind::number && after.end == after.begin + 3 &&
             after.begin == found.end) {
    const text::span number = formula_.where(before.begin, after.end);
    fail(text::message::number_with_commas, number,
         {std::string(before.text) + "," + std::string(after.text)});
  } else if (before.is_word("not") && found.kind != token_kind::end) {
    fail(text::message::not_without_brackets, place(before));
  } else {
    return explain_word(found) || explain_word(before);
  }
  return true;
}

// Whether it is an operator written as a word, now reported.
bool reader::explain_word(const token& what) {
  const std::string instead = what.kind == token_kind::word ? written_for(what.text) : "";
  if (instead.empty()) return false;
  fail(text::message::c_style_operator, place(what), {std::string(what.text), instead});
  return true;
}

// Behind the last token.
text::span reader::end_of_text() const noexcept {
  const std::uint32_t end = tokens_[pos_ == 0 ? 0 : pos_ - 1].end;
  return formula_.where(end, end);
}

std::string reader::shown(const token& what) const {
  return shortened(formula_.text().substr(what.begin, what.end - what.begin));
}

}  // namespace sudui::feel
