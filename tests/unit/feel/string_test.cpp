#include "catch.hpp"
#include "shape.hpp"

namespace sudui::tests {
namespace {

// The text of a formula that is one string; else what was said about it.
std::string text_of(const std::string& formula) {
  const formula_reading read(formula);
  if (!read.is_clean()) return read.complaints();
  REQUIRE(read.tree().top().kind == feel::node_kind::string);
  return read.tree().top().text;
}

}  // namespace

TEST_CASE("a string is what stands between its quotes", "[feel][string]") {
  CHECK(text_of(R"("")").empty());
  CHECK(text_of(R"("two  words, 'quoted' // no comment")") == "two  words, 'quoted' // no comment");
  CHECK(text_of("\"软件企业\"") == "软件企业");
}

TEST_CASE("escapes stand for one character", "[feel][string]") {
  CHECK(text_of(R"("a\nb\tc\rd")") == "a\nb\tc\rd");
  CHECK(text_of(R"("\"\\\'")") == "\"\\'");
}

TEST_CASE("code points are given by 4 or by 6 digits", "[feel][string]") {
  CHECK(text_of(R"("\u5e74")") == "年");
  CHECK(text_of(R"("\u5E74x")") == "年x");
  CHECK(text_of(R"("\U01F40E")") == "\U0001F40E");
  CHECK(text_of(R"("\\u5e74")") == "\\u5e74");
}

TEST_CASE("surrogates count in pairs", "[feel][string]") {
  const std::string help =
      " names no character | write 4 hexadecimal digits after `\\u`, or 6 after `\\U`";
  CHECK(text_of(R"("\ud83d\udc0e")") == "\U0001F40E");
  CHECK(text_of(R"("\ud83d")") == "2^6 bad-code-point: `\\ud83d`" + help);
  CHECK(text_of(R"("\udc0e")") == "2^6 bad-code-point: `\\udc0e`" + help);
  CHECK(text_of(R"("\ud83d\u0041")") == "2^12 bad-code-point: `\\ud83d\\u0041`" + help);
}

TEST_CASE("code points need all their digits", "[feel][string]") {
  const std::string help =
      " names no character | write 4 hexadecimal digits after `\\u`, or 6 after `\\U`";
  CHECK(text_of(R"("\u12")") == "2^4 bad-code-point: `\\u12`" + help);
  CHECK(text_of(R"("\U110000")") == "2^8 bad-code-point: `\\U110000`" + help);
}

TEST_CASE("patterns keep their backslashes without a word", "[feel][string]") {
  CHECK(text_of(R"("\d+\s\.\2")") == R"(\d+\s\.\2)");
  CHECK(complaints(R"("\d+\s\.\2")").empty());
}

TEST_CASE("an unknown escape is kept, with a warning", "[feel][string]") {
  CHECK(text_of(R"("C:\qux")") == R"(C:\qux)");
  CHECK(
      complaints(R"("C:\qux")") ==
      "4^2 unknown-escape: `\\q` is no escape; the backslash stays in the text | write a backslash "
      "as `\\\\`");
}

TEST_CASE("a string ends on its line", "[feel][string]") {
  const std::string rest =
      " unclosed-string: the string is not closed on its line | add the closing `\"`; write a line "
      "break as `\\n`";
  CHECK(complaints("a = \"b") == "5^1" + rest);
  CHECK(complaints("f(\"b\nc\")") == "3^1" + rest);
  CHECK(complaints("\"b\\") == "1^1" + rest);
  CHECK(complaints("@\"2024") == "2^1" + rest);
  CHECK(complaints("a = “b") ==
        "5^1" + rest +
            "\n5^1 fullwidth-punctuation: `“` is a full-width or typographic sign | write `\"`");
}

}  // namespace sudui::tests
