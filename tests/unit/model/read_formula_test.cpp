#include "model/read_formula.hpp"

#include "catch.hpp"
#include "loaded.hpp"

using namespace sudui;
using namespace sudui::model;
using namespace sudui::tests;

TEST_CASE("a formula keeps its text, its tree and its place", "[model][read_formula]") {
  fragment from("staff > 300");
  const formula read = read_formula(from.tree(), "require", from.in());
  REQUIRE(read.is_given());
  CHECK(read.source().text() == "staff > 300");
  CHECK(read.parsed().top().kind == feel::node_kind::greater);
  CHECK(from.at(read.where()) == "staff > 300");
  CHECK(from.found().empty());
}

TEST_CASE("a list where a formula belongs is told with the way out", "[model][read_formula]") {
  fragment from("[1, 2]");
  CHECK_FALSE(read_formula(from.tree(), "amount", from.in()).is_given());
  CHECK(from.found() == codes{"formula-shape"});
}

TEST_CASE("a formula over the limit is not parsed", "[model][read_formula]") {
  fragment from("1 + 1");
  reading narrow{from.in().files, from.in().out, {}};
  narrow.bounds.max_formula_bytes = 4;
  CHECK_FALSE(read_formula(from.tree(), "amount", narrow).is_given());
  CHECK(from.found() == codes{"formula-too-long"});
}

TEST_CASE("tests are read as tests", "[model][read_formula]") {
  fragment from("'< 300, > 500'");
  const formula read = read_tests(from.tree(), "when", from.in());
  REQUIRE(read.is_given());
  CHECK(read.parsed().top().kind == feel::node_kind::in);
  CHECK(read.parsed().top().children.size() == 3);
}

TEST_CASE("one formula stands for a list of one", "[model][read_formula]") {
  fragment one("1");
  fragment two("[1, 2]");
  fragment none("[]");
  CHECK(read_formulas(one.tree(), "on", one.in()).size() == 1);
  CHECK(read_formulas(two.tree(), "on", two.in()).size() == 2);
  CHECK(read_formulas(none.tree(), "on", none.in()).empty());
  CHECK(none.found() == codes{"empty-list"});
}

TEST_CASE("an iteration is a name and a list, each at its place", "[model][read_formula]") {
  fragment from("hire  in new_hires[degree = \"master\"]");
  const iteration read = read_iteration(from.tree(), "for_each", from.in());
  CHECK(read.variable.text == "hire");
  CHECK(from.at(read.variable.where) == "hire");
  REQUIRE(read.list.is_given());
  CHECK(read.list.parsed().top().kind == feel::node_kind::filter);
  CHECK(from.at(read.list.parsed().top().where) == "new_hires[degree = \"master\"]");
}

TEST_CASE("what is not written as an iteration is refused", "[model][read_formula]") {
  for (const char* text : {"hires", "h in", "in hires", "h of hires", "h inhires", "''", "h i"}) {
    CAPTURE(text);
    fragment from(text);
    CHECK_FALSE(read_iteration(from.tree(), "for_each", from.in()).list.is_given());
    CHECK(from.found() == codes{"bad-iteration"});
  }
}

TEST_CASE("a part of a quoted text is traced past its escapes", "[model][read_formula]") {
  fragment from("\"a\\u0020in \\\"x\\\" + b\"");
  const text::excerpt& whole = from.tree().scalar;
  REQUIRE(whole.text() == "a in \"x\" + b");
  const text::excerpt part = part_of(whole, 5, whole.text().size());
  CHECK(part.text() == "\"x\" + b");
  CHECK(from.at(part.where(0, 3)) == "\\\"x\\\"");
  CHECK(from.at(part.where(6, 7)) == "b");
}

TEST_CASE("only a plain literal is a number here", "[model][read_formula]") {
  fragment plain("300万");
  fragment sum("1 + 1");
  const auto number = literal_of(read_formula(plain.tree(), "to", plain.in()));
  REQUIRE(number);
  CHECK(*number == decimal(3'000'000));
  CHECK_FALSE(literal_of(read_formula(sum.tree(), "to", sum.in())));
  CHECK_FALSE(literal_of(formula{}));
}
