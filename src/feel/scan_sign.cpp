// Operators and brackets, and those of other languages that rule authors bring along. A foreign
// sign is in the table with what FEEL writes instead; where nothing simple can be put in its place
// (`!` needs brackets around its operand) it is read as an error.
//
// Tested by tests/unit/feel/lexer_test.cpp and lexer_errors_test.cpp.
#include <array>
#include <cstdint>
#include <iterator>

#include "feel/characters.hpp"
#include "feel/scanner.hpp"

namespace sudui::feel {
namespace {

struct sign {
  std::string_view spelling;
  token_kind kind;
  std::string_view instead = {};  // of a foreign sign: what to write
};

// By their first characters, longer spellings before shorter ones.
constexpr sign signs[] = {{"(", token_kind::left_paren},
                          {")", token_kind::right_paren},
                          {",", token_kind::comma},
                          {"[", token_kind::left_bracket},
                          {"]", token_kind::right_bracket},
                          {"{", token_kind::left_brace},
                          {"}", token_kind::right_brace},
                          {":", token_kind::colon},
                          {"..", token_kind::dot_dot},
                          {".", token_kind::dot},
                          {"+", token_kind::plus},
                          {"->", token_kind::arrow},
                          {"-", token_kind::minus},
                          {"**", token_kind::power},
                          {"*", token_kind::star},
                          {"/", token_kind::slash},
                          {"==", token_kind::equal, "="},
                          {"=>", token_kind::greater_equal, ">="},
                          {"=<", token_kind::less_equal, "<="},
                          {"=", token_kind::equal},
                          {"<>", token_kind::not_equal, "!="},
                          {"<=", token_kind::less_equal},
                          {"<", token_kind::less},
                          {">=", token_kind::greater_equal},
                          {">", token_kind::greater},
                          {"!=", token_kind::not_equal},
                          {"!", token_kind::error, "not(...)"},
                          {"&&", token_kind::kw_and, "and"},
                          {"||", token_kind::kw_or, "or"},
                          {"^", token_kind::power, "**"}};

// Where the signs of each ASCII character begin; the end of the table for all others.
constexpr std::array<std::uint8_t, 0x80> first_signs = [] {
  std::array<std::uint8_t, 0x80> made{};
  made.fill(std::size(signs));
  for (auto at = std::size(signs); at-- > 0;) {
    made[static_cast<unsigned char>(signs[at].spelling.front())] = static_cast<std::uint8_t>(at);
  }
  return made;
}();

const sign* find_sign(std::string_view text) noexcept {
  const auto first = static_cast<unsigned char>(text.front());
  if (first >= first_signs.size()) return nullptr;
  for (std::size_t at = first_signs[first]; at < std::size(signs); ++at) {
    const std::string_view spelling = signs[at].spelling;
    if (spelling.front() != text.front()) break;
    if (spelling.size() == 1 || text.starts_with(spelling)) return &signs[at];
  }
  return nullptr;
}

}  // namespace

bool scanner::scan_sign() {
  const bool after_function = !tokens_.empty() && tokens_.back().kind == token_kind::kw_function;
  if (peek() == '%') {
    scan_percent();
    return true;
  }
  if (peek() == '<' && after_function) {  // the type `function<>`
    ++at_;
    add(token_kind::less, at_ - 1, "<");
    return true;
  }
  const sign* found = find_sign(text_.substr(at_));
  if (found == nullptr) return false;
  const std::uint32_t begin = at_;
  at_ += static_cast<std::uint32_t>(found->spelling.size());
  if (!found->instead.empty()) {
    report(text::message::c_style_operator, begin, at_,
           {std::string(found->spelling), std::string(found->instead)});
  }
  add(found->kind, begin, found->spelling);
  return true;
}

// A sign typed in another way than `spelling`, which is what it means. Already reported.
void scanner::add_sign(std::string_view spelling, std::uint32_t begin) {
  const sign* found = find_sign(spelling);
  const bool is_whole = found != nullptr && found->spelling == spelling;
  if (is_whole) return add(found->kind, begin, found->spelling);
  add(token_kind::error, begin, keep(std::string(spelling)));
}

// `5 %` was meant to be `5%`; `a % b` is the remainder in other languages.
void scanner::scan_percent() {
  const std::uint32_t begin = at_++;
  const bool after_number = !tokens_.empty() && tokens_.back().kind == token_kind::number;
  skip_blanks();
  const bool before_operand = !at_end() && (is_name_part(next_point().value) || peek() == '(');
  if (after_number && !before_operand) {
    const token& number = tokens_.back();
    report(text::message::space_before_suffix, number.begin, begin + 1,
           {std::string(number.text), "%"});
    return;
  }
  report(text::message::c_style_operator, begin, begin + 1, {"%", "modulo(a, b)"});
  add(token_kind::error, begin);
}

}  // namespace sudui::feel
