#include "catch.hpp"
#include "shape.hpp"

namespace sudui::tests {

TEST_CASE("behind in stands a value, a range or a list", "[feel][tests]") {
  CHECK(shape("x in y") == "(in x y)");
  CHECK(shape("x in [1..5]") == "(in x (range [] 1 5))");
  CHECK(shape("x in [1, 2]") == "(in x (list 1 2))");
  CHECK(shape("x in (1..5]") == "(in x (range (] 1 5))");
  CHECK(shape("x in ]1..5[") == "(in x (range () 1 5))");
}

TEST_CASE("behind in a bracket holds tests", "[feel][tests]") {
  CHECK(shape("x in (\"a\", \"b\")") == "(in x \"a\" \"b\")");
  CHECK(shape("x in (1)") == "(in x 1)");
  CHECK(shape("x in (< 5, > 10, [6..7], -)") ==
        "(in x (test < 5) (test > 10) (range [] 6 7) (any))");
  CHECK(shape("x in (= 5)") == "(in x (test = 5))");
  CHECK(shape("x in ((1..2), (3..4])") == "(in x (range () 1 2) (range (] 3 4))");
}

TEST_CASE("a comparison may follow in without a bracket", "[feel][tests]") {
  CHECK(shape("x in < 5") == "(in x (test < 5))");
  CHECK(shape("x in >= a + 1 and y") == "(and (in x (test >= (+ a 1))) y)");
  CHECK(shape("x in != 5") == "(in x (test != 5))");
}

TEST_CASE("a bracket behind in may be a group after all", "[feel][tests]") {
  CHECK(shape("x in (a + b) * c") == "(in x (* (+ a b) c))");
  CHECK(shape("x in (a)[1].b") == "(in x (path 'b' (filter a 1)))");
  CHECK(shape("x in (1..5).start") == "(in x (path 'start' (range () 1 5)))");
  CHECK(shape("x in ((< 5))") == "(in x (range () none 5))");
}

TEST_CASE("what follows the tests is outside of them", "[feel][tests]") {
  CHECK(shape("x in (1, 2) and y") == "(and (in x 1 2) y)");
  CHECK(shape("x in (1, 2) = true") == "(= (in x 1 2) true)");
  CHECK(shape("x in (1) or y in (2)") == "(or (in x 1) (in y 2))");
  CHECK(shape("a + 1 in [1..5]") == "(in (+ a 1) (range [] 1 5))");
}

TEST_CASE("tests may be negated", "[feel][tests]") {
  CHECK(shape("x in not(1, > 5)") == "(in x (not 1 (test > 5)))");
  CHECK(shape("x in not(\"a\") and y") == "(and (in x (not \"a\")) y)");
  CHECK(shape("x in (not(1), 2)") == "(in x (not 1) 2)");
}

TEST_CASE("a cell holds a comma list of tests of the question mark", "[feel][tests]") {
  CHECK(shape_of_tests("\"a\", \"b\"") == "(in ? \"a\" \"b\")");
  CHECK(shape_of_tests("> 3") == "(in ? (test > 3))");
  CHECK(shape_of_tests("[1..5], 7, < 0") == "(in ? (range [] 1 5) 7 (test < 0))");
  CHECK(shape_of_tests("-") == "(in ? (any))");
  CHECK(shape_of_tests("-5") == "(in ? (negate 5))");
  CHECK(shape_of_tests("not(1, 2)") == "(in ? (not 1 2))");
  CHECK(shape_of_tests("(1..5]") == "(in ? (range (] 1 5))");
  CHECK(shape_of_tests("(< 5)") == "(in ? (range () none 5))");
}

TEST_CASE("a cell may hold a condition on the question mark", "[feel][tests]") {
  CHECK(shape_of_tests("? > 1 and ? < 5") == "(in ? (and (> ? 1) (< ? 5)))");
  CHECK(shape_of_tests("starts with(?, \"a\")") == "(in ? (call starts with ? \"a\"))");
  CHECK(shape_of_tests("not(contains(?, \"a\")) and ? > 5") ==
        "(in ? (and (call not (call contains ? \"a\")) (> ? 5)))");
}

TEST_CASE("an empty cell is a mistake", "[feel][tests]") {
  CHECK(formula_reading::of_tests("").complaints() ==
        "1^1 empty-expression: the formula is empty | write an expression, such as `revenue > "
        "500万`");
}

TEST_CASE("tests are parted by commas", "[feel][tests]") {
  CHECK(formula_reading::of_tests("1 2").complaints() ==
        "3^1 unexpected-token: unexpected `2`, expected `,` or the end");
  CHECK(formula_reading::of_tests("1,").complaints() ==
        "3^1 unexpected-end: the formula ends too early, expected an expression");
  CHECK(complaints("x in (1 2)") == "9^1 unexpected-token: unexpected `2`, expected `,` or `)`");
  CHECK(complaints("x in ()") == "7^1 unexpected-token: unexpected `)`, expected an expression");
}

}  // namespace sudui::tests
