#include "feel/names.hpp"

#include <algorithm>

#include "catch.hpp"
#include "feel/lexer.hpp"
#include "shape.hpp"

namespace sudui::tests {
namespace {

std::size_t spelled(std::string_view name, const std::string& formula) {
  text::sink out;
  const text::excerpt whole(formula, 0, 0);
  return feel::spelled(name, feel::lex(whole, out).all);
}

}  // namespace

TEST_CASE("built-in names with spaces are sorted and free of doubles", "[feel][names]") {
  for (const auto names : {feel::spaced_functions(), feel::spaced_types()}) {
    CHECK(std::is_sorted(names.begin(), names.end()));
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
    for (const std::string_view name : names) CHECK(name.find(' ') != std::string_view::npos);
  }
}

TEST_CASE("a name is spelled by its words, whatever blanks part them", "[feel][names]") {
  CHECK(spelled("day of week", "day of week(x)") == 3);
  CHECK(spelled("day of week", "day   of\n week") == 3);
  CHECK(spelled("day of week", "day of weeks") == 0);
  CHECK(spelled("day of week", "day of") == 0);
  CHECK(spelled("day of week", "dayof week") == 0);
  CHECK(spelled("dayof", "day of") == 0);
}

TEST_CASE("a sign inside a name clings to its words", "[feel][names]") {
  CHECK(spelled("Date-Time2", "Date-Time2") == 3);
  CHECK(spelled("Date-Time2", "Date - Time2") == 0);
  CHECK(spelled("a + b", "a + b") == 3);
  CHECK(spelled("a b", "a \"b\"") == 0);
}

TEST_CASE("plain names are words with single blanks, none reserved", "[feel][names]") {
  CHECK(feel::is_plain_name("year"));
  CHECK(feel::is_plain_name("Full Name"));
  CHECK(feel::is_plain_name("营业收入2024"));
  for (const char* other : {"", " a", "a ", "a  b", "a-b", "2a", "list in order", "if", "a\n"}) {
    CAPTURE(other);
    CHECK_FALSE(feel::is_plain_name(other));
  }
}

TEST_CASE("built-in functions with spaces are one name", "[feel][names]") {
  for (const std::string_view name : feel::spaced_functions()) {
    const std::string function(name);
    CHECK(shape(function + "(x)") == "(call " + function + " x)");
  }
}

TEST_CASE("the longest name wins", "[feel][names]") {
  CHECK(shape("round half up(x, 2)") == "(call round half up x 2)");
  CHECK(shape("round up(x, 2)") == "(call round up x 2)");
  const std::string_view names[] = {"a b", "a b c"};
  CHECK(shape("a b c + a b", {.names = names}) == "(+ a b c a b)");
}

TEST_CASE("a built-in with a reserved word counts before a bracket only", "[feel][names]") {
  CHECK(shape("date and time(x)") == "(call date and time x)");
  CHECK(shape("date and time") == "(and date time)");
  CHECK(shape("date and time (x)") == "(call date and time x)");
  CHECK(shape("sort(x, string length)") == "(call sort x string length)");
}

TEST_CASE("names of the caller may hold spaces, signs and reserved words", "[feel][names]") {
  const std::string_view names[] = {"Full Name", "Date-Time", "values in a list"};
  CHECK(shape("Full  Name = \"x\"", {.names = names}) == "(= Full Name \"x\")");
  CHECK(shape("Date-Time - 1", {.names = names}) == "(- Date-Time 1)");
  CHECK(shape("some v in values in a list satisfies v", {.names = names}) ==
        "(some v: values in a list v)");
  CHECK(shape("Date-Time") == "(- Date Time)");
}

TEST_CASE("a formula may use the names with spaces that it declares", "[feel][names]") {
  CHECK(shape("{tax paid: 1, total: tax paid * 2}") ==
        "(context tax paid: total: 1 (* tax paid 2))");
  CHECK(shape("some good year in years satisfies good year > 1") ==
        "(some good year: years (> good year 1))");
  CHECK(shape("function(first part) first part + 1") == "(function first part: (+ first part 1))");
  CHECK(shape("{\"a + b\": 1, c: a + b}") == "(context a + b: c: 1 (+ a b))");
}

TEST_CASE("two words in a row that are no name are a mistake", "[feel][names]") {
  CHECK(complaints("tax paid > 1") ==
        "5^4 unexpected-token: unexpected `paid`, expected an operator or the end");
}

}  // namespace sudui::tests
