#include "model/read_fields.hpp"

#include "catch.hpp"
#include "loaded.hpp"

using namespace sudui;
using namespace sudui::model;
using namespace sudui::tests;

namespace {

// A field of the keys given, beside its name, label and holder.
std::string entry(const std::string& keys) {
  return "fields: some\nentries:\n  - {field: a, zh: A, en: A, holder: SELF, " + keys + "}\n";
}

codes found_in_field(const std::string& keys) {
  fragment from(entry(keys));
  static_cast<void>(read_fields(from.tree(), from.in()));
  return from.found();
}

field only(const std::string& keys) {
  fragment from(entry(keys));
  const auto all = read_fields(from.tree(), from.in());
  CHECK(from.found().empty());
  REQUIRE(all.size() == 1);
  return all.front();
}

}  // namespace

TEST_CASE("a number has a unit, a period and a range", "[model][read_fields]") {
  const field read = only("type: number, unit: 元, per: year, min: 0, max: 5亿, sensitivity: S2");
  CHECK(read.id.text == "a");
  CHECK(read.type.text == "number");
  CHECK(read.unit.text == "元");
  CHECK(read.per == period::year);
  CHECK(read.holder_code.text == "SELF");
  CHECK(read.sensitivity == "S2");
  CHECK(read.minimum == decimal(0));
  CHECK(read.maximum == decimal(500'000'000));
  CHECK(read.missing == absence::unknown);
}

TEST_CASE("a string has codes or a check", "[model][read_fields]") {
  const field coded = only("type: string, codes: [x, y]");
  REQUIRE(coded.codes.size() == 2);
  CHECK(coded.codes[1].text == "y");
  CHECK(only("type: string, check: credit_code").check == value_check::credit_code);
}

TEST_CASE("a list holds records or plain values", "[model][read_fields]") {
  const field records = only("type: list, members: [{field: date, zh: D, en: D, type: date}]");
  REQUIRE(records.members.size() == 1);
  CHECK(records.members[0].id.text == "date");
  CHECK(records.members[0].holder_code.text.empty());
  const field plain = only("type: list, items: number, unit: 元");
  CHECK(plain.item_type.text == "number");
  CHECK(plain.members.empty());
}

TEST_CASE("absence can mean what the type can hold", "[model][read_fields]") {
  CHECK(only("type: number, missing: 0").missing == absence::zero);
  CHECK(only("type: boolean, missing: false").missing == absence::no);
  CHECK(only("type: list, items: string, missing: []").missing == absence::empty_list);
  CHECK(found_in_field("type: boolean, missing: 0") == codes{"absence-unfit"});
  CHECK(found_in_field("type: number, missing: false") == codes{"absence-unfit"});
  CHECK(found_in_field("type: string, missing: []") == codes{"absence-unfit"});
  CHECK(found_in_field("type: string, missing: no") == codes{"unknown-word"});
}

TEST_CASE("a key that the type does not know is refused", "[model][read_fields]") {
  CHECK(found_in_field("type: boolean, min: 0") == codes{"key-not-for-type"});
  CHECK(found_in_field("type: number, codes: [x]") == codes{"key-not-for-type"});
  CHECK(found_in_field("type: number, check: credit_code") == codes{"key-not-for-type"});
  CHECK(found_in_field("type: string, items: string") == codes{"key-not-for-type"});
  CHECK(found_in_field("type: list, items: string, unit: 元") == codes{"key-not-for-type"});
}

TEST_CASE("an unknown type is told once, whatever else is said", "[model][read_fields]") {
  CHECK(found_in_field("type: text, unit: 元, codes: [x], min: 1") == codes{"unknown-word"});
  CHECK(found_in_field("type: list, items: list") == codes{"unknown-word"});
}

TEST_CASE("a member is no place for a holder or a year", "[model][read_fields]") {
  CHECK(
      found_in_field("type: list, members: [{field: b, zh: B, en: B, type: date, holder: SELF}]") ==
      codes{"unknown-key"});
  CHECK(found_in_field(
            "type: context, members: [{field: b, zh: B, en: B, type: number, per: year}]") ==
        codes{"unknown-key"});
}

TEST_CASE("records nest", "[model][read_fields]") {
  const field read = only(
      "type: list, members: [{field: b, zh: B, en: B, type: context, "
      "members: [{field: c, zh: C, en: C, type: string}]}]");
  REQUIRE(read.members.size() == 1);
  REQUIRE(read.members[0].members.size() == 1);
  CHECK(read.members[0].members[0].id.text == "c");
}
