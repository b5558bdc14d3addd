#include "catch.hpp"
#include "shape.hpp"

namespace sudui::tests {

TEST_CASE("an empty formula is a mistake", "[feel][errors]") {
  const std::string rest =
      " empty-expression: the formula is empty | write an expression, such as `revenue > 500万`";
  CHECK(complaints("") == "1^1" + rest);
  CHECK(complaints("  // nothing") == "1^12" + rest);
  CHECK(shape(formula_reading("").tree()) == "(error)");
}

TEST_CASE("what was found and what was expected are told", "[feel][errors]") {
  CHECK(complaints("a + * b") == "5^1 unexpected-token: unexpected `*`, expected an expression");
  CHECK(complaints("a + then") ==
        "5^4 unexpected-token: unexpected `then`, expected an expression");
  CHECK(complaints("a b") ==
        "3^1 unexpected-token: unexpected `b`, expected an operator or the end");
  CHECK(complaints("a)") ==
        "2^1 unexpected-token: unexpected `)`, expected an operator or the end");
  CHECK(complaints("f(a b)") == "5^1 unexpected-token: unexpected `b`, expected `,` or `)`");
  CHECK(complaints("[a b]") == "4^1 unexpected-token: unexpected `b`, expected `,` or `]`");
  CHECK(complaints("{a 1}") == "4^1 unexpected-token: unexpected `1`, expected `:`");
  CHECK(complaints("{\"a\" 1}") == "6^1 unexpected-token: unexpected `1`, expected `:`");
  CHECK(complaints("{1: 2}") == "2^1 unexpected-token: unexpected `1`, expected a key");
  CHECK(complaints("a.(b)") ==
        "3^1 unexpected-token: unexpected `(`, expected the name of a member");
  CHECK(complaints("a between 1, 2") == "12^1 unexpected-token: unexpected `,`, expected `and`");
  CHECK(complaints("a instance of 1") == "15^1 unexpected-token: unexpected `1`, expected a type");
  CHECK(complaints("(a, b)") == "3^1 unexpected-token: unexpected `,`, expected `)`");
}

TEST_CASE("long literals are cut in messages, between characters", "[feel][errors]") {
  CHECK(complaints("a \"年年年年年年年年年年年年年年\"") ==
        "3^30 unexpected-token: unexpected `\"年年年年年年年年年年年年年...`, expected an operator "
        "or "
        "the end");
}

TEST_CASE("an end too early is told behind the last word", "[feel][errors]") {
  CHECK(complaints("a +  ") ==
        "4^1 unexpected-end: the formula ends too early, expected an expression");
  CHECK(complaints("a between 1") ==
        "12^1 unexpected-end: the formula ends too early, expected "
        "`and`");
  CHECK(complaints("f(a, ") ==
        "5^1 unexpected-end: the formula ends too early, expected an expression");
}

TEST_CASE("a bracket never closed is told where it opens", "[feel][errors]") {
  const std::string rest = " is never closed | add the closing bracket";
  CHECK(complaints("a * (b + 1") == "5^1 unclosed-bracket: `(`" + rest);
  CHECK(complaints("sum([1, 2)") == "5^1 unclosed-bracket: `[`" + rest);
  CHECK(complaints("f(a") == "2^1 unclosed-bracket: `(`" + rest);
  CHECK(complaints("a[1") == "2^1 unclosed-bracket: `[`" + rest);
  CHECK(complaints("{a: 1") == "1^1 unclosed-bracket: `{`" + rest);
  CHECK(complaints("[1..5") == "1^1 unclosed-bracket: `[`" + rest);
  CHECK(complaints("x in (1, 2") == "6^1 unclosed-bracket: `(`" + rest);
}

TEST_CASE("comparisons in a row are refused", "[feel][errors]") {
  const std::string rest =
      " chained-comparison: comparisons cannot be chained | write `x between 1 and 5`, `x in "
      "[1..5]`, "
      "or join two comparisons with `and`";
  CHECK(complaints("1 < x < 5") == "7^1" + rest);
  CHECK(complaints("1 <= x + 1 >= 5") == "12^2" + rest);
  CHECK(complaints("(1 < x) < 5").empty());
  CHECK(complaints("1 < x = true").empty());
}

TEST_CASE("not needs brackets", "[feel][errors]") {
  CHECK(complaints("not a") == "1^3 not-without-brackets: `not` needs brackets | write `not(...)`");
  CHECK(complaints("a and not b") ==
        "7^3 not-without-brackets: `not` needs brackets | write `not(...)`");
}

TEST_CASE("one mistake of grammar is reported, the first", "[feel][errors]") {
  CHECK(complaints("f(a b, * c") == "5^1 unexpected-token: unexpected `b`, expected `,` or `)`");
}

TEST_CASE("mistakes of typing silence what follows from them", "[feel][errors]") {
  CHECK(complaints("a > 1；b") ==
        "6^2 fullwidth-punctuation: `；` is a full-width or typographic "
        "sign | write `;`");
}

TEST_CASE("what was read before the mistake is there", "[feel][errors]") {
  CHECK(shape(formula_reading("a + ").tree()) == "(+ a (error))");
  CHECK(shape(formula_reading("f(a, *").tree()) == "(call f a (error))");
  CHECK(shape(formula_reading("if a").tree()) == "(if a (error) (error))");
}

TEST_CASE("messages are there in Chinese", "[feel][errors]") {
  text::sources files;
  const std::uint32_t file = files.add("formula", "f(a b");
  text::sink out;
  CHECK(shape(feel::parse(text::excerpt("f(a b", file, 0), out)) == "(call f a)");
  const diagnostics all = out.render(files);
  REQUIRE(all.size() == 1);
  CHECK(all[0].message.zh == "此处不应出现 `b`，应为 `,` 或 `)`");
}

TEST_CASE("places go back into the source of an excerpt", "[feel][errors]") {
  text::sources files;
  const std::uint32_t file = files.add("rules.yaml", "key: a + )\n");
  text::sink out;
  CHECK(feel::parse(text::excerpt("a + )", file, 5), out).top().kind == feel::node_kind::add);
  CHECK(out.render(files).at(0).where.column == 10);
}

}  // namespace sudui::tests
