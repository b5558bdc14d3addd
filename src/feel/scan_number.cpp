// Numbers as policies write them: `0.5`, `.5`, `1.2e3`, and with a suffix `5000` followed by the
// ideograms for ten thousand and hundred million, or by `%`. All are exact decimals: the suffix
// only moves the exponent, so 1.5% is 0.015 and never a binary fraction.
//
// What follows a number must not be part of a name: `5kg` and a unit after the suffix are refused
// with a hint that units stand in the field dictionary. A comma for thousands can be told from a
// list only where three digits follow at once and the first is zero (`1,000`); the parser catches
// the other cases where no list may stand.
//
// Tested by tests/unit/feel/number_test.cpp.
#include <algorithm>

#include "feel/characters.hpp"
#include "feel/scanner.hpp"

namespace sudui::feel {
namespace {

constexpr std::size_t most_digits = 34;

// A suffix is a power of ten: `5000万` is 5000e4, exactly.
std::string_view exponent_of(std::string_view suffix) noexcept {
  if (suffix == "%") return "e-2";
  return suffix == "\u4e07" ? "e4" : "e8";
}

// Digits between the first and the last that is not zero: these must fit a decimal.
std::size_t significant_digits(std::string_view number) {
  std::string digits;
  for (const char c : number.substr(0, number.find_first_of("eE"))) {
    if (is_digit(c)) digits += c;
  }
  const auto first = digits.find_first_not_of('0');
  return first == std::string::npos ? 0 : digits.find_last_not_of('0') - first + 1;
}

}  // namespace

void scanner::scan_number() {
  const std::uint32_t begin = at_;
  std::string digits = peek() == '.' ? "0" : "";
  skip_digits();
  if (peek() == '.' && is_digit(peek(1))) {
    ++at_;
    skip_digits();
  }
  const bool has_exponent = skip_exponent();
  digits += text_.substr(begin, at_ - begin);
  const std::string_view suffix = skip_suffix();
  if (!suffix.empty()) digits += exponent_of(suffix);
  if (refuse_number(begin)) return;
  if (has_exponent && !suffix.empty()) {
    report(text::message::bad_number, begin, at_, {std::string(text_.substr(begin, at_ - begin))});
    return add(token_kind::error, begin);
  }
  add_number(begin, digits);
}

void scanner::skip_digits() {
  while (is_digit(peek())) ++at_;
}

bool scanner::skip_exponent() {
  if (peek() != 'e' && peek() != 'E') return false;
  const std::uint32_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
  if (!is_digit(peek(1 + sign))) return false;
  at_ += 1 + sign;
  skip_digits();
  return true;
}

std::string_view scanner::skip_suffix() {
  for (const std::string_view suffix : {"%", "\u4e07", "\u4ebf"}) {
    if (!sees(suffix)) continue;
    at_ += static_cast<std::uint32_t>(suffix.size());
    return suffix;
  }
  return {};
}

// Whether something clings to the number that makes it none.
bool scanner::refuse_number(std::uint32_t begin) {
  const std::uint32_t end = at_;
  while (!at_end()) {
    const text::code_point point = next_point();
    const bool is_second_point = at_ == end && peek() == '.' && is_digit(peek(1));
    if (!is_second_point && !(point.valid && is_name_part(point.value))) break;
    at_ += point.length;
  }
  if (at_ == end) return false;
  const std::string number(text_.substr(begin, at_ - begin));
  report(text::message::bad_number, begin, at_, {number});
  add(token_kind::error, begin);
  return true;
}

// Whether the number just read stands right behind `1,`.
bool scanner::follows_thousands_comma(std::uint32_t begin) const noexcept {
  if (tokens_.size() < 2) return false;
  const token& comma = tokens_.back();
  const token& number = tokens_[tokens_.size() - 2];
  return comma.kind == token_kind::comma && comma.end == begin &&
         number.kind == token_kind::number && number.end == comma.begin;
}

void scanner::add_number(std::uint32_t begin, const std::string& digits) {
  const std::string_view written = text_.substr(begin, at_ - begin);
  if (written.size() == 3 && written[0] == '0' && follows_thousands_comma(begin)) {
    const std::uint32_t first = tokens_[tokens_.size() - 2].begin;
    report(text::message::number_with_commas, first, at_,
           {std::string(text_.substr(first, at_ - first))});
    return add(token_kind::error, begin);
  }
  const auto value = decimal::parse(digits);
  if (!value) {
    const bool is_long = significant_digits(digits) > most_digits;
    report(is_long ? text::message::too_many_digits : text::message::number_out_of_range, begin,
           at_, {std::string(written)});
    return add(token_kind::error, begin);
  }
  add(token_kind::number, begin, written);
  tokens_.back().number = *value;
}

}  // namespace sudui::feel
