#include "model/read_amount.hpp"

#include "catch.hpp"
#include "loaded.hpp"

using namespace sudui;
using namespace sudui::model;
using namespace sudui::tests;

namespace {

benefit rounded(const std::string& text, codes expected = {}) {
  fragment from("{round: " + text + "}");
  mapping_reader keys(from.tree(), "benefit", from.in());
  benefit made;
  read_round(keys, made);
  CHECK(from.found() == expected);
  return made;
}

}  // namespace

TEST_CASE("a rounding unit becomes a number of places", "[model][read_amount]") {
  CHECK(rounded("0.01 half up").round->places == 2);
  CHECK(rounded("1 down").round->places == 0);
  CHECK(rounded("1.0 down").round->places == 0);
  CHECK(rounded("10000 floor").round->places == -4);
  CHECK(rounded("1万 floor").round->places == -4);
  CHECK(rounded("0.1 half even").round->mode == rounding::half_even);
  CHECK(rounded("0.1 ceiling").round->mode == rounding::ceiling);
}

TEST_CASE("rounding to nothing is said and not left out", "[model][read_amount]") {
  const benefit none = rounded("none");
  CHECK(none.round_none);
  CHECK_FALSE(none.round.has_value());
}

TEST_CASE("a unit that is no power of ten, or no mode, is refused", "[model][read_amount]") {
  for (const char* text :
       {"0.05 half up", "0.01", "half up", "0.01 half", "-1 up", "0 up", "1  up", "5 down"}) {
    CAPTURE(text);
    CHECK_FALSE(rounded(text, {"bad-round"}).round.has_value());
  }
}

TEST_CASE("limits stay in the order written", "[model][read_amount]") {
  fragment from("{at_most: 100, at_least: [10, 20], other: 1, total_at_most: 5}");
  mapping_reader keys(from.tree(), "benefit", from.in());
  const auto read = limits_of(keys, "at_most", "at_least", {});
  REQUIRE(read.size() == 3);
  CHECK(read[0].is_maximum);
  CHECK_FALSE(read[1].is_maximum);
  CHECK(read[2].amount.source().text() == "20");
  CHECK(from.at(read[1].where) == "10");
  fragment turned("{at_least: 10, at_most: 100}");
  mapping_reader other(turned.tree(), "benefit", turned.in());
  CHECK_FALSE(limits_of(other, "at_most", "at_least", {}).front().is_maximum);
}

TEST_CASE("bands are written in place or named", "[model][read_amount]") {
  fragment named("{bands: tax_bands, of: revenue}");
  mapping_reader keys(named.tree(), "benefit", named.in());
  benefit by_name;
  read_amount(keys, by_name);
  CHECK(by_name.bands_parameter.text == "tax_bands");
  CHECK(by_name.base.is_given());
  fragment listed("{bands: [{rate: 5%}], of: revenue}");
  mapping_reader other(listed.tree(), "benefit", listed.in());
  benefit in_place;
  read_amount(other, in_place);
  CHECK(in_place.bands.size() == 1);
  CHECK(named.found().empty());
  CHECK(listed.found().empty());
}

TEST_CASE("of four forms one is enough", "[model][read_amount]") {
  fragment from("{amount: 1, up_to: 2, tiers: {on: a, rows: [{when: 1, amount: 2}]}}");
  mapping_reader keys(from.tree(), "benefit", from.in());
  benefit made;
  read_amount(keys, made);
  CHECK(from.found() == codes{"keys-exclude", "keys-exclude"});
}
