// Mistakes of typing: each is told with the sign to use, and read as what was meant.
#include <algorithm>

#include "catch.hpp"
#include "shape.hpp"

namespace sudui::tests {

TEST_CASE("a full-width sign is told with its ASCII spelling", "[feel][lexer_errors]") {
  CHECK(complaints("f(a，b)") ==
        "4^2 fullwidth-punctuation: `，` is a full-width or typographic "
        "sign | write `,`");
  CHECK(complaints("（a + b)") ==
        "1^2 fullwidth-punctuation: `（` is a full-width or typographic "
        "sign | write `(`");
  CHECK(complaints("a ≥ 3") ==
        "3^1 fullwidth-punctuation: `≥` is a full-width or typographic sign "
        "| write `>=`");
  CHECK(complaints("a ＞＝ 3") ==
        "3^4 fullwidth-punctuation: `＞＝` is a full-width or typographic "
        "sign | write `>=`");
  CHECK(complaints("a ＞= 3") ==
        "3^3 fullwidth-punctuation: `＞=` is a full-width or typographic "
        "sign | write `>=`");
}

TEST_CASE("typographic quotes make a string all the same", "[feel][lexer_errors]") {
  const formula_reading read("a = “是”");
  CHECK(read.complaints() ==
        "5^1 fullwidth-punctuation: `“` is a full-width or typographic sign | "
        "write `\"`");
  CHECK(shape(read.tree()) == "(= a \"是\")");
}

TEST_CASE("a typographic quote closes a string that is not closed otherwise",
          "[feel][lexer_errors]") {
  const formula_reading read("a = \"是” and b");
  CHECK(read.complaints() ==
        "7^1 fullwidth-punctuation: `”` is a full-width or typographic sign | "
        "write `\"`");
  CHECK(shape(read.tree()) == "(and (= a \"是\") b)");
}

TEST_CASE("typographic quotes inside a string are text", "[feel][lexer_errors]") {
  CHECK(shape("\"他说“好”，\"") == "\"他说“好”，\"");
}

TEST_CASE("full-width digits and letters are one mistake a word", "[feel][lexer_errors]") {
  CHECK(complaints("a + １２３") ==
        "5^6 fullwidth-punctuation: `１２３` is a full-width or "
        "typographic sign | write `123`");
}

TEST_CASE("a formula typed full-width throughout gets three diagnostics", "[feel][lexer_errors]") {
  const formula_reading read("ｆ（１，２，３，４，５）");
  const std::string all = read.complaints();
  CHECK(std::count(all.begin(), all.end(), '\n') == 2);
}

TEST_CASE("warnings leave room for errors", "[feel][lexer_errors]") {
  const formula_reading read(R"("\q \l \m \o)");
  const std::string all = read.complaints();
  CHECK(std::count(all.begin(), all.end(), '\n') == 3);
  CHECK_THAT(all, ContainsSubstring("unclosed-string"));
}

TEST_CASE("what was meant is read behind a mistyped sign", "[feel][lexer_errors]") {
  CHECK(shape(formula_reading("f(a，b)").tree()) == "(call f a b)");
  CHECK(shape(formula_reading("a == 1 && b <> 2 || c").tree()) == "(or (and (= a 1) (!= b 2)) c)");
}

TEST_CASE("operators of other languages are told with those of formulas", "[feel][lexer_errors]") {
  const std::pair<std::string, std::string> pairs[] = {
      {"a == b", "3^2 c-style-operator: `==` is not an operator of formulas | write `=`"},
      {"a && b", "3^2 c-style-operator: `&&` is not an operator of formulas | write `and`"},
      {"a || b", "3^2 c-style-operator: `||` is not an operator of formulas | write `or`"},
      {"a <> b", "3^2 c-style-operator: `<>` is not an operator of formulas | write `!=`"},
      {"a => b", "3^2 c-style-operator: `=>` is not an operator of formulas | write `>=`"},
      {"!a", "1^1 c-style-operator: `!` is not an operator of formulas | write `not(...)`"},
      {"2 ^ 3", "3^1 c-style-operator: `^` is not an operator of formulas | write `**`"},
      {"a % 2", "3^1 c-style-operator: `%` is not an operator of formulas | write `modulo(a, b)`"},
      {"7 % 2", "3^1 c-style-operator: `%` is not an operator of formulas | write `modulo(a, b)`"}};
  for (const auto& [formula, expected] : pairs) CHECK(complaints(formula) == expected);
}

TEST_CASE("a suffix belongs right behind its number", "[feel][lexer_errors]") {
  CHECK(complaints("a > 5 %") ==
        "5^3 space-before-suffix: a space separates `5` from `%` | write "
        "`5%`");
  CHECK(complaints("a > 500 万") ==
        "5^6 space-before-suffix: a space separates `500` from `万` | "
        "write `500万`");
  CHECK(complaints("(2 亿)") ==
        "2^4 space-before-suffix: a space separates `2` from `亿` | write "
        "`2亿`");
}

TEST_CASE("single quotes are told with the double quotes to use", "[feel][lexer_errors]") {
  const formula_reading read("a = 'x y'");
  CHECK(read.complaints() ==
        "5^5 single-quotes: single quotes do not make a string | write "
        "`\"x y\"`");
  CHECK(shape(read.tree()) == "(= a \"x y\")");
  CHECK(complaints("a = 'x") == "5^1 unexpected-character: `'` has no meaning in a formula");
}

TEST_CASE("other characters have no meaning", "[feel][lexer_errors]") {
  CHECK(complaints("a # b") == "3^1 unexpected-character: `#` has no meaning in a formula");
  CHECK(complaints("a; b") == "2^1 unexpected-character: `;` has no meaning in a formula");
  CHECK(complaints("a \x01 b") == "3^1 unexpected-character: `\\x01` has no meaning in a formula");
}

TEST_CASE("bytes that are no UTF-8 are shown by their value", "[feel][lexer_errors]") {
  CHECK_THAT(complaints("a \xff b"), ContainsSubstring("unexpected-character: `\\xff` has no"));
}

TEST_CASE("a comment must be closed", "[feel][lexer_errors]") {
  CHECK(complaints("a /* b") ==
        "3^2 unclosed-comment: the comment is never closed | close it with "
        "`*/`");
}

}  // namespace sudui::tests
