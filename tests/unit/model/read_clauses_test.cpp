#include "model/read_clauses.hpp"

#include <memory>

#include "catch.hpp"
#include "loaded.hpp"

using namespace sudui;
using namespace sudui::model;
using namespace sudui::tests;

namespace {

struct clauses_read {
  std::vector<clause> clauses;
  codes found;
};

clauses_read clauses_of(const std::string& list) {
  fragment from("clauses:\n" + list);
  legal_source doc;
  doc.key = "doc";
  doc.document = "D";
  const std::vector<citation> sources = {citation(std::make_shared<const legal_source>(doc), {})};
  mapping_reader keys(from.tree(), "policy", from.in());
  clauses_read made;
  made.clauses = read_clauses(keys, {sources, {}});
  made.found = from.found();
  return made;
}

}  // namespace

TEST_CASE("a clause has an id, a text, a formula and a citation", "[model][read_clauses]") {
  const auto [clauses, found] = clauses_of(
      "  - {clause: big, zh: 大, en: big, require: staff > 300, cite: doc, veto: true}\n");
  REQUIRE(clauses.size() == 1);
  CHECK(clauses[0].id.text == "big");
  CHECK(clauses[0].label == localized{"大", "big"});
  CHECK(clauses[0].kind == clause_kind::require);
  CHECK(clauses[0].require.is_given());
  CHECK(clauses[0].veto);
  CHECK(clauses[0].cite.source().document == "D");
  CHECK(found.empty());
}

TEST_CASE("groups nest, and children have the citation of their group", "[model][read_clauses]") {
  const auto [clauses, found] = clauses_of(R"(
  - clause: either
    zh: 之一
    en: one of
    cite: doc
    any:
      - {clause: a, zh: A, en: A, require: true}
      - clause: neither
        zh: 均非
        en: none of
        none:
          - {clause: b, zh: B, en: B, require: false}
)");
  REQUIRE(clauses.size() == 1);
  CHECK(clauses[0].kind == clause_kind::any);
  REQUIRE(clauses[0].children.size() == 2);
  CHECK(clauses[0].children[0].cite.source().document == "D");
  CHECK(clauses[0].children[1].kind == clause_kind::none);
  REQUIRE(clauses[0].children[1].children.size() == 1);
  CHECK(clauses[0].children[1].children[0].cite.source().document == "D");
  CHECK(found.empty());
}

TEST_CASE("an empty group is told", "[model][read_clauses]") {
  CHECK(clauses_of("  - {clause: a, zh: A, en: A, cite: doc, all: []}\n").found ==
        codes{"empty-list"});
}

TEST_CASE("an id may stand once, however deep", "[model][read_clauses]") {
  const std::string inner = "[{clause: a, zh: A, en: A, require: true}]";
  CHECK(clauses_of("  - {clause: a, zh: A, en: A, cite: doc, all: " + inner + "}\n").found ==
        codes{"duplicate-id"});
}

TEST_CASE("a clause without an id is told once", "[model][read_clauses]") {
  const std::string nameless = "  - {zh: A, en: A, require: true, cite: doc}\n";
  CHECK(clauses_of(nameless + nameless).found == codes{"missing-key", "missing-key"});
}

TEST_CASE("what is no mapping among the clauses is told", "[model][read_clauses]") {
  CHECK(clauses_of("  - staff > 300\n").found == codes{"wrong-shape"});
}
