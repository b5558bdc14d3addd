#include "catch.hpp"
#include "shape.hpp"

namespace sudui::tests {

TEST_CASE("literals are leaves", "[feel][primary]") {
  CHECK(shape("12") == "12");
  CHECK(shape("\"a\"") == "\"a\"");
  CHECK(shape("true") == "true");
  CHECK(shape("false") == "false");
  CHECK(shape("null") == "null");
  CHECK(shape("@\"2024-02-29\"") == "@2024-02-29");
  CHECK(shape("((x))") == "x");
}

TEST_CASE("names of any script are leaves", "[feel][primary]") {
  CHECK(shape("tax_paid") == "tax_paid");
  CHECK(shape("研发费用 / 营业收入") == "(/ 研发费用 营业收入)");
  CHECK(shape("?") == "?");
}

TEST_CASE("lists hold expressions", "[feel][primary]") {
  CHECK(shape("[]") == "(list)");
  CHECK(shape("[1]") == "(list 1)");
  CHECK(shape("[1, a + 2, [3]]") == "(list 1 (+ a 2) (list 3))");
}

TEST_CASE("ranges open and close with any of three brackets", "[feel][primary]") {
  CHECK(shape("[1..5]") == "(range [] 1 5)");
  CHECK(shape("(1..5)") == "(range () 1 5)");
  CHECK(shape("]1..5[") == "(range () 1 5)");
  CHECK(shape("[1..5)") == "(range [) 1 5)");
  CHECK(shape("[1..5[") == "(range [) 1 5)");
  CHECK(shape("(1..5]") == "(range (] 1 5)");
  CHECK(shape("]1..5]") == "(range (] 1 5)");
}

TEST_CASE("the ends of a range are expressions", "[feel][primary]") {
  CHECK(shape("[year - 2..year]") == "(range [] (- year 2) year)");
  CHECK(shape("[-1..f(x)]") == "(range [] (negate 1) (call f x))");
  CHECK(shape("[\"a\"..\"c\"]") == "(range [] \"a\" \"c\")");
  CHECK(shape("[@\"2024-01-01\"..as_of]") == "(range [] @2024-01-01 as_of)");
  CHECK(shape("(null..10)") == "(range () null 10)");
}

TEST_CASE("a bracket at the high end closes the range or filters it", "[feel][primary]") {
  CHECK(shape("[1..a[2]]") == "(range [] 1 (filter a 2))");
  CHECK(shape("[1..a[") == "(range [) 1 a)");
  CHECK(shape("[1..a[-1]]") == "(range [] 1 (filter a (negate 1)))");
  CHECK(shape("[[1..a[, 2]") == "(list (range [) 1 a) 2)");
  CHECK(shape("[1..f(a[1])[") == "(range [) 1 (call f (filter a 1)))");
  CHECK(shape("x in ]1..a[ and b") == "(and (in x (range () 1 a)) b)");
}

TEST_CASE("a range of one end lacks the other", "[feel][primary]") {
  CHECK(shape("(< 5)") == "(range () none 5)");
  CHECK(shape("(<= 5)") == "(range (] none 5)");
  CHECK(shape("(> 5)") == "(range () 5 none)");
  CHECK(shape("(>= 5)") == "(range [) 5 none)");
}

TEST_CASE("tests of equality may stand as values", "[feel][primary]") {
  CHECK(shape("(= 5)") == "(test = 5)");
  CHECK(shape("(!= 5) = x") == "(= (test != 5) x)");
}

TEST_CASE("contexts keep their keys in order", "[feel][primary]") {
  CHECK(shape("{}") == "(context)");
  CHECK(shape("{b: 1, a: 2}") == "(context b: a: 1 2)");
  CHECK(shape("{a: {b: [1]}}") == "(context a: (context b: (list 1)))");
}

TEST_CASE("keys are names of any words and signs, or strings", "[feel][primary]") {
  CHECK(shape("{\"a key\": 1}") == "(context a key: 1)");
  CHECK(shape("{start  included: 1}") == "(context start included: 1)");
  CHECK(shape("{if: 1, in: 2}") == "(context if: in: 1 2)");
  CHECK(shape("{foo+bar: 1, Date-Time2: 2}") == "(context foo+bar: Date-Time2: 1 2)");
  CHECK(shape("{营业收入: 1}") == "(context 营业收入: 1)");
}

TEST_CASE("keys have places", "[feel][primary]") {
  const formula_reading read("{a: 1, \"b c\": 2}");
  const feel::node& context = read.tree().top();
  REQUIRE(context.name_places.size() == 2);
  CHECK(read.text_of(context.name_places[0]) == "a");
  CHECK(read.text_of(context.name_places[1]) == "\"b c\"");
}

}  // namespace sudui::tests
