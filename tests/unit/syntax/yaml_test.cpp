#include "catch.hpp"
#include "reading.hpp"

using sudui::tests::yaml;
using sudui::text::tree;

TEST_CASE("mappings, lists and scalars become a tree in the order written", "[syntax][yaml]") {
  const auto read = yaml("b: 1\na:\n  - x\n  - {zh: 甲, en: b}\n");
  REQUIRE(read.documents.size() == 1);
  CHECK(read.findings().empty());
  const tree& root = read.documents[0];
  REQUIRE(root.is_mapping());
  REQUIRE(root.entries.size() == 2);
  CHECK(root.entries[0].key == "b");
  CHECK(root.entries[0].value.text() == "1");
  const tree& list = root.entries[1].value;
  REQUIRE(list.is_sequence());
  REQUIRE(list.items.size() == 2);
  CHECK(list.items[0].text() == "x");
  REQUIRE(list.items[1].find("zh") != nullptr);
  CHECK(list.items[1].find("zh")->text() == "甲");
}

TEST_CASE("all documents are read and empty ones left out", "[syntax][yaml]") {
  CHECK(yaml("").documents.empty());
  CHECK(yaml("# only a comment\n").documents.empty());
  CHECK(yaml("---\n---\n").documents.empty());
  const auto read = yaml("a: 1\n---\n# nothing\n---\nb: 2\n...\n# end\n");
  REQUIRE(read.documents.size() == 2);
  CHECK(read.documents[1].find("b") != nullptr);
  CHECK(read.findings().empty());
}

TEST_CASE("how a scalar was written is kept", "[syntax][yaml]") {
  const auto read = yaml("[a, 'b', \"c\"]\n---\n- |\n  d\n- >-\n  e\n");
  REQUIRE(read.documents.size() == 2);
  const auto& flow = read.documents[0].items;
  CHECK(flow[0].how == tree::style::plain);
  CHECK(flow[1].how == tree::style::quoted);
  CHECK(flow[2].how == tree::style::quoted);
  const auto& block = read.documents[1].items;
  CHECK(block[0].how == tree::style::block);
  CHECK(block[0].text() == "d\n");
  CHECK(block[1].text() == "e");
}

TEST_CASE("null is told from the word in quotes", "[syntax][yaml]") {
  const auto read = yaml("[null, ~, 'null', \"\"]\n---\na:\nb: x\n");
  REQUIRE(read.documents.size() == 2);
  const auto& items = read.documents[0].items;
  CHECK(items[0].is_null());
  CHECK(items[1].is_null());
  CHECK_FALSE(items[2].is_null());
  CHECK_FALSE(items[3].is_null());
  CHECK(read.documents[1].find("a")->is_null());
}

TEST_CASE("a byte order mark and CRLF line ends make no difference", "[syntax][yaml]") {
  const auto read = yaml(
      "\xEF\xBB\xBF"
      "a: 1\r\nb: |\r\n  x\r\n  y\r\n");
  CHECK(read.findings().empty());
  REQUIRE(read.documents.size() == 1);
  CHECK(read.documents[0].find("a")->text() == "1");
  CHECK(read.documents[0].find("b")->text() == "x\ny\n");
  CHECK(read.source_of(*read.documents[0].find("b"), "y") == "y");
}

TEST_CASE("a key given twice is kept twice and reported", "[syntax][yaml]") {
  const auto read = yaml("a: 1\nb: 2\na: 3\n");
  CHECK(read.findings() ==
        "t:3:1: error: the key `a` is given twice [duplicate-key]\n"
        "  a: 3\n"
        "  ^\n"
        "  help: line 1 already has it: keep one of the two");
  REQUIRE(read.documents.size() == 1);
  CHECK(read.documents[0].entries.size() == 3);
  CHECK(yaml("x: {k: 1, k: 2, k: 3}\n").codes() == "duplicate-key 1:11, duplicate-key 1:17");
  CHECK(yaml("x: {k: 1}\ny: {k: 1}\n").codes().empty());
}

TEST_CASE("a syntax error ends its document and not the file", "[syntax][yaml]") {
  const auto read = yaml("a: 1\n---\nb: c: d\n---\ne: 2\n---\nf: [\n---\ng: 3\n");
  CHECK(read.codes() == "yaml-second-colon 3:5, yaml-unclosed-bracket 7:4");
  REQUIRE(read.documents.size() == 3);
  CHECK(read.documents[1].find("e")->text() == "2");
  CHECK(read.source_of(*read.documents[2].find("g")) == "3");
}

TEST_CASE("what YAML allows and rules do not need is refused", "[syntax][yaml]") {
  CHECK(yaml("a: !t x\n").codes() == "yaml-tag 1:4");
  CHECK(yaml("a: !!str 5\n").codes() == "yaml-tag 1:4");
  CHECK(yaml("%YAML 1.2\n---\na: 1\n").codes() == "yaml-directive 1:1");
  CHECK(yaml("<<: {a: 1}\nb: 2\n").codes() == "yaml-merge-key 1:1");
  CHECK(yaml("'<<': 1\n").codes().empty());
  CHECK(yaml("{a: b}: c\n").codes() == "yaml-key-not-text 1:1");
  CHECK(yaml("~: c\n").codes() == "yaml-key-not-text 1:1");
}

TEST_CASE("an entry whose key was refused is left out", "[syntax][yaml]") {
  const auto read = yaml("{[x]: 1, a: 2}\n");
  REQUIRE(read.documents.size() == 1);
  REQUIRE(read.documents[0].entries.size() == 1);
  CHECK(read.documents[0].entries[0].key == "a");
}

TEST_CASE("limits of size, depth and number stop the reading", "[syntax][yaml]") {
  sudui::syntax::limits most;
  most.bytes = 10;
  CHECK(yaml("0123456789", most).codes().empty());
  CHECK(yaml("0123456789a", most).codes() == "too-large 1:1");
  most = {};
  most.depth = 3;
  CHECK(yaml("[[x]]", most).codes().empty());
  CHECK(yaml("[[[x]]]", most).codes() == "too-deep 1:4");
  most = {};
  most.nodes = 4;
  CHECK(yaml("[a, b, c]", most).codes().empty());
  CHECK(yaml("[a, b, c, d]", most).codes() == "too-many-nodes 1:11");
}

TEST_CASE("ten thousand open brackets do not hurt", "[syntax][yaml]") {
  CHECK(yaml(std::string(10'000, '[')).codes().starts_with("too-deep"));
  CHECK(yaml(std::string(10'000, '{')).codes().starts_with("too-deep"));
  std::string dashes;
  for (int i = 0; i < 10'000; ++i) dashes += "- ";
  CHECK(yaml(dashes).codes() == "too-deep 1:129");
}

TEST_CASE("text from which yaml-cpp never moves on is an error", "[syntax][yaml]") {
  CHECK(yaml(", a").codes() == "yaml-syntax 1:1");
  CHECK(yaml("a: 1\n---\n, a\n---\nb: 2\n").documents.size() == 2);
}
