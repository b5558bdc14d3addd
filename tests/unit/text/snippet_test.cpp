#include "catch.hpp"
#include "text/render.hpp"
#include "text/utf8.hpp"

using sudui::text::snippet;
using sudui::text::source;

namespace {

std::string under(std::string_view line, std::string_view part) {
  const source from("f", std::string(line));
  const auto begin = static_cast<std::uint32_t>(line.find(part));
  return snippet(from, begin, begin + static_cast<std::uint32_t>(part.size()));
}

}  // namespace

TEST_CASE("carets stand under the place", "[text][snippet]") {
  CHECK(under("a: tax + 1", "tax") == "a: tax + 1\n   ^^^");
}

TEST_CASE("wide characters before and under the place take two columns", "[text][snippet]") {
  CHECK(under("条件: 税率 > 1", "税率") == "条件: 税率 > 1\n      ^^^^");
  CHECK(under("条件: 税率 > 1", ">") == "条件: 税率 > 1\n           ^");
  CHECK(under("e\u0301: x", "x") == "e\u0301: x\n   ^");
}

TEST_CASE("tabs before the place are kept as tabs", "[text][snippet]") {
  CHECK(under("\ta:\tx", "x") == "\ta:\tx\n\t  \t^");
}

TEST_CASE("a place longer than its line ends at the line's end", "[text][snippet]") {
  const source from("f", "one two\nthree");
  CHECK(snippet(from, 4, 13) == "one two\n    ^^^");
}

TEST_CASE("an empty place and the end of a line get one caret", "[text][snippet]") {
  const source from("f", "ab\r\n");
  CHECK(snippet(from, 1, 1) == "ab\n ^");
  CHECK(snippet(from, 2, 2) == "ab\n  ^");
  CHECK(snippet(from, 3, 4) == "ab\n  ^");
  CHECK(snippet(from, 4, 4) == "\n^");
}

TEST_CASE("a place inside a character stands for the whole character", "[text][snippet]") {
  const source from("f", "年x");
  CHECK(snippet(from, 1, 2) == "年x\n^^");
}

TEST_CASE("what would steer a terminal is shown as a replacement", "[text][snippet]") {
  CHECK(under("a\x1b[2Jb", "b") == "a\uFFFD[2Jb\n     ^");
  CHECK(under("a\u202e b", "b") == "a\uFFFD b\n   ^");
  CHECK(under("a\xff b", "b") == "a\uFFFD b\n   ^");
}

TEST_CASE("of a long line the surroundings of the place are shown", "[text][snippet]") {
  const std::string line = std::string(500, 'a') + "HERE" + std::string(500, 'b');
  const std::string shown = under(line, "HERE");
  const auto end_of_line = shown.find('\n');
  REQUIRE(end_of_line != std::string::npos);
  const std::string first = shown.substr(0, end_of_line);
  const std::string carets = shown.substr(end_of_line + 1);
  CHECK(first.size() < 160);
  CHECK(first.substr(0, 4) == "...a");
  CHECK(first.substr(first.size() - 4) == "b...");
  CHECK(first.find("HERE") == carets.find("^^^^"));
  CHECK(carets.substr(carets.find('^')) == "^^^^");
}
