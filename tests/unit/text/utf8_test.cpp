#include "text/utf8.hpp"

#include "catch.hpp"

using namespace sudui::text;

TEST_CASE("decoding gives the code point and its length", "[text][utf8]") {
  const std::string_view bytes = "a\u00e9\u5e74\U0001F600";
  CHECK(decode(bytes, 0).value == U'a');
  CHECK(decode(bytes, 1).value == U'\u00e9');
  CHECK(decode(bytes, 3).value == U'\u5e74');
  CHECK(decode(bytes, 6).value == U'\U0001F600');
  CHECK(decode(bytes, 6).length == 4);
}

TEST_CASE("broken UTF-8 is found at its first byte", "[text][utf8]") {
  CHECK(first_invalid("plain \u5e74") == std::string_view::npos);
  CHECK(first_invalid("ab\x80") == 2);            // a tail without a head
  CHECK(first_invalid("a\xE5\xB9") == 1);         // cut short
  CHECK(first_invalid("\xC0\xAF") == 0);          // overlong slash
  CHECK(first_invalid("\xE0\x80\xAF") == 0);      // overlong in three bytes
  CHECK(first_invalid("x\xED\xA0\x80") == 1);     // surrogate
  CHECK(first_invalid("\xF4\x90\x80\x80") == 0);  // above U+10FFFF
  CHECK(first_invalid("\xFF") == 0);
  CHECK(first_invalid("\xE5\x41\x41") == 0);  // tail missing
}

TEST_CASE("an invalid byte counts as one code point", "[text][utf8]") {
  CHECK(count_code_points("a\u5e74b") == 3);
  CHECK(count_code_points("a\xFF\xFE") == 3);
  CHECK(count_code_points("") == 0);
}

TEST_CASE("wide characters take two columns and combining marks none", "[text][utf8]") {
  CHECK(display_width(U'a') == 1);
  CHECK(display_width(U'\u00e9') == 1);
  CHECK(display_width(U'\u5e74') == 2);
  CHECK(display_width(U'\uff0c') == 2);  // full-width comma
  CHECK(display_width(U'\u3002') == 2);  // ideographic full stop
  CHECK(display_width(U'\uac00') == 2);  // Hangul
  CHECK(display_width(U'\U0001F600') == 2);
  CHECK(display_width(U'\u0301') == 0);
  CHECK(display_width(U'\u200d') == 0);
  CHECK(display_width(U'\u201c') == 1);  // ambiguous counts as one
  CHECK(display_width(std::string_view("e\u0301\u5e74")) == 3);
}

TEST_CASE("control characters and direction marks are not printable", "[text][utf8]") {
  CHECK(is_printable(U'a'));
  CHECK(is_printable(U'\u5e74'));
  CHECK_FALSE(is_printable(U'\x1b'));
  CHECK_FALSE(is_printable(U'\x7f'));
  CHECK_FALSE(is_printable(U'\u0085'));
  CHECK_FALSE(is_printable(U'\u202e'));
  CHECK_FALSE(is_printable(U'\u2066'));
}

TEST_CASE("writing and reading a code point gives it back", "[text][utf8]") {
  for (const char32_t each :
       {U'a', U'\u00e9', U'\u07ff', U'\u0800', U'\uffff', U'\U00010000', U'\U0010ffff'}) {
    std::string bytes;
    append_utf8(bytes, each);
    CHECK(decode(bytes, 0).value == each);
    CHECK(decode(bytes, 0).length == bytes.size());
  }
}
