#include "model/overlay.hpp"

#include "catch.hpp"
#include "loaded.hpp"

using namespace sudui;
using namespace sudui::tests;
using text::tree;

namespace {

std::string written(const tree& what) {
  if (what.is_scalar()) return std::string(what.text());
  std::string text;
  for (const tree& item : what.items) text += (text.empty() ? "" : ", ") + written(item);
  if (what.is_sequence()) return "[" + text + "]";
  for (const tree::entry& each : what.entries) {
    text += (text.empty() ? "" : ", ") + each.key + ": " + written(each.value);
  }
  return "{" + text + "}";
}

// The first document with the second laid over it.
std::string merged(const std::string& base, const std::string& over, const codes& expected = {}) {
  fragment below("base: " + base + "\nover: " + over + "\n");
  const tree made =
      model::overlay(*below.tree().find("base"), *below.tree().find("over"), below.in());
  CHECK(below.found() == expected);
  return written(made);
}

}  // namespace

TEST_CASE("mappings merge, and everything else is replaced", "[model][overlay]") {
  CHECK(merged("{a: 1, b: {c: 2, d: 3}}", "{b: {d: 4, e: 5}, f: 6}") ==
        "{a: 1, b: {c: 2, d: 4, e: 5}, f: 6}");
  CHECK(merged("{a: [1, 2]}", "{a: [3]}") == "{a: [3]}");
  CHECK(merged("{a: {b: 1}}", "{a: 2}") == "{a: 2}");
  CHECK(merged("{a: 1}", "{}") == "{a: 1}");
}

TEST_CASE("null takes a key away", "[model][overlay]") {
  CHECK(merged("{a: 1, b: 2}", "{a: ~}") == "{b: 2}");
  CHECK(merged("{a: {b: 1, c: 2}}", "{a: {b: null}}") == "{a: {c: 2}}");
}

TEST_CASE("clauses merge by id", "[model][overlay]") {
  const std::string base = "{clauses: [{clause: a, require: x}, {clause: b, require: y}]}";
  CHECK(merged(base, "{clauses: {b: {require: z}}}") ==
        "{clauses: [{clause: a, require: x}, {clause: b, require: z}]}");
  CHECK(merged(base, "{clauses: {a: null}}") == "{clauses: [{clause: b, require: y}]}");
  CHECK(merged(base, "{clauses: [{clause: c}]}") == "{clauses: [{clause: c}]}");
}

TEST_CASE("a clause is found inside a group", "[model][overlay]") {
  CHECK(merged("{clauses: [{any: [{clause: a, require: x}], clause: g}]}",
               "{clauses: {a: {require: z}, g: {veto: true}}}") ==
        "{clauses: [{any: [{clause: a, require: z}], clause: g, veto: true}]}");
}

TEST_CASE("benefits merge by id, clauses of a benefit too", "[model][overlay]") {
  CHECK(merged("{benefits: [{benefit: a, amount: 1}]}", "{benefits: {a: {amount: 2}}}") ==
        "{benefits: [{benefit: a, amount: 2}]}");
  CHECK(merged("{benefit: {clauses: [{clause: a, require: x}]}}",
               "{benefit: {clauses: {a: {require: z}}}}") ==
        "{benefit: {clauses: [{clause: a, require: z}]}}");
}

TEST_CASE("an id that is not there is reported", "[model][overlay]") {
  CHECK(merged("{clauses: [{clause: a}]}", "{clauses: {b: {require: z}}}",
               {"nothing-to-override"}) == "{clauses: [{clause: a}]}");
}

TEST_CASE("a mapping over another list replaces it", "[model][overlay]") {
  CHECK(merged("{tags: [a, b]}", "{tags: {a: 1}}") == "{tags: {a: 1}}");
}

TEST_CASE("every piece keeps its own place", "[model][overlay]") {
  fragment from("base: {a: 1, b: 2}\nover: {b: 34}\n");
  const tree made = model::overlay(*from.tree().find("base"), *from.tree().find("over"), from.in());
  CHECK(from.at(made.find("a")->where) == "1");
  CHECK(from.at(made.find("b")->where) == "34");
}

TEST_CASE("a version may not override without end", "[model][overlay]") {
  std::string many = "{";
  for (int i = 0; i <= 1000; ++i) many += (i == 0 ? "" : ", ") + ("k" + std::to_string(i)) + ": 1";
  CHECK(merged("{a: 1}", many + "}", {"list-too-long"}) == "{a: 1}");
}
