// Each usual mistake in JSON gets its own words, at the place that should be mended.
#include "catch.hpp"
#include "reading.hpp"

using sudui::tests::json;

TEST_CASE("a text that stops too early is told at its end", "[syntax][json_error]") {
  CHECK(json("{\"a\": [1, 2\n\n").findings() ==
        "t:1:12: error: the JSON text ends too early [json-ends-early]\n"
        "  {\"a\": [1, 2\n"
        "             ^\n"
        "  help: a text, list or object is still open");
  CHECK(json("\"abc").codes() == "json-ends-early 1:5");
  CHECK(json("{\"a\"").codes() == "json-ends-early 1:5");
  CHECK(json("-").codes() == "json-ends-early 1:2");
}

TEST_CASE("nothing at all is no JSON", "[syntax][json_error]") {
  CHECK(json("").codes() == "json-empty 1:1");
  CHECK(json(" \n\t ").codes() == "json-empty 1:1");
}

TEST_CASE("more text behind the value", "[syntax][json_error]") {
  CHECK(json("{} {}").findings() ==
        "t:1:4: error: the JSON value has ended, but more text follows [json-extra]\n"
        "  {} {}\n"
        "     ^");
  CHECK(json("012").codes() == "json-extra 1:2");
}

TEST_CASE("a comma before a closing bracket", "[syntax][json_error]") {
  CHECK(json("{\"a\": 1,\n}").findings() ==
        "t:1:8: error: no comma may stand before `}` in JSON [json-last-comma]\n"
        "  {\"a\": 1,\n"
        "         ^\n"
        "  help: delete the comma");
  CHECK(json("[1, ]").codes() == "json-last-comma 1:3");
}

TEST_CASE("what cannot stand in JSON is named", "[syntax][json_error]") {
  CHECK(json("{'a': 1}").findings() ==
        "t:1:2: error: `'` cannot stand here in JSON [json-syntax]\n"
        "  {'a': 1}\n"
        "   ^\n"
        "  help: keys and texts stand in double quotes, a comma between two entries");
  CHECK(json("{\"甲\": NaN}").findings() ==
        "t:1:7: error: `NaN` cannot stand here in JSON [json-syntax]\n"
        "  {\"甲\": NaN}\n"
        "         ^^^\n"
        "  help: keys and texts stand in double quotes, a comma between two entries");
  CHECK(json("{\"a\": 1 \"b\": 2}").codes() == "json-syntax 1:9");
  CHECK(json("{\"a\"：1}").codes() == "json-syntax 1:5");
  CHECK(json("// no").codes() == "json-syntax 1:1");
}

TEST_CASE("a line end in a text", "[syntax][json_error]") {
  CHECK(json("[\"a\nb\"]").codes() == "json-control 1:4");
  CHECK(json("[\"a\tb\"]").codes() == "json-control 1:4");
}

TEST_CASE("an escape that JSON does not have", "[syntax][json_error]") {
  CHECK(json("[\"a\\q\"]").codes() == "json-escape 1:4");
  CHECK(json("[\"\\u12x4\"]").codes() == "json-escape 1:3");
  CHECK(json("[\"\\ud800\"]").codes() == "json-escape 1:3");
  CHECK(json("[\"\\ud800A\"]").codes() == "json-escape 1:3");
  CHECK(json("[\"\\udc00\"]").codes() == "json-escape 1:3");
}

TEST_CASE("what is not UTF-8 is found inside texts and outside", "[syntax][json_error]") {
  CHECK(json("[\"ab\xE5\x41\"]").codes() == "bad-utf8 1:5");
  CHECK(json("\xFF").codes() == "bad-utf8 1:1");
  CHECK(json("{\"a\": \"\xB9\xAB\"}").codes() == "bad-utf8 1:8");
}

TEST_CASE("an exponent beyond all bounds", "[syntax][json_error]") {
  CHECK(json("[1, -2.5e99999999999]").findings() ==
        "t:1:5: error: the exponent of this number is too large [json-number]\n"
        "  [1, -2.5e99999999999]\n"
        "      ^^^^^^^^^^^^^^^^");
  CHECK(json("[1e1234567890]").codes() == "json-number 1:2");
  CHECK(json("[1e-0000000000005]").codes().empty());
}
