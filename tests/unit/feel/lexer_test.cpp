#include "feel/lexer.hpp"

#include "catch.hpp"

namespace sudui::tests {
namespace {

using feel::token_kind;

// The tokens view the formula.
struct lexed {
  explicit lexed(const std::string& text) : formula(text, 0, 0), tokens(feel::lex(formula, out)) {
    CHECK_FALSE(out.has_errors());
  }
  text::sink out;
  text::excerpt formula;
  feel::tokens tokens;
};

std::vector<token_kind> kinds(const std::string& formula) {
  std::vector<token_kind> all;
  const lexed read(formula);
  for (const feel::token& next : read.tokens.all) all.push_back(next.kind);
  return all;
}

// The words and signs, a blank between two.
std::string pieces(const std::string& formula) {
  std::string all;
  const lexed read(formula);
  for (const feel::token& next : read.tokens.all) {
    all.append(all.empty() ? "" : " ").append(next.text);
  }
  return all;
}

}  // namespace

TEST_CASE("an empty text gives the end alone", "[feel][lexer]") {
  CHECK(kinds("") == std::vector{token_kind::end});
  CHECK(kinds(" \t\n\u3000") == std::vector{token_kind::end});
}

TEST_CASE("words, numbers and signs need no blanks between them", "[feel][lexer]") {
  CHECK(pieces("a+b*2>=c") == "a + b * 2 >= c ");
  CHECK(pieces("f(x,-1)[2].y") == "f ( x , - 1 ) [ 2 ] . y ");
}

TEST_CASE("every sign has its own kind", "[feel][lexer]") {
  CHECK(kinds("( ) [ ] { }") == std::vector{token_kind::left_paren, token_kind::right_paren,
                                            token_kind::left_bracket, token_kind::right_bracket,
                                            token_kind::left_brace, token_kind::right_brace,
                                            token_kind::end});
  CHECK(kinds(", : . .. ->") == std::vector{token_kind::comma, token_kind::colon, token_kind::dot,
                                            token_kind::dot_dot, token_kind::arrow,
                                            token_kind::end});
  CHECK(kinds("+ - * / **") == std::vector{token_kind::plus, token_kind::minus, token_kind::star,
                                           token_kind::slash, token_kind::power, token_kind::end});
  CHECK(kinds("= != < <= > >=") == std::vector{token_kind::equal, token_kind::not_equal,
                                               token_kind::less, token_kind::less_equal,
                                               token_kind::greater, token_kind::greater_equal,
                                               token_kind::end});
}

TEST_CASE("reserved words are told from names, whole words only", "[feel][lexer]") {
  CHECK(kinds("if iff") == std::vector{token_kind::kw_if, token_kind::word, token_kind::end});
  CHECK(kinds("and or in between") == std::vector{token_kind::kw_and, token_kind::kw_or,
                                                  token_kind::kw_in, token_kind::kw_between,
                                                  token_kind::end});
  CHECK(kinds("not instance of external").front() == token_kind::word);
  CHECK(kinds("If AND").front() == token_kind::word);
}

TEST_CASE("names may be Chinese and hold digits", "[feel][lexer]") {
  const lexed read("\u8425\u4e1a\u6536\u51652024>q1");
  const auto& tokens = read.tokens.all;
  REQUIRE(tokens.size() == 4);
  CHECK(tokens[0].text == "\u8425\u4e1a\u6536\u51652024");
  CHECK(tokens[0].begin == 0);
  CHECK(tokens[0].end == 16);
  CHECK(tokens[1].begin == 16);
}

TEST_CASE("two dots are never part of a number", "[feel][lexer]") {
  CHECK(pieces("1..5") == "1 .. 5 ");
  CHECK(pieces("1.5...7") == "1.5 .. .7 ");
  CHECK(pieces("[.5...9]") == "[ .5 .. .9 ] ");
}

TEST_CASE("comments are blanks", "[feel][lexer]") {
  CHECK(pieces("a // to the end\n + b") == "a + b ");
  CHECK(pieces("a /* in\nbetween */ + /**/ b // last") == "a + b ");
  CHECK(pieces("a / b") == "a / b ");
}

TEST_CASE("an at sign belongs to the string behind it", "[feel][lexer]") {
  const lexed read("@\"2024-01-01\" + \"x\"");
  const auto& tokens = read.tokens.all;
  REQUIRE(tokens.size() == 4);
  CHECK(tokens[0].kind == token_kind::at_literal);
  CHECK(tokens[0].text == "2024-01-01");
  CHECK(tokens[0].begin == 0);
  CHECK(tokens[0].end == 13);
  CHECK(tokens[2].kind == token_kind::string);
}

TEST_CASE("the empty brackets of a function type are two signs", "[feel][lexer]") {
  CHECK(kinds("function<>") == std::vector{token_kind::kw_function, token_kind::less,
                                           token_kind::greater, token_kind::end});
}

}  // namespace sudui::tests
