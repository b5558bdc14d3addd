// Each usual mistake in YAML gets its own words, at the place that should be mended.
#include "catch.hpp"
#include "reading.hpp"

using sudui::tests::yaml;

TEST_CASE("a tab as indentation", "[syntax][yaml_error]") {
  CHECK(yaml("a:\n\tb: 1\n").findings() ==
        "t:2:1: error: a tab cannot indent a line [yaml-tab]\n"
        "  \tb: 1\n"
        "  ^\n"
        "  help: use spaces");
  CHECK(yaml("a: |\n\tx\n").codes() == "yaml-tab 2:1");
}

TEST_CASE("a missing space behind a colon", "[syntax][yaml_error]") {
  CHECK(yaml("rate:5%\nb: 1\n").findings() ==
        "t:1:5: error: a space is missing behind the colon of `rate` [yaml-space-after-colon]\n"
        "  rate:5%\n"
        "      ^\n"
        "  help: write `rate: ` and then the value");
  CHECK(yaml("a: 1\nrate:5%\n").codes() == "yaml-space-after-colon 2:5");
  CHECK(yaml("- rate:5%\n  b: 1\n").codes() == "yaml-space-after-colon 1:7");
}

TEST_CASE("a full-width colon", "[syntax][yaml_error]") {
  CHECK(yaml("a: 1\n名称：速兑\nb: 2\n").findings() ==
        "t:2:3: error: a full-width colon does not end a key [yaml-wide-colon]\n"
        "  名称：速兑\n"
        "      ^^\n"
        "  help: write a colon and a space: `名称: `");
}

TEST_CASE("a key without a colon", "[syntax][yaml_error]") {
  CHECK(yaml("a: 1\nround\nb: 2\n").findings() ==
        "t:2:1: error: no colon follows the key `round` [yaml-missing-colon]\n"
        "  round\n"
        "  ^^^^^\n"
        "  help: write `round: ` and then the value");
  CHECK(yaml("a: 1\nround\n").codes() == "yaml-missing-colon 2:1");
  CHECK(yaml("a: {round, up}\n").codes().empty());
}

TEST_CASE("a second colon in a line", "[syntax][yaml_error]") {
  CHECK(yaml("title: note: x\n").findings() ==
        "t:1:12: error: a second `: ` in one line [yaml-second-colon]\n"
        "  title: note: x\n"
        "             ^\n"
        "  help: put a value that contains a colon and a space in quotes");
}

TEST_CASE("an indentation that fits no block", "[syntax][yaml_error]") {
  CHECK(yaml("a: 1\n  b: 2\n").findings() ==
        "t:2:3: error: this line does not fit the block above it [yaml-indentation]\n"
        "    b: 2\n"
        "    ^^^^\n"
        "  help: the entries of one block start in the same column, deeper than what they belong "
        "to");
  CHECK(yaml("a:\n    b: 1\n  c: 2\n").codes() == "yaml-indentation 3:3");
  CHECK(yaml("a: 1\n- b\n").codes() == "yaml-indentation 2:1");
}

TEST_CASE("text behind a document that no marker divides from it", "[syntax][yaml_error]") {
  CHECK(yaml("- a\nb: 1\n").codes() == "yaml-indentation 2:1");
  CHECK(yaml("\"a\" \"b\"\n").codes() == "yaml-indentation 1:5");
}

TEST_CASE("a list in the line of its key", "[syntax][yaml_error]") {
  CHECK(yaml("a: - b\n").findings() ==
        "t:1:4: error: a list cannot start in the line of its key [yaml-list-behind-key]\n"
        "  a: - b\n"
        "     ^\n"
        "  help: start the list in the next line, or write `[a, b]`");
}

TEST_CASE("a quote that is never closed", "[syntax][yaml_error]") {
  CHECK(yaml("a: 1\nb: \"text\nc: 2\n").findings() ==
        "t:2:4: error: this quote is never closed [yaml-unclosed-quote]\n"
        "  b: \"text\n"
        "     ^\n"
        "  help: close it with `\"` at the end of the text");
  CHECK(yaml("a: 'it''s\n").codes() == "yaml-unclosed-quote 1:4");
  CHECK(yaml("a: \"x\" # don't\nb: 'y\n---\nc: 1\n").codes() == "yaml-unclosed-quote 2:4");
  CHECK(yaml("a: \"x\\\"\n---\nc: 1\n").codes() == "yaml-unclosed-quote 1:4");
}

