#include "catch.hpp"
#include "reading.hpp"
#include "syntax/anchors.hpp"

using sudui::tests::yaml;
using sudui::text::tree;

TEST_CASE("an alias becomes a copy of what it names", "[syntax][yaml]") {
  const auto read = yaml("a: &x {b: 1}\nc: *x\nd: &y text\ne: *y\n");
  CHECK(read.findings().empty());
  REQUIRE(read.documents.size() == 1);
  const tree& root = read.documents[0];
  REQUIRE(root.find("c") != nullptr);
  CHECK(root.find("c")->find("b")->text() == "1");
  CHECK(root.find("e")->text() == "text");
}

TEST_CASE("a copy keeps the place of what it was copied from", "[syntax][yaml]") {
  const auto read = yaml("- &x foo\n- *x\n");
  REQUIRE(read.documents.size() == 1);
  const auto& items = read.documents[0].items;
  CHECK(items[0].where == items[1].where);
  CHECK(read.source_of(items[1]) == "foo");
}

TEST_CASE("an anchor in front of a node does not belong to it", "[syntax][yaml]") {
  const auto read = yaml("a: &x # named\n  \"foo\"\n&k b: &l [1]\n");
  CHECK(read.findings().empty());
  REQUIRE(read.documents.size() == 1);
  const auto& entries = read.documents[0].entries;
  CHECK(read.source_of(entries[0].value) == "\"foo\"");
  CHECK(read.source_of(entries[1].key_where) == "b");
  CHECK(read.source_of(entries[1].value) == "[1]");
}

TEST_CASE("an alias of nothing and of itself are errors", "[syntax][yaml]") {
  CHECK(yaml("a: *nope\n").findings() ==
        "t:1:4: error: nothing is named `nope` above [yaml-unknown-alias]\n"
        "  a: *nope\n"
        "     ^^^^^\n"
        "  help: put the text in quotes if it is no alias");
  CHECK(yaml("a: &x [1, *x]\n").codes() == "yaml-alias-of-itself 1:11");
  CHECK(yaml("a: &x 1\n---\nb: *x\n").codes() == "yaml-unknown-alias 3:4");
}

TEST_CASE("aliases of aliases cannot blow up a small file", "[syntax][yaml]") {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    const std::string name = "a" + std::to_string(i);
    text += name + ": &" + name + " [";
    for (int j = 0; j < 10; ++j) text += last + (j < 9 ? ", " : "]\n");
  }
  CHECK(yaml(text).codes().starts_with("too-many-nodes"));
}

TEST_CASE("aliases cannot multiply a long text", "[syntax][yaml]") {
  sudui::syntax::limits most;
  most.bytes = 10'000;
  std::string text = "- &x " + std::string(4000, 'y') + "\n";
  CHECK(yaml(text + "- *x\n", most).codes().empty());
  CHECK(yaml(text + "- *x\n- *x\n", most).codes() == "too-many-nodes 3:3");
}

TEST_CASE("aliases cannot nest deeper than the limit", "[syntax][yaml]") {
  std::string text = "- &a0 [x]\n";
  for (int i = 1; i < 100; ++i) {
    text += "- &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) + "]\n";
  }
  CHECK(yaml(text).codes().starts_with("too-deep"));
}

TEST_CASE("the cost of a tree counts nodes, bytes and height", "[syntax][anchors]") {
  const auto read = yaml("{ab: [c, de], f: ~}\n");
  REQUIRE(read.documents.size() == 1);
  const auto cost = sudui::syntax::cost_of(read.documents[0]);
  CHECK(cost.nodes == 5);
  CHECK(cost.bytes == 2 + 1 + 2 + 1 + 1);
  CHECK(cost.height == 3);
}
