#include "model/read_bands.hpp"

#include "catch.hpp"
#include "loaded.hpp"

using namespace sudui;
using namespace sudui::model;
using namespace sudui::tests;

namespace {

codes found_in(const char* text) {
  fragment from(text);
  static_cast<void>(read_bands(from.tree(), from.in()));
  return from.found();
}

}  // namespace

TEST_CASE("bands ascend and the last may be open", "[model][read_bands]") {
  fragment from("[{to: 100万, rate: 2.5%}, {to: 300万, rate: 10%}, {rate: 25%}]");
  const auto read = read_bands(from.tree(), from.in());
  REQUIRE(read.size() == 3);
  CHECK(read[0].to.source().text() == "100万");
  CHECK(read[1].rate.source().text() == "10%");
  CHECK_FALSE(read[2].to.is_given());
  CHECK(from.found().empty());
}

TEST_CASE("equal and falling limits are refused", "[model][read_bands]") {
  CHECK(found_in("[{to: 1万, rate: 1}, {to: 10000, rate: 2}]") == codes{"bands-not-ascending"});
  CHECK(found_in("[{to: 2, rate: 1}, {to: 1, rate: 2}]") == codes{"bands-not-ascending"});
}

TEST_CASE("limits that are no literals are left to others", "[model][read_bands]") {
  CHECK(found_in("[{to: limit, rate: 1}, {to: 1, rate: 2}]").empty());
}

TEST_CASE("nothing follows an open band", "[model][read_bands]") {
  CHECK(found_in("[{rate: 1}, {to: 1, rate: 2}]") == codes{"band-after-open"});
  CHECK(found_in("[{rate: 1}, {rate: 2}]") == codes{"band-after-open"});
}

TEST_CASE("a band without a rate, and what is no band", "[model][read_bands]") {
  CHECK(found_in("[{to: 1}]") == codes{"missing-key"});
  CHECK(found_in("[5]") == codes{"wrong-shape"});
  CHECK(found_in("[]") == codes{"empty-list"});
  CHECK(found_in("{to: 1, rate: 2}") == codes{"wrong-shape"});
}
