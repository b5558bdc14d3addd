#include "catch.hpp"
#include "shape.hpp"

namespace sudui::tests {

TEST_CASE("if reaches as far as it can", "[feel][control]") {
  CHECK(shape("if a then b else c + 1") == "(if a b (+ c 1))");
  CHECK(shape("if a then b else if c then d else e") == "(if a b (if c d e))");
  CHECK(shape("if if a then b else c then d else e") == "(if (if a b c) d e)");
  CHECK(shape("1 + if a then b else c") == "(+ 1 (if a b c))");
  CHECK(shape("(if a then b else c) + 1") == "(+ (if a b c) 1)");
}

TEST_CASE("quantifiers run over one or several lists", "[feel][control]") {
  CHECK(shape("some x in xs satisfies x > 1") == "(some x: xs (> x 1))");
  CHECK(shape("every x in xs satisfies x > 1 and y") == "(every x: xs (and (> x 1) y))");
  CHECK(shape("some x in xs, y in x.ys satisfies x = y") ==
        "(some x: y: xs (path 'ys' x) (= x y))");
}

TEST_CASE("for yields a list", "[feel][control]") {
  CHECK(shape("for x in [1, 2] return x * 2") == "(for x: (list 1 2) (* x 2))");
  CHECK(shape("for i in 1..n return i") == "(for i: (range [] 1 n) i)");
  CHECK(shape("for i in -1..n - 1, j in [1..2] return i") ==
        "(for i: j: (range [] (negate 1) (- n 1)) (range [] 1 2) i)");
}

TEST_CASE("the variables of a loop have places", "[feel][control]") {
  const formula_reading read("some ab in xs, cd in ys satisfies ab = cd");
  const feel::node& loop = read.tree().top();
  REQUIRE(loop.name_places.size() == 2);
  CHECK(read.text_of(loop.name_places[0]) == "ab");
  CHECK(read.text_of(loop.name_places[1]) == "cd");
  CHECK(read.text_of(loop.operator_where) == "some");
}

TEST_CASE("functions have parameters, typed or not", "[feel][control]") {
  CHECK(shape("function() 1") == "(function 1)");
  CHECK(shape("function(x, y) x + y") == "(function x: y: (+ x y))");
  CHECK(shape("function(x: number, y) x") == "(function 'number;' x: y: x)");
  CHECK(shape("function(x, y: list<number>) x") == "(function ';list<number>' x: y: x)");
  CHECK(shape("(function(x) x)(1)") == "(call (function x: x) 1)");
  CHECK(shape("sort(xs, function(a, b) a < b)") == "(call sort xs (function a: b: (< a b)))");
}

TEST_CASE("missing reserved words are named", "[feel][control]") {
  CHECK(complaints("if a b else c") ==
        "6^1 missing-then: `if` without `then` | write `if condition then value else other value`");
  CHECK(complaints("if a then b") ==
        "12^1 missing-else: `if` without `else` | say what holds otherwise: `else null`, `else 0`, "
        "...");
  CHECK(complaints("some x in xs x > 1") ==
        "14^1 missing-satisfies: `some` or `every` without `satisfies` | write `some x in list "
        "satisfies condition`");
  CHECK(complaints("for x in xs") ==
        "12^1 missing-return: `for` without `return` | write `for x in list return value`");
}

TEST_CASE("a reserved word that does come later is not missing", "[feel][control]") {
  CHECK(complaints("if a b then c else d") ==
        "6^1 unexpected-token: unexpected `b`, expected `then`");
  CHECK(complaints("some x of xs satisfies x") ==
        "14^9 unexpected-token: unexpected `satisfies`, expected `in`");
}

TEST_CASE("reserved words cannot name a variable", "[feel][control]") {
  const std::string rest = " is reserved and cannot be a name | choose another name";
  CHECK(complaints("some in in xs satisfies true") == "6^2 reserved-word: `in`" + rest);
  CHECK(complaints("function(if) 1") == "10^2 reserved-word: `if`" + rest);
}

TEST_CASE("functions of other languages are refused", "[feel][control]") {
  CHECK(
      complaints("function(x) external {java: {}}") ==
      "13^8 external-function: external functions are not supported | write the body as a formula");
}

}  // namespace sudui::tests
