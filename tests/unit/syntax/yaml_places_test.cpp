// Places of keys, lists and mappings; those of scalars are in scalar_span_test.cpp.
#include "catch.hpp"
#include "reading.hpp"

using sudui::tests::yaml;
using sudui::text::tree;

TEST_CASE("keys and values know their bytes, behind wide characters too", "[syntax][yaml]") {
  const auto read = yaml("条件: 税率\n\"b\" : 'c'\n");
  REQUIRE(read.documents.size() == 1);
  const auto& entries = read.documents[0].entries;
  CHECK(read.source_of(entries[0].key_where) == "条件");
  CHECK(read.source_of(entries[0].value) == "税率");
  CHECK(read.source_of(entries[1].key_where) == "\"b\"");
  CHECK(read.source_of(entries[1].value) == "'c'");
}

TEST_CASE("a bracketed list or mapping reaches from bracket to bracket", "[syntax][yaml]") {
  const auto read = yaml("a: [1, {b: 2, }, [ ] ,  # comment ]\n  3\n ]\nc: {d, e: }\n");
  REQUIRE(read.documents.size() == 1);
  const tree& list = *read.documents[0].find("a");
  CHECK(read.source_of(list) == "[1, {b: 2, }, [ ] ,  # comment ]\n  3\n ]");
  REQUIRE(list.items.size() == 4);
  CHECK(read.source_of(list.items[1]) == "{b: 2, }");
  CHECK(read.source_of(list.items[2]) == "[ ]");
  CHECK(read.source_of(*read.documents[0].find("c")) == "{d, e: }");
}

TEST_CASE("a block list or mapping ends with its last node", "[syntax][yaml]") {
  const auto read = yaml("a:\n  - b: 1\n    c: 2\n  - d\n# comment\ne: 3\n");
  REQUIRE(read.documents.size() == 1);
  const tree& list = *read.documents[0].find("a");
  CHECK(read.source_of(list) == "- b: 1\n    c: 2\n  - d");
  CHECK(read.source_of(list.items[0]) == "b: 1\n    c: 2");
}

TEST_CASE("a missing value stands where it was announced", "[syntax][yaml]") {
  const auto read = yaml("a:\nb:\n  -\n  - x\n");
  REQUIRE(read.documents.size() == 1);
  const auto& a = *read.documents[0].find("a");
  CHECK(a.where.begin == 1);
  CHECK(read.source_of(a) == ":");
  const auto& list = *read.documents[0].find("b");
  REQUIRE(list.items.size() == 2);
  CHECK(read.source_of(list.items[0]) == "-");
}

TEST_CASE("a written null stands where it is written", "[syntax][yaml]") {
  const auto read = yaml("a: null\nb: ~\n");
  REQUIRE(read.documents.size() == 1);
  CHECK(read.source_of(*read.documents[0].find("a")) == "null");
  CHECK(read.source_of(*read.documents[0].find("b")) == "~");
}

TEST_CASE("places in later documents count from the front of the file", "[syntax][yaml]") {
  const auto read = yaml("a: 1\n---\nb: c: d\n---\nkey: value\n");
  REQUIRE(read.documents.size() == 2);
  CHECK(read.source_of(read.documents[1]) == "key: value");
  CHECK(read.source_of(*read.documents[1].find("key")) == "value");
}
