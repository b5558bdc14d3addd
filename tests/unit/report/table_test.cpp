#include "report/table.hpp"

#include "catch.hpp"

using namespace sudui::report;
using lines = std::vector<std::string>;

TEST_CASE("a Chinese character takes two columns", "[report][table]") {
  table rows(80, 9);
  rows.add({"奖励", "x"});
  rows.add({"abc", "y"});
  CHECK(rows.to_string(0) == "奖励  x\nabc   y\n");
}

TEST_CASE("numbers are aligned right", "[report][table]") {
  table rows(80, 9, {1});
  rows.add({"a", "5", "e"});
  rows.add({"b", "1,200", "e"});
  CHECK(rows.to_string(2) == "  a      5  e\n  b  1,200  e\n");
}

TEST_CASE("a mark stands in the indentation", "[report][table]") {
  table rows(80, 9);
  rows.add({"a"}, "?");
  rows.add({"b"});
  CHECK(rows.to_string(3) == "?  a\n   b\n");
}

TEST_CASE("the flexible column is broken where the width ends", "[report][table]") {
  table rows(30, 1);
  rows.add({"id", "one two three four five six"});
  CHECK(rows.to_string(0) == "id  one two three four five\n    six\n");
}

TEST_CASE("words are kept whole and Chinese breaks anywhere", "[report][table]") {
  CHECK(wrap("one two", 5) == lines{"one", "two"});
  CHECK(wrap("一二三四五", 4) == lines{"一二", "三四", "五"});
  CHECK(wrap("一二三四五", 5) == lines{"一二", "三四", "五"});
  CHECK(wrap("abcdefgh", 3) == lines{"abc", "def", "gh"});
}

TEST_CASE("a text that fits is one line, and no text is one empty line", "[report][table]") {
  CHECK(wrap("abc", 3) == lines{"abc"});
  CHECK(wrap("", 3) == lines{""});
}

TEST_CASE("a width of nothing still ends", "[report][table]") {
  CHECK(wrap("一二", 0) == lines{"一", "二"});
}

TEST_CASE("no line begins with closing punctuation", "[report][table]") {
  CHECK(wrap("一二三，四", 6) == lines{"一二", "三，四"});
  CHECK(wrap("一二（三）四", 8) == lines{"一二（", "三）四"});
}
