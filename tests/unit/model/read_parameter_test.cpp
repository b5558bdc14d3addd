#include "model/read_parameter.hpp"

#include "catch.hpp"
#include "loaded.hpp"

using namespace sudui;
using namespace sudui::model;
using namespace sudui::tests;

namespace {

std::string document(const std::string& keys) {
  return "parameter: limit\nzh: 上限\nen: limit\n" + keys + "\n";
}
const std::string cite = ", cite: {document: D, status: seed-only}}";

codes found_in_parameter(const std::string& keys) {
  fragment from(document(keys));
  static_cast<void>(read_parameter(from.tree(), from.in()));
  return from.found();
}

parameter parameter_of(const std::string& keys) {
  fragment from(document(keys));
  parameter made = read_parameter(from.tree(), from.in());
  CHECK(from.found().empty());
  return made;
}

}  // namespace

TEST_CASE("dated values have windows and may be bands", "[model][read_parameter]") {
  const fragment from(document("unit: 元\nby: date\nvalues:\n  - {to: 2020-12-31, value: 100万" +
                               cite + "\n  - {from: 2021-01-01, bands: [{rate: 5%}]" + cite));
  const parameter made = read_parameter(from.tree(), from.in());
  CHECK(from.found().empty());
  CHECK(made.id.text == "limit");
  CHECK(made.unit.text == "元");
  CHECK(made.by == selector::date);
  REQUIRE(made.entries.size() == 2);
  CHECK(made.entries[0].value.source().text() == "100万");
  CHECK_FALSE(made.entries[0].days.from.has_value());
  CHECK(made.entries[0].cite.source().document == "D");
  CHECK(made.entries[1].bands.size() == 1);
}

TEST_CASE("a value may be known to exist and not be known", "[model][read_parameter]") {
  const parameter made =
      parameter_of("by: year\nvalues: [{year: 2021, value: unknown" + cite + "]");
  REQUIRE(made.entries.size() == 1);
  CHECK(made.entries[0].is_unknown);
  CHECK_FALSE(made.entries[0].value.is_given());
  CHECK(made.entries[0].year == 2021);
}

TEST_CASE("codes keep their zeros and say how they match", "[model][read_parameter]") {
  const parameter made =
      parameter_of("by: code\nmatch: prefix\nvalues: [{code: \"032\", value: 1" + cite + "]");
  CHECK(made.match == code_match::prefix);
  CHECK(made.entries[0].code.text == "032");
}

TEST_CASE("a code may have a value for each time", "[model][read_parameter]") {
  CHECK(found_in_parameter("by: code\nvalues:\n  - {code: a, to: 2020-12-31, value: 1" + cite +
                           "\n  - {code: a, from: 2021-01-01, value: 2" + cite)
            .empty());
  CHECK(found_in_parameter("by: code\nvalues:\n  - {code: a, to: 2021-01-01, value: 1" + cite +
                           "\n  - {code: a, from: 2021-01-01, value: 2" + cite) ==
        codes{"windows-overlap"});
}

TEST_CASE("entries are handed on in order of time", "[model][read_parameter]") {
  fragment from(document("by: year\nvalues:\n  - {year: 2022, value: 2" + cite +
                         "\n  - {year: 2021, value: 1" + cite));
  const parameter made = read_parameter(from.tree(), from.in());
  CHECK(from.found() == codes{"entries-unsorted"});
  REQUIRE(made.entries.size() == 2);
  CHECK(made.entries[0].year == 2021);
}

TEST_CASE("gaps are allowed where the parameter says so", "[model][read_parameter]") {
  const std::string entries = "values:\n  - {from: 2021-01-01, to: 2021-06-30, value: 1" + cite +
                              "\n  - {from: 2022-01-01, value: 2" + cite;
  CHECK(found_in_parameter("by: date\n" + entries) == codes{"window-gap"});
  CHECK(found_in_parameter("by: date\ngaps: allowed\n" + entries).empty());
}

TEST_CASE("a citation of the parameter serves entries without one", "[model][read_parameter]") {
  const parameter made = parameter_of(
      "by: year\ncite: {document: E, status: seed-only}\nvalues: [{year: 2021, value: 1}]");
  CHECK(made.entries[0].cite.source().document == "E");
}

TEST_CASE("keys of another selector are unknown", "[model][read_parameter]") {
  CHECK(found_in_parameter("by: date\nvalues: [{year: 2021, value: 1" + cite + "]") ==
        codes{"unknown-key"});
  CHECK(found_in_parameter("by: year\nmatch: exact\nvalues: [{year: 2021, value: 1" + cite + "]") ==
        codes{"unknown-key"});
}