TEST_CASE("a bracket that is never closed", "[syntax][yaml_error]") {
  CHECK(yaml("a: {b: 1\nc: 2\n").findings() ==
        "t:1:4: error: this `{` is never closed [yaml-unclosed-bracket]\n"
        "  a: {b: 1\n"
        "     ^\n"
        "  help: close it with `}`; the entries between are divided by commas");
  CHECK(yaml("a: [1, [2, 3]\n").codes() == "yaml-unclosed-bracket 1:4");
}

TEST_CASE("a quote that the next one closes some lines below", "[syntax][yaml_error]") {
  CHECK(yaml("a: \"b\nc: \"d\"\ne: f\n").codes() == "yaml-unclosed-quote 1:4");
  CHECK(yaml("a:\n  b: 'x\n  c: 'y'\n").codes() == "yaml-unclosed-quote 2:6");
}

TEST_CASE("a value that starts with a quoted text or a list and goes on", "[syntax][yaml_error]") {
  CHECK(yaml("a: 1\nrequire: \"high\" in quals\n").findings() ==
        "t:2:17: error: text follows behind the closing `\"` [yaml-text-behind]\n"
        "  require: \"high\" in quals\n"
        "                  ^^^^^^^^\n"
        "  help: put the whole value in quotes, or write it as a block behind `|`");
  CHECK(yaml("a: [1, 2][1] > 3\n").codes() == "yaml-text-behind 1:10");
  CHECK(yaml("- 'it's'\n- b\n").codes() == "yaml-text-behind 1:7");
  CHECK(yaml("{a: \"b\" c}\n").codes() == "yaml-text-behind 1:9");
}

TEST_CASE("a comma that is missing between two entries", "[syntax][yaml_error]") {
  CHECK(yaml("{zh: 甲 en: b}\n").findings() ==
        "t:1:10: error: a comma or quotes are missing in front of this [yaml-missing-comma]\n"
        "  {zh: 甲 en: b}\n"
        "            ^\n"
        "  help: divide entries by commas; put a value with `: ` in it in quotes");
  CHECK(yaml("[a: b: c]\n").codes() == "yaml-missing-comma 1:6");
}

TEST_CASE("a bracket that closes nothing", "[syntax][yaml_error]") {
  CHECK(yaml("a: ]\n").findings() ==
        "t:1:4: error: this `]` closes nothing [yaml-stray-bracket]\n"
        "  a: ]\n"
        "     ^");
}

TEST_CASE("a character that cannot start a text", "[syntax][yaml_error]") {
  CHECK(yaml("a: @b\n").findings() ==
        "t:1:4: error: a text cannot start with `@` [yaml-reserved]\n"
        "  a: @b\n"
        "     ^\n"
        "  help: put the text in quotes");
  CHECK(yaml("a: %b\n").codes() == "yaml-reserved 1:4");
}

TEST_CASE("an escape that YAML does not have", "[syntax][yaml_error]") {
  CHECK(yaml("a: \"x\\q\"\n").findings() ==
        "t:1:6: error: no such escape in a double-quoted text [yaml-escape]\n"
        "  a: \"x\\q\"\n"
        "       ^^\n"
        "  help: write `\\\\` for a backslash, or use single quotes");
  CHECK(yaml("a: \"\\xZZ\"\n").codes() == "yaml-escape 1:5");
  CHECK(yaml("a: \"\\ud800\"\n").codes() == "yaml-escape 1:5");
  CHECK(yaml("a: \"x\\_\"\n").codes() == "yaml-escape 1:6");
}

TEST_CASE("the rest is told in general words", "[syntax][yaml_error]") {
  CHECK(yaml("a: &x &y b\n").codes() == "yaml-syntax 1:7");
  CHECK(yaml("a: & b\n").codes().starts_with("yaml-syntax"));
}

TEST_CASE("the Chinese words stand beside the English ones", "[syntax][yaml_error]") {
  const auto read = yaml("rate:5%\nb: 1\n");
  const auto found = read.out.render(read.files);
  REQUIRE(found.size() == 1);
  CHECK(to_text(found[0], sudui::language::zh) ==
        "t:1:5: 错误: `rate` 的冒号后缺少空格 [yaml-space-after-colon]\n"
        "  rate:5%\n"
        "      ^\n"
        "  提示: 请写成 `rate: ` 再接值");
}
