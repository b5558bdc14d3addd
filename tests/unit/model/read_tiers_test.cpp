#include "model/read_tiers.hpp"

#include "catch.hpp"
#include "loaded.hpp"

using namespace sudui;
using namespace sudui::model;
using namespace sudui::tests;

namespace {

codes found_in_tiers(const char* text) {
  fragment from(text);
  static_cast<void>(read_tiers(from.tree(), from.in()));
  return from.found();
}

}  // namespace

TEST_CASE("a table has values, rows and a hit policy", "[model][read_tiers]") {
  fragment from(R"({hit: first, on: [h.degree, staff], rows: [
    {when: ['"bachelor"', "< 300"], amount: 300 * 24, zh: 本科, en: bachelor},
    {when: ["-", "-"], amount: 500 * 24}]})");
  const tiers read = read_tiers(from.tree(), from.in());
  CHECK(read.hit == hit_policy::first);
  CHECK(read.on.size() == 2);
  REQUIRE(read.rows.size() == 2);
  CHECK(read.rows[0].tests.size() == 2);
  CHECK(read.rows[0].label.en == "bachelor");
  CHECK(read.rows[1].amount.source().text() == "500 * 24");
  CHECK(read.rows[1].label.en.empty());
  CHECK(from.found().empty());
}

TEST_CASE("one value and one test need no list", "[model][read_tiers]") {
  fragment from("{on: staff, rows: [{when: '< 300', amount: 1}]}");
  const tiers read = read_tiers(from.tree(), from.in());
  CHECK(read.hit == hit_policy::unique);
  CHECK(read.on.size() == 1);
  CHECK(read.rows.at(0).tests.size() == 1);
  CHECK(from.found().empty());
}

TEST_CASE("every row is as wide as the table", "[model][read_tiers]") {
  CHECK(found_in_tiers("{on: [a, b], rows: [{when: ['1'], amount: 1}]}") == codes{"row-width"});
  CHECK(found_in_tiers("{on: a, rows: [{when: ['1', '2'], amount: 1}]}") == codes{"row-width"});
  CHECK(found_in_tiers("{on: a, rows: [{when: {a: 1}, amount: 1}]}") ==
        codes{"wrong-shape", "row-width"});
}

TEST_CASE("a row says when and how much", "[model][read_tiers]") {
  CHECK(found_in_tiers("{on: a, rows: [{amount: 1}]}") == codes{"missing-key"});
  CHECK(found_in_tiers("{on: a, rows: [{when: '1'}]}") == codes{"missing-key"});
  CHECK(found_in_tiers("{rows: []}") == codes{"missing-key", "empty-list"});
}
