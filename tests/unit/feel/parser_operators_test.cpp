#include "catch.hpp"
#include "shape.hpp"

namespace sudui::tests {

TEST_CASE("operators bind by their level", "[feel][operators]") {
  CHECK(shape("a or b and c") == "(or a (and b c))");
  CHECK(shape("a and b = c") == "(and a (= b c))");
  CHECK(shape("a < b + c") == "(< a (+ b c))");
  CHECK(shape("a + b * c") == "(+ a (* b c))");
  CHECK(shape("a * b ** c") == "(* a (** b c))");
  CHECK(shape("(a + b) * c") == "(* (+ a b) c)");
}

TEST_CASE("operators of one level group to the left", "[feel][operators]") {
  CHECK(shape("a - b - c") == "(- (- a b) c)");
  CHECK(shape("a - (b - c)") == "(- a (- b c))");
  CHECK(shape("a / b * c") == "(* (/ a b) c)");
  CHECK(shape("3 ** 4 ** 5") == "(** (** 3 4) 5)");
  CHECK(shape("a or b or c") == "(or (or a b) c)");
  CHECK(shape("a = b = true") == "(= (= a b) true)");
}

TEST_CASE("a minus binds tighter than any operator", "[feel][operators]") {
  CHECK(shape("-2 ** 2") == "(** (negate 2) 2)");
  CHECK(shape("2 ** -2") == "(** 2 (negate 2))");
  CHECK(shape("-a + b") == "(+ (negate a) b)");
  CHECK(shape("a - -b") == "(- a (negate b))");
  CHECK(shape("--a") == "(negate (negate a))");
  CHECK(shape("-a.b") == "(negate (path 'b' a))");
}

TEST_CASE("every comparison has its node", "[feel][operators]") {
  for (const std::string sign : {"=", "!=", "<", "<=", ">", ">="}) {
    CHECK(shape("a " + sign + " b") == "(" + sign + " a b)");
  }
}

TEST_CASE("an and inside between belongs to it", "[feel][operators]") {
  CHECK(shape("a between 1 and 5") == "(between a 1 5)");
  CHECK(shape("a between 1 and 5 and b") == "(and (between a 1 5) b)");
  CHECK(shape("a + 1 between b - 1 and b * 2") == "(between (+ a 1) (- b 1) (* b 2))");
  CHECK(shape("a between 1 and 2 or b between 3 and 4") == "(or (between a 1 2) (between b 3 4))");
}

TEST_CASE("instance of takes a type", "[feel][operators]") {
  CHECK(shape("a instance of number") == "(instance 'number' a)");
  CHECK(shape("a instance of date and time and b") == "(and (instance 'date and time' a) b)");
  CHECK(shape("a + b instance of string") == "(+ a (instance 'string' b))");
  CHECK(shape("a.b instance of number") == "(instance 'number' (path 'b' a))");
  CHECK(shape("instance + of") == "(+ instance of)");
}

TEST_CASE("types are brought to one spelling", "[feel][operators]") {
  CHECK(shape("a instance of list< number >") == "(instance 'list<number>' a)");
  CHECK(shape("a instance of list<list<date and time>>") ==
        "(instance 'list<list<date and time>>' a)");
  CHECK(shape("a instance of context<x:number,y z:string>") ==
        "(instance 'context<x: number, y z: string>' a)");
  CHECK(shape("a instance of function<number,string>->boolean") ==
        "(instance 'function<number, string> -> boolean' a)");
  CHECK(shape("a instance of function<>->Any") == "(instance 'function<> -> Any' a)");
  CHECK(shape("a instance of my.own.type") == "(instance 'my.own.type' a)");
  CHECK(shape("a instance of years and months duration = b") ==
        "(= (instance 'years and months duration' a) b)");
}

TEST_CASE("a sign stands where the caret should", "[feel][operators]") {
  const formula_reading read("abc <= def + 1");
  CHECK(read.text_of(read.tree().top().operator_where) == "<=");
  CHECK(read.text_of(read.tree().top().where) == "abc <= def + 1");
  const formula_reading between("x between 1 and 5");
  CHECK(between.text_of(between.tree().top().operator_where) == "between");
  const formula_reading type("x instance of list<number>");
  CHECK(type.text_of(type.tree().top().operator_where) == "list<number>");
}

TEST_CASE("brackets belong to the construct around them, not to the inner one",
          "[feel][operators]") {
  const formula_reading read("(a + b) * (c)");
  const feel::node& product = read.tree().top();
  CHECK(read.text_of(product.where) == "(a + b) * (c)");
  CHECK(read.text_of(read.tree()[product.children[0]].where) == "a + b");
  CHECK(read.text_of(read.tree()[product.children[1]].where) == "c");
}

}  // namespace sudui::tests
