#include "syntax/cursor.hpp"

#include "catch.hpp"

using sudui::syntax::cursor;

TEST_CASE("a cursor never leaves its text", "[syntax][cursor]") {
  cursor look("ab", 7);
  CHECK(look.is_at_end());
  CHECK(look.at() == 2);
  CHECK(look.peek() == '\0');
  look.skip(5);
  look.skip_blanks();
  look.skip_to_line_end();
  CHECK_FALSE(look.skip_line_end());
  CHECK(look.at() == 2);
}

TEST_CASE("white space, comments and line ends are passed", "[syntax][cursor]") {
  cursor look("  # one\r\n\t# two\n x", 0);
  look.skip_to_token();
  CHECK(look.peek() == 'x');
  cursor lines("\r\n\nx", 0);
  CHECK(lines.skip_line_end());
  CHECK(lines.at() == 2);
  CHECK(lines.skip_line_end());
  CHECK_FALSE(lines.skip_line_end());
}

TEST_CASE("only as many spaces are passed as asked for", "[syntax][cursor]") {
  cursor look("    x", 0);
  CHECK(look.skip_spaces(2) == 2);
  CHECK(look.skip_spaces(9) == 2);
  CHECK(look.peek() == 'x');
}
