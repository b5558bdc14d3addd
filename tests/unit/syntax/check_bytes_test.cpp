#include "syntax/check_bytes.hpp"

#include "catch.hpp"
#include "reading.hpp"

using sudui::tests::yaml;

TEST_CASE("what is not UTF-8 is reported and nothing is read", "[syntax][check_bytes]") {
  const auto read = yaml("a: 1\nb: \xB9\xAB\n");
  CHECK(read.documents.empty());
  CHECK(read.findings() ==
        "t:2:4: error: the text is not UTF-8 from here on [bad-utf8]\n"
        "  b: \uFFFD\uFFFD\n"
        "     ^\n"
        "  help: save the file in the encoding UTF-8");
}

TEST_CASE("control characters are reported by their number", "[syntax][check_bytes]") {
  CHECK(yaml(std::string_view("a: \0b", 5)).findings() ==
        "t:1:4: error: the character U+0000 may not stand in a text [bad-character]\n"
        "  a: \uFFFDb\n"
        "     ^\n"
        "  help: delete it");
  CHECK(yaml("a: \x04").codes() == "bad-character 1:4");
  CHECK(yaml("a: \x7f").codes() == "bad-character 1:4");
  CHECK(yaml("a: 1\rb: 2\n").codes() == "bad-character 1:5");
  CHECK(yaml("a: \xEF\xBB\xBF"
             "1")
            .codes() == "bad-character 1:4");
}

TEST_CASE("tabs, line ends and any other character pass", "[syntax][check_bytes]") {
  CHECK(yaml("a:\t1\r\nb: \u5e74\U0001F600\u00A0\n").codes().empty());
}

TEST_CASE("the limit of bytes is told with the size", "[syntax][check_bytes]") {
  sudui::syntax::limits most;
  most.bytes = 4;
  CHECK(yaml("a: 12", most).findings() ==
        "t:1:1: error: 5 bytes are more than the limit of 4 [too-large]\n"
        "  a: 12\n"
        "  ^\n"
        "  help: split it into several files");
}
