#include "text/suggest.hpp"

#include <vector>

#include "catch.hpp"

using sudui::text::nearest;

namespace {

std::string_view among(std::string_view name, const std::vector<std::string_view>& candidates) {
  return nearest(name, candidates);
}

}  // namespace

TEST_CASE("a slip of the finger finds the name meant", "[text][suggest]") {
  CHECK(among("revenu", {"tax_paid", "revenue"}) == "revenue");
  CHECK(among("tax_piad", {"tax_paid", "revenue"}) == "tax_paid");
  CHECK(among("formule", {"formula", "fields"}) == "formula");
}

TEST_CASE("a name too far away is not suggested", "[text][suggest]") {
  CHECK(among("tax", {"age"}).empty());
  CHECK(among("ab", {"ac"}).empty());
  CHECK(among("completely_other", {"revenue"}).empty());
  CHECK(among("revenue", {}).empty());
}

TEST_CASE("at most three edits are forgiven, however long the name", "[text][suggest]") {
  CHECK(among("abcdefghijkl123", {"abcdefghijkl456"}) == "abcdefghijkl456");
  CHECK(among("abcdefghijkl1234", {"abcdefghijkl5678"}).empty());
}

TEST_CASE("distance counts characters, not bytes", "[text][suggest]") {
  CHECK(among("营业收人", {"营业收入", "研发费用"}) == "营业收入");
}

TEST_CASE("swapping two neighbours is one edit", "[text][suggest]") {
  CHECK(among("yaer", {"year"}) == "year");
}

TEST_CASE("the nearest wins, and of equals the first", "[text][suggest]") {
  CHECK(among("amount", {"account", "amounts"}) == "amounts");
  CHECK(among("field", {"fielx", "fiely"}) == "fielx");
  CHECK(among("field", {"fielx", "field"}) == "field");
}
