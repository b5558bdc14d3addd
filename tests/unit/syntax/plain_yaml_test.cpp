// Where the reader of plain streams gives events, they are those of yaml-cpp, byte for byte; and it
// takes what rules are written in.

#include "syntax/plain_yaml.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.hpp"
#include "support/yaml_events.hpp"
#include "syntax/yaml.hpp"

using namespace sudui;
using sudui::tests::events_of;
using sudui::tests::events_of_library;

namespace {

namespace fs = std::filesystem;

bool is_taken(const std::string& text) {
  const auto read = syntax::read_plain_yaml(text);
  if (read) CHECK(events_of(*read) == events_of_library(text));
  return read.has_value();
}

std::string bytes_at(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string told(text::span where) {
  return std::to_string(where.begin) + "-" + std::to_string(where.end) + " ";
}

// A tree with all its places, down to those of every byte of its scalars.
std::string told(const text::tree& what) {
  std::string all = std::to_string(static_cast<int>(what.what)) +
                    std::to_string(static_cast<int>(what.how)) + " " + told(what.where);
  const auto size = static_cast<std::uint32_t>(what.text().size());
  for (std::uint32_t at = 0; at < size; ++at) all += told(what.scalar.where(at, at + 1));
  all += std::string(what.text()) + "\n";
  for (const auto& each : what.items) all += "- " + told(each);
  for (const auto& each : what.entries) {
    all += each.key + " " + told(each.key_where) + ": " + told(each.value);
  }
  return all + "end\n";
}

std::string trees_of(const std::string& text) {
  text::sources files;
  text::sink out;
  files.add("t", text);
  std::string all;
  for (const auto& each : syntax::read_yaml(files, 0, out, {})) all += told(each);
  return all + (out.empty() ? "" : "findings");
}

}  // namespace

TEST_CASE("trees and places are those of yaml-cpp's events", "[syntax][plain_yaml]") {
  const std::string for_the_library = "#\t\n";  // a tab, which is not plain
  const auto check = [&](const std::string& text) {
    INFO(text);
    REQUIRE(syntax::read_plain_yaml(text));
    CHECK(trees_of(text) == trees_of(text + for_the_library));
  };
  check("a: 'it''s'\n\"k\" : \"\"\n'l': {m: \"n \\n\", o: [p q, \"r\"]}\ns: null\nt: '~'\n");
  check("a: >\n  b\n    c\n\n  d\ne: |-\n  f\n   g\n\n  h\ni: j\n   k\n");
  check("a: &x one two\nb: &y\n  - *x\n  - &z 'q'\n  - &n ~\n  - {k: v}\nc: *y\n");
  for (const auto& each : fs::recursive_directory_iterator(fs::path(SUDUI_PROJECT_DIR) / "rules")) {
    if (each.path().extension() == ".yaml") check(bytes_at(each.path()));
  }
}

TEST_CASE("mappings and lists by indentation are taken", "[syntax][plain_yaml]") {
  CHECK(is_taken(
      "a: 1\nb:\n  c: x y\n  d:\n    - 1\n    - k: v\n      w: -5\n    -\n      - deep\n"));
  CHECK(is_taken("a:\n- 1\n- 2\nb: c\n"));
  CHECK(is_taken("- - 1\n  - 2\n- a: 1\n"));
  CHECK(is_taken("# first\n\n---\na: 1  # why\n# between\n---\n# of the second\nb: 2\n"));
  CHECK(is_taken("\"quoted key\": 'it''s'\n'k' : \"a \\\"b\\\" \\n\"\n"));
  CHECK(is_taken("n: null\nt: ~\nN: NULL\nm: nullable\n"));
}

TEST_CASE("brackets, words over lines and blocks are taken", "[syntax][plain_yaml]") {
  CHECK(is_taken("a: {b: 1, c: [x, 'y', {}], d: []}\n"));
  CHECK(is_taken("a: [1,\n  2,  # two\n    {k: v w,\n  l: a:b}\n ]\nb: {}\n"));
  CHECK(is_taken("a: one\n  two\n\n   three\nb: x\n"));
  CHECK(is_taken("- some words\n  go on\n- more\n"));
  CHECK(is_taken(
      "a: |\n  x\n   y\n\n  z\nb: |-\n    only\nc: >\n  one\n  two\n\n  three\nd: >-\n  x\n"));
  CHECK(is_taken("a:\n  - |\n    x\n  - b: >-\n      y\n      z\n"));
  CHECK(is_taken("中文: 常州，苏州\nlist: [甲, 乙]\n"));
}

TEST_CASE("lines of folded blocks that are indented further are taken", "[syntax][plain_yaml]") {
  CHECK(is_taken("a: >\n  x\n    y\n"));
  CHECK(is_taken("a: >\n  x\n    y\n  z\nb: c\n"));
  CHECK(is_taken("a: >-\n  x\n\n    y\n\n\n   z\n\n  w\n  v\n"));
  CHECK(is_taken("- >\n  list:\n   * one\n   * two\n\n  end\n\n- b\n"));
  CHECK(is_taken("a:\n  b: >\n    1\n     2\n\n\n     3\n    4\n  c: d\n"));
}

TEST_CASE("anchors in front of values and aliases are taken", "[syntax][plain_yaml]") {
  CHECK(is_taken("a: &x 1\nb: *x\n"));
  CHECK(is_taken("- &x-1 word  # why\n- *x-1  # again\n- &y 'q'\n- &z \"q\"\n- *z\n- *y\n"));
  CHECK(is_taken("a:\n  - &first\n    k: v\n    l: w\n  - *first\nb:\n  - *first\n"));
  CHECK(is_taken("a: &m\n  k: &n ~\n  l: [1,\n 2]\nb: *m\nc: *n\n"));
  CHECK(is_taken("- &s\n  - 1\n  -   &t  {a: b}\n- &u [1, 2]\n- *s\n-   *t\n"));
  CHECK(is_taken("a: &x 1\nb: &x 2\nc: *x\n---\na: &x 3\nb: *x\n"));
  CHECK(is_taken("- &deep\n     # below\n\n      a: 1\n- &shallow\n b: 2\n- *deep\n"));
}

TEST_CASE("what is not plain is left to yaml-cpp", "[syntax][plain_yaml]") {
  for (const char* text : {"a: *x\n",
                           "a: &x 1\n---\nb: *x\n",
                           "a: &x\n",
                           "a: & 1\n",
                           "a: &x 1\nb: *x c\n",
                           "a: &x 1\n*x : b\n",
                           "&x a: 1\n",
                           "&x\na: 1\n",
                           "- &x a: 1\n",
                           "- &x\n- 1\n",
                           "a: &x\n- 1\n",
                           "a: &x\n  words\n",
                           "a: &x one\n  two\n",
                           "- &x |\n  text\n",
                           "a: &x &y 1\n",
                           "a: &x *x\n",
                           "a: &x,y 1\n",
                           "a: &x 1\nb: [*x]\n",
                           "a: !!str 1\n",
                           "? a\n: b\n",
                           "a:\n",
                           "a:\t1\n",
                           "a: 1\r\n",
                           "a: 1",
                           "- \n",
                           "a: b: c\n",
                           "a: [1, 2\n",
                           "a: 1\n  b: 2\n",
                           "a:\n    b: 1\n   c: 2\n",
                           "--- a: 1\n",
                           "a: 1\n...\n",
                           "a: |+\n  x\n\n",
                           "a: |2\n    x\n",
                           "a: >\n  x \n    y\n",
                           "a: >\n    x\n  y\n",
                           "a: 'x\n  y'\n",
                           "a: \"\\u5e74\"\n",
                           "{a: 1}\n",
                           "just words\n",
                           "a: [b: 1]\n",
                           "a: {b, c}\n",
                           "a: {\"b\":1}\n",
                           "a: x  # no\n  more\n",
                           "%YAML 1.2\n---\na: 1\n",
                           "a: [1,]\n",
                           "---\n---\na: 1\n",
                           "a: @b\n",
                           "a: \"x\" y\n"}) {
    INFO(text);
    CHECK_FALSE(syntax::read_plain_yaml(text));
  }
}

TEST_CASE("documents that are left out are passed over unread", "[syntax][plain_yaml]") {
  const auto read = syntax::read_plain_yaml(
      "a: 1\n---\n# of the test\ntest: [wrong\n  \"\n---\nb: 2\n---\ntest: last\n", "test");
  REQUIRE(read);
  CHECK(events_of(*read) ==
        "document 0 \nmapping 0 \nplain 0 a\nplain 3 1\nend mapping\nend document\n"
        "passed over 40 \n"
        "document 40 \nmapping 44 \nplain 44 b\nplain 47 2\nend mapping\nend document\n"
        "passed over 64 \n");
  CHECK(syntax::read_plain_yaml("tests: 1\n", "test")->events.size() == 6);
}

TEST_CASE("every shipped rule file is plain", "[syntax][plain_yaml]") {
  std::size_t files = 0;
  std::size_t taken = 0;
  for (const auto& each : fs::recursive_directory_iterator(fs::path(SUDUI_PROJECT_DIR) / "rules")) {
    if (each.path().extension() != ".yaml") continue;
    INFO(each.path());
    taken += is_taken(bytes_at(each.path())) ? 1U : 0U;
    ++files;
  }
  CHECK(taken == files);
}

TEST_CASE("the files of the tests mean the same wherever they are plain", "[syntax][plain_yaml]") {
  std::size_t taken = 0;
  for (const auto& each : fs::recursive_directory_iterator(SUDUI_TEST_DATA)) {
    if (each.path().extension() != ".yaml") continue;
    INFO(each.path());
    taken += is_taken(bytes_at(each.path())) ? 1U : 0U;
  }
  CHECK(taken > 50);
}
