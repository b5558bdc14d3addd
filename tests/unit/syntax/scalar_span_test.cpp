// A scalar's text leads back to its source, byte for byte, however it is written.
#include "syntax/scalar_span.hpp"

#include "catch.hpp"
#include "reading.hpp"

using sudui::tests::reading;
using sudui::tests::yaml;
using sudui::text::tree;

namespace {

// The value of `f` in a text; its scalar must say what is expected.
const tree& value_of(const reading& read, std::string_view expected) {
  REQUIRE(read.findings().empty());
  REQUIRE(read.documents.size() == 1);
  const tree* found = read.documents[0].find("f");
  REQUIRE(found != nullptr);
  REQUIRE(found->text() == expected);
  return *found;
}

}  // namespace

TEST_CASE("a plain scalar stands in the source as it is", "[syntax][scalar_span]") {
  const auto read = yaml("f: 税率 > 5%   # comment\n");
  const tree& value = value_of(read, "税率 > 5%");
  CHECK(read.source_of(value) == "税率 > 5%");
  CHECK(read.source_of(value, "> 5") == "> 5");
}

TEST_CASE("a plain scalar over several lines drops the indentation", "[syntax][scalar_span]") {
  const auto read = yaml("f: one   two \n    three\n\n\n  four\n");
  const tree& value = value_of(read, "one   two three\n\nfour");
  CHECK(read.source_of(value, "two") == "two");
  CHECK(read.source_of(value, "two three") == "two \n    three");
  CHECK(read.source_of(value, "three") == "three");
  CHECK(read.source_of(value, "four") == "four");
  CHECK(read.source_of(value) == "one   two \n    three\n\n\n  four");
}

TEST_CASE("escapes of double quotes lead back as a whole", "[syntax][scalar_span]") {
  const auto read = yaml(R"(f: "a\tb \u5e74 \x41\U0001F600 \"q\" \\ c")");
  const tree& value = value_of(read, "a\tb \u5e74 A\U0001F600 \"q\" \\ c");
  CHECK(read.source_of(value, "\t") == "\\t");
  CHECK(read.source_of(value, "b \u5e74") == "b \\u5e74");
  CHECK(read.source_of(value, "A") == "\\x41");
  CHECK(read.source_of(value, "\U0001F600") == "\\U0001F600");
  CHECK(read.source_of(value, "\"q\"") == "\\\"q\\\"");
  CHECK(read.source_of(value, "c") == "c");
}

TEST_CASE("double quotes fold lines, and an escaped line end vanishes", "[syntax][scalar_span]") {
  const auto read = yaml("f: \"one  \n    two\\\n    three \\\n  \\ four\n\n  five\"\n");
  const tree& value = value_of(read, "one twothree  four\nfive");
  CHECK(read.source_of(value, "one two") == "one  \n    two");
  CHECK(read.source_of(value, "three") == "three");
  CHECK(read.source_of(value, "twothree") == "two\\\n    three");
  CHECK(read.source_of(value, "four") == "four");
  CHECK(read.source_of(value, "five") == "five");
}

TEST_CASE("single quotes double their own quote", "[syntax][scalar_span]") {
  const auto read = yaml("f: 'it''s\n    a \\ text'\n");
  const tree& value = value_of(read, "it's a \\ text");
  CHECK(read.source_of(value, "'") == "''");
  CHECK(read.source_of(value, "s a") == "s\n    a");
  CHECK(read.source_of(value, "text") == "text");
  CHECK(read.source_of(value) == "'it''s\n    a \\ text'");
}

TEST_CASE("a literal block keeps lines and drops indentation", "[syntax][scalar_span]") {
  const auto read = yaml("f: |  # comment\n\n    if a\n      then b\n\n    else c\n\n\n");
  const tree& value = value_of(read, "\nif a\n  then b\n\nelse c\n");
  CHECK(read.source_of(value, "if a") == "if a");
  CHECK(read.source_of(value, "then b") == "then b");
  CHECK(read.source_of(value, "  then") == "  then");
  CHECK(read.source_of(value, "else") == "else");
  CHECK(read.source_of(value, "b\n\nelse") == "b\n\n    else");
  CHECK(read.source_of(value) == "|  # comment\n\n    if a\n      then b\n\n    else c");
}

TEST_CASE("a folded block joins lines, but for deeper ones", "[syntax][scalar_span]") {
  const auto read = yaml("f: >\n  one\n  two\n\n  three\n    deeper\n  four\n");
  const tree& value = value_of(read, "one two\nthree\n  deeper\nfour\n");
  CHECK(read.source_of(value, "two") == "two");
  CHECK(read.source_of(value, "one two") == "one\n  two");
  CHECK(read.source_of(value, "three") == "three");
  CHECK(read.source_of(value, "deeper") == "deeper");
  CHECK(read.source_of(value, "four") == "four");
}

TEST_CASE("chomping and given indentation are followed", "[syntax][scalar_span]") {
  CHECK(value_of(yaml("f: |-\n  a\n\n"), "a").text() == "a");
  CHECK(value_of(yaml("f: |+\n  a\n\ng: 1\n"), "a\n\n").text() == "a\n\n");
  const auto read = yaml("f: |2-\n     a\n   b\n");
  const tree& value = value_of(read, "   a\n b");
  CHECK(read.source_of(value, "a") == "a");
  CHECK(read.source_of(value, "b") == "b");
  CHECK(read.source_of(value, " b") == " b");
}

TEST_CASE("a block that ends with the file needs no line end", "[syntax][scalar_span]") {
  const auto read = yaml("f: |\n  a\n  b");
  const tree& value = *read.documents.at(0).find("f");
  CHECK(read.source_of(value, "b") == "b");
}

TEST_CASE("CRLF line ends fold as one", "[syntax][scalar_span]") {
  const auto read = yaml("f: >-\r\n  a\r\n  b\r\n\r\n  c\r\n");
  const tree& value = value_of(read, "a b\nc");
  CHECK(read.source_of(value, "a b") == "a\r\n  b");
  CHECK(read.source_of(value, "c") == "c");
}

TEST_CASE("a text that does not fit its source leads back as a whole", "[syntax][scalar_span]") {
  const auto found = sudui::syntax::trace_scalar("x: 'abc' y", 0, 3, "other", false);
  CHECK_FALSE(found.is_exact);
  CHECK(found.is_closed);
  CHECK(found.text.text() == "other");
  CHECK(found.text.where(1, 2) == sudui::text::span{0, 3, 8});
}

TEST_CASE("a quote that is never closed is noticed", "[syntax][scalar_span]") {
  const auto found = sudui::syntax::trace_scalar("x: \"abc", 0, 3, "abc", false);
  CHECK_FALSE(found.is_closed);
  CHECK(found.where == sudui::text::span{0, 3, 7});
}

TEST_CASE("a long run of blanks is traced in linear time", "[syntax][scalar_span]") {
  const std::string blanks(1'000'000, ' ');
  const auto read = yaml("f: \"a" + blanks + "b\"\n");
  const tree& value = value_of(read, "a" + blanks + "b");
  CHECK(read.source_of(value, "b") == "b");
}
