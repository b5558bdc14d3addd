// Where the reader of plain streams gives events, they are those of yaml-cpp, byte for byte; and it
// takes what rules are written in.

#include "syntax/plain_yaml.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.hpp"
#include "support/yaml_events.hpp"

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

}  // namespace

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

TEST_CASE("what is not plain is left to yaml-cpp", "[syntax][plain_yaml]") {
  for (const char* text : {"a: &x 1\nb: *x\n",
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
                           "a: >\n  x\n    y\n",
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

TEST_CASE("nearly every shipped rule file is plain", "[syntax][plain_yaml]") {
  std::size_t files = 0;
  std::size_t taken = 0;
  for (const auto& each : fs::recursive_directory_iterator(fs::path(SUDUI_PROJECT_DIR) / "rules")) {
    if (each.path().extension() != ".yaml") continue;
    INFO(each.path());
    taken += is_taken(bytes_at(each.path())) ? 1U : 0U;
    ++files;
  }
  CHECK(taken * 100 >= files * 95);
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
