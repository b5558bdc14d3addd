#include "syntax/json.hpp"

#include "catch.hpp"
#include "reading.hpp"

using sudui::tests::json;
using sudui::text::tree;

TEST_CASE("a JSON text becomes a tree in the order written", "[syntax][json]") {
  const auto read = json(R"({"b": 1, "a": ["x", {"y": true}], "c": null})");
  CHECK(read.findings().empty());
  REQUIRE(read.documents.size() == 1);
  const tree& root = read.documents[0];
  REQUIRE(root.is_mapping());
  REQUIRE(root.entries.size() == 3);
  CHECK(root.entries[0].key == "b");
  CHECK(root.find("b")->how == tree::style::number);
  REQUIRE(root.find("a")->items.size() == 2);
  CHECK(root.find("a")->items[0].how == tree::style::quoted);
  CHECK(root.find("a")->items[1].find("y")->how == tree::style::boolean);
  CHECK(root.find("c")->is_null());
}

TEST_CASE("a number keeps the digits it is written with", "[syntax][json]") {
  const auto read = json("[0.10, -1e5, 12345678901234567890123456789012.5, 1E+2, -0, 1e400]");
  REQUIRE(read.documents.size() == 1);
  const auto& items = read.documents[0].items;
  REQUIRE(items.size() == 6);
  CHECK(items[0].text() == "0.10");
  CHECK(items[1].text() == "-1e5");
  CHECK(items[2].text() == "12345678901234567890123456789012.5");
  CHECK(items[3].text() == "1E+2");
  CHECK(items[4].text() == "-0");
  CHECK(items[5].text() == "1e400");
}

TEST_CASE("everything knows its bytes", "[syntax][json]") {
  const auto read = json(" { \"营收\" : [ 1.5 ,{ } , [] ] , \"b\\\\\":false }\n");
  REQUIRE(read.documents.size() == 1);
  const tree& root = read.documents[0];
  CHECK(read.source_of(root) == "{ \"营收\" : [ 1.5 ,{ } , [] ] , \"b\\\\\":false }");
  CHECK(read.source_of(root.entries[0].key_where) == "\"营收\"");
  CHECK(read.source_of(root.entries[1].key_where) == "\"b\\\\\"");
  const tree& list = root.entries[0].value;
  CHECK(read.source_of(list) == "[ 1.5 ,{ } , [] ]");
  CHECK(read.source_of(list.items[0]) == "1.5");
  CHECK(read.source_of(list.items[1]) == "{ }");
  CHECK(read.source_of(list.items[2]) == "[]");
  CHECK(read.source_of(root.entries[1].value) == "false");
}

TEST_CASE("escapes lead back as a whole", "[syntax][json]") {
  const auto read = json(R"(["a\n\u5e74 \ud83d\ude00\"z"])");
  REQUIRE(read.documents.size() == 1);
  const tree& value = read.documents[0].items.at(0);
  CHECK(value.text() == "a\n\u5e74 \U0001F600\"z");
  CHECK(read.source_of(value, "\n") == "\\n");
  CHECK(read.source_of(value, "\u5e74") == "\\u5e74");
  CHECK(read.source_of(value, "\U0001F600") == "\\ud83d\\ude00");
  CHECK(read.source_of(value, "z") == "z");
  CHECK(read.source_of(value, "a\n\u5e74") == "a\\n\\u5e74");
}

TEST_CASE("a string that only looks like another kind stays a string", "[syntax][json]") {
  const auto read = json(R"(["null", "1", "true", ""])");
  REQUIRE(read.documents.size() == 1);
  for (const tree& each : read.documents[0].items) {
    CHECK(each.how == tree::style::quoted);
    CHECK_FALSE(each.is_null());
  }
}

TEST_CASE("a JSON key given twice is kept twice and reported", "[syntax][json]") {
  const auto read = json(R"({"a": 1, "\u0061": 2})");
  CHECK(read.findings() ==
        "t:1:10: error: the key `a` is given twice [duplicate-key]\n"
        "  {\"a\": 1, \"\\u0061\": 2}\n"
        "           ^^^^^^^^");
  REQUIRE(read.documents.size() == 1);
  CHECK(read.documents[0].entries.size() == 2);
}

TEST_CASE("limits of size, depth and number stop the reading of JSON", "[syntax][json]") {
  sudui::syntax::limits most;
  most.bytes = 5;
  CHECK(json("[1,2]", most).codes().empty());
  CHECK(json("[1,23]", most).codes() == "too-large 1:1");
  most = {};
  most.depth = 2;
  CHECK(json("[[1]]", most).codes().empty());
  CHECK(json("[[[1]]]", most).codes().starts_with("too-deep"));
  most = {};
  most.nodes = 3;
  CHECK(json("[1,2]", most).codes().empty());
  CHECK(json("[1,2,3]", most).codes() == "too-many-nodes 1:6");
  CHECK(json("[1,2,[]]", most).codes() == "too-many-nodes 1:6");
}

TEST_CASE("one reader reads line after line, good and bad", "[syntax][json]") {
  sudui::syntax::json_reader reader;
  sudui::text::sink out;
  tree made;
  REQUIRE(reader.read(R"({"a": 1})", 0, made, out));
  CHECK(made.find("a")->text() == "1");
  CHECK_FALSE(reader.read(R"({"a": [1, )", 0, made, out));
  CHECK(made.what == tree::kind::missing);
  CHECK(out.errors() == 1);
  CHECK_FALSE(reader.read(R"({"a": "x)", 0, made, out));
  REQUIRE(reader.read(R"({"b": "y"})", 0, made, out));
  CHECK(made.find("a") == nullptr);
  CHECK(made.find("b")->text() == "y");
  sudui::syntax::json_reader moved = std::move(reader);
  CHECK(moved.read("[]", 0, made, out));
}
