#include "report/json_writer.hpp"

#include "catch.hpp"

using sudui::report::json_writer;

TEST_CASE("commas stand between members and items only", "[report][json_writer]") {
  json_writer out;
  out.open_object()
      .key("a")
      .whole(1)
      .key("b")
      .open_array()
      .text("x")
      .flag(true)
      .null()
      .close_array();
  out.key("c").open_object().close_object().key("d").open_array().close_array().close_object();
  CHECK(out.take() == R"({"a":1,"b":["x",true,null],"c":{},"d":[]})");
}

TEST_CASE("arrays of objects are divided", "[report][json_writer]") {
  json_writer out;
  out.open_array()
      .open_object()
      .key("a")
      .whole(-1)
      .close_object()
      .open_object()
      .close_object()
      .close_array();
  CHECK(out.take() == R"([{"a":-1},{}])");
}

TEST_CASE("strings are escaped where the grammar asks for it", "[report][json_writer]") {
  json_writer out;
  out.text("a\"b\\c\n\t\r\x01 \x7F 元");
  CHECK(out.take() == "\"a\\\"b\\\\c\\n\\t\\r\\u0001 \\u007f 元\"");
}

TEST_CASE("bytes that are no UTF-8 become the replacement character", "[report][json_writer]") {
  json_writer out;
  out.text(
      "a\xFF"
      "b");
  CHECK(out.take() ==
        "\"a\xEF\xBF\xBD"
        "b\"");
}
