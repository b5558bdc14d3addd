#include "catch.hpp"
#include "shape.hpp"

namespace sudui::tests {

TEST_CASE("paths, filters and calls follow one another", "[feel][postfix]") {
  CHECK(shape("a.b.c") == "(path 'c' (path 'b' a))");
  CHECK(shape("a[1].b") == "(path 'b' (filter a 1))");
  CHECK(shape("f(x)(y)") == "(call (call f x) y)");
  CHECK(shape("a.f(x)[item > 1]") == "(filter (call (path 'f' a) x) (> item 1))");
  CHECK(shape("[1, 2][1]") == "(filter (list 1 2) 1)");
  CHECK(shape("{a: 1}.a") == "(path 'a' (context a: 1))");
}

TEST_CASE("words behind a dot are one member", "[feel][postfix]") {
  CHECK(shape("r.start included and b") == "(and (path 'start included' r) b)");
  CHECK(shape("t.time offset = x") == "(= (path 'time offset' t) x)");
  CHECK(shape("a.b instance of c") == "(instance 'c' (path 'b' a))");
  CHECK(shape("a.in + 1") == "(+ (path 'in' a) 1)");
  CHECK(shape("date(x).day of week") == "(path 'day of week' (call date x))");
}

TEST_CASE("a filter may hold any expression", "[feel][postfix]") {
  CHECK(shape("a[b = 1 and c in [1..2]]") == "(filter a (and (= b 1) (in c (range [] 1 2))))");
  CHECK(shape("a[some x in b satisfies x]") == "(filter a (some x: b x))");
}

TEST_CASE("a call takes no, one or many arguments", "[feel][postfix]") {
  CHECK(shape("f()") == "(call f)");
  CHECK(shape("f(1)") == "(call f 1)");
  CHECK(shape("f(1, [2], if a then b else c)") == "(call f 1 (list 2) (if a b c))");
  CHECK(shape("not(a)") == "(call not a)");
}

TEST_CASE("arguments may be named, with spaces and reserved words", "[feel][postfix]") {
  CHECK(shape("substring(string: \"a\", start position: 2)") ==
        "(call string: start position: substring \"a\" 2)");
  CHECK(shape("f(if: 1)") == "(call if: f 1)");
  CHECK(shape("number(from: \"1\", decimal separator: \",\")") ==
        "(call from: decimal separator: number \"1\" \",\")");
}

TEST_CASE("the names of arguments have places", "[feel][postfix]") {
  const formula_reading read("f(a b: 1, c: 2)");
  const feel::node& call = read.tree().top();
  REQUIRE(call.name_places.size() == 2);
  CHECK(read.text_of(call.name_places[0]) == "a b");
  CHECK(read.text_of(call.name_places[1]) == "c");
}

TEST_CASE("a call with some arguments named is refused", "[feel][postfix]") {
  const std::string rest =
      " mixed-arguments: named and unnamed arguments are mixed | name all arguments of the call, "
      "or "
      "none";
  CHECK(complaints("f(a: 1, 2)") == "9^1" + rest);
  CHECK(complaints("f(1, b: 2)") == "6^1" + rest);
}

TEST_CASE("literals cannot be called", "[feel][postfix]") {
  for (const std::string literal : {"123", "\"f\"", "true", "null", "@\"x\""}) {
    CHECK(complaints(literal + "(1)") ==
          std::to_string(literal.size() + 1) +
              "^1 unexpected-token: unexpected `(`, expected an operator or the end");
  }
}

TEST_CASE("a member has a place of its own", "[feel][postfix]") {
  const formula_reading read("abc . start included");
  CHECK(read.text_of(read.tree().top().operator_where) == "start included");
  CHECK(read.text_of(read.tree().top().where) == "abc . start included");
}

}  // namespace sudui::tests
