// Every node and every diagnostic must find its way back into the file, also out of a block scalar
// whose lines were cut at the front.
#include "catch.hpp"
#include "feel/parser.hpp"
#include "shape.hpp"

namespace sudui::tests {
TEST_CASE("nodes of a block scalar lie where they stand in the file", "[feel][spans]") {
  text::sources files;
  const std::uint32_t file = files.add("rules.yaml", "when: |\n  a > 1\n  and bb\n");
  text::sink out;
  text::excerpt formula("a > 1\nand bb\n", file, 10);
  formula.anchor(6, 18);
  const feel::expression tree = feel::parse(formula, out);
  const auto text_of = [&](text::span where) {
    return std::string(files[where.file].bytes().substr(where.begin, where.end - where.begin));
  };
  CHECK(text_of(tree.top().where) == "a > 1\n  and bb");
  CHECK(text_of(tree.top().operator_where) == "and");
  CHECK(text_of(tree[tree.top().children[0]].where) == "a > 1");
  CHECK(text_of(tree[tree.top().children[1]].where) == "bb");
}

TEST_CASE("all nodes of a formula lie inside their parents", "[feel][spans]") {
  for (const std::string formula :
       {"some q in quals satisfies q.type in (\"a\", > 2) and q.list_year = year",
        "if (a + b) * 2 between 1 and f(x: [1..2[, y z: {a: 1}.a) then -c else d instance of "
        "list<x>",
        "for i in 1..10 return (< 5) = xs[item > 1]", "not(a) and not(b)(c)"}) {
    const formula_reading read(formula);
    REQUIRE(read.is_clean());
    for (const feel::node& parent : read.tree().nodes) {
      CAPTURE(formula, read.text_of(parent.where));
      CHECK_FALSE(read.text_of(parent.where).empty());
      for (const feel::node_id child : parent.children) {
        const text::span inner = read.tree()[child].where;
        CHECK((inner.begin >= parent.where.begin && inner.end <= parent.where.end));
      }
    }
  }
}

TEST_CASE("the subject of a cell stands nowhere", "[feel][spans]") {
  const formula_reading read = formula_reading::of_tests("> 5, 6");
  const feel::node& root = read.tree().top();
  const text::span subject = read.tree()[root.children[0]].where;
  CHECK(subject.begin == subject.end);
  CHECK(read.text_of(root.where) == "> 5, 6");
  CHECK(read.text_of(read.tree()[root.children[1]].operator_where) == ">");
}

TEST_CASE("operators of every construct have a place", "[feel][spans]") {
  const std::pair<std::string, std::string> pairs[] = {{"-a", "-"},
                                                       {"a ** b", "**"},
                                                       {"a or b", "or"},
                                                       {"a in b", "in"},
                                                       {"f(x)", "("},
                                                       {"a[1]", "["},
                                                       {"a.bc", "bc"},
                                                       {"[1..2]", ".."},
                                                       {"if a then b else c", "if"},
                                                       {"for x in y return x", "for"},
                                                       {"(< 5)", "<"},
                                                       {"function(x) x", "function"},
                                                       {"a between b and c", "between"},
                                                       {"a instance of b", "b"}};
  for (const auto& [formula, sign] : pairs) {
    const formula_reading read(formula);
    CAPTURE(formula);
    REQUIRE(read.is_clean());
    CHECK(read.text_of(read.tree().top().operator_where) == sign);
  }
}

}  // namespace sudui::tests
