#include "feel/unparse.hpp"

#include "catch.hpp"
#include "shape.hpp"

namespace sudui::tests {
namespace {

std::string printed(const std::string& formula) {
  const formula_reading read(formula);
  REQUIRE(read.complaints().empty());
  const std::string text = feel::unparse(read.tree());
  CAPTURE(formula, text);
  CHECK(shape(text) == shape(read.tree()));
  return text;
}

}  // namespace

TEST_CASE("needless brackets go, needed ones stay", "[feel][unparse]") {
  CHECK(printed("((a)) + (b * c)") == "a + b * c");
  CHECK(printed("(a + b) * c") == "(a + b) * c");
  CHECK(printed("a - (b - c)") == "a - (b - c)");
  CHECK(printed("(a - b) - c") == "a - b - c");
  CHECK(printed("-(a + b)") == "-(a + b)");
  CHECK(printed("-(a ** b)") == "-(a ** b)");
  CHECK(printed("(-a) ** b") == "-a ** b");
  CHECK(printed("(a or b) and c") == "(a or b) and c");
  CHECK(printed("(a + b).c") == "(a + b).c");
}

TEST_CASE("formulas already plain are printed as they are", "[feel][unparse]") {
  const std::string formulas[] = {
      "some q in quals satisfies q.type in (\"a\", \"b\") and q.list_year = year",
      "sum(rnd([year - 2..year])) / sum(revenue([year - 2..year])) >= 4%",
      "revenue > 5000万 and 营业收入 <= 2.5亿",
      "if a then b else if c then d else e",
      "x between 1 and 5 and y",
      "for i in [1..3], j in xs return i * j",
      "every x in xs satisfies x > 1",
      "{a: 1, \"b-c\": [], \"if\": {}}",
      "substring(string: \"a\", start position: 2)",
      "function(a: number, b, c: list<string>) a + b",
      "@\"2024-01-01\" + duration(\"P1D\")",
      "x instance of list<number>",
      "xs[item > 1].start included",
      "null = true",
      "(< 5) = (>= 5)",
      "(= 5) = (!= 5)",
      "(1..5] = [1..5)",
      "date and time(x) > day of week(y)",
      "a.b.c(1)(2)[3]"};
  for (const std::string& formula : formulas) CHECK(printed(formula) == formula);
}

TEST_CASE("strings get their escapes back", "[feel][unparse]") {
  CHECK(printed(R"("a\"b\\c\nd\re")") == R"("a\"b\\c\nd\re")");
  CHECK(printed(R"("\d+")") == R"("\\d+")");
  CHECK(printed(R"("\u5e74\t")") == "\"年\t\"");
}

TEST_CASE("tests behind in are bracketed where they must", "[feel][unparse]") {
  CHECK(printed("x in ((1..5])") == "x in (1..5]");
  CHECK(printed("x in (< 5)") == "x in < 5");
  CHECK(printed("x in (\"a\")") == "x in \"a\"");
  CHECK(printed("x in (a + b) * c") == "x in ((a + b) * c)");
  CHECK(printed("x in ((< 5))") == "x in ((< 5))");
  CHECK(printed("x in ((< 5).end)") == "x in ((< 5).end)");
  CHECK(printed("x in not(1, 2) and y") == "x in not(1, 2) and y");
  CHECK(printed("x in ((not(a)))") == "x in ((not(a)))");
  CHECK(printed("x in (not(a) and b, -, c)") == "x in ((not(a) and b), -, c)");
  CHECK(printed("x in f(y)[1]") == "x in f(y)[1]");
}

TEST_CASE("what the next word would continue is bracketed", "[feel][unparse]") {
  CHECK(printed("(x instance of date) and time(\"10:00:00\") = y") ==
        "x instance of date and (time(\"10:00:00\") = y)");
  CHECK(printed("(date) and time(x)") == "date and (time(x))");
  CHECK(printed("x between (date) and time(y) + 1") == "x between date and (time(y) + 1)");
  CHECK(printed("(x instance of list) < y") == "(x instance of list) < y");
  CHECK(printed("(a < b) < c") == "(a < b) < c");
  CHECK(printed("(a = b) = c") == "a = b = c");
  CHECK(printed("(if a then b else c) + d") == "(if a then b else c) + d");
  CHECK(printed("a + (if a then b else c)") == "a + (if a then b else c)");
  CHECK(printed("(function(x) x)(1)") == "(function(x) x)(1)");
}

TEST_CASE("brackets of ranges come out in one way", "[feel][unparse]") {
  CHECK(printed("]1..5[") == "(1..5)");
  CHECK(printed("for i in 1..n return i") == "for i in 1..n return i");
  CHECK(printed("[1..xs[1]]") == "[1..xs[1]]");
  CHECK(printed("[.5...7]") == "[.5...7]");
}

TEST_CASE("a part of a tree can be printed alone", "[feel][unparse]") {
  const formula_reading read("a + b * c");
  CHECK(feel::unparse(read.tree(), read.tree().top().children[1]) == "b * c");
}

TEST_CASE("cells are printed without the question mark", "[feel][unparse]") {
  for (const std::string cell : {"\"a\", > 5, [1..2]", "-", "not(1, 2)", "? > 1 and ? < 5",
                                 "(not(a) and b)", "-5", "= 1, != 2", "(< 5)"}) {
    const formula_reading read = formula_reading::of_tests(cell);
    CHECK(read.is_clean());
    CHECK(feel::unparse_tests(read.tree()) == cell);
  }
}

}  // namespace sudui::tests
