#include "model/scalars.hpp"

#include "catch.hpp"
#include "loaded.hpp"

using namespace sudui;
using namespace sudui::model;
using namespace sudui::tests;

namespace {

std::string number_text(const char* text) {
  const auto number = parse_number(text);
  return number ? number->to_string() : "none";
}

}  // namespace

TEST_CASE("numbers may end as they do in formulas, and stay exact", "[model][scalars]") {
  CHECK(number_text("300万") == "3000000");
  CHECK(number_text("0.5亿") == "50000000");
  CHECK(number_text("4.2%") == "0.042");
  CHECK(number_text("-7") == "-7");
  CHECK(number_text("1200.50") == "1200.5");
}

TEST_CASE("what only begins like a number is none", "[model][scalars]") {
  for (const char* text : {"", "万", "%", "3 万", "3万元", "1,000", "5%%", "none"}) {
    CAPTURE(text);
    CHECK(number_text(text) == "none");
  }
}

TEST_CASE("a day must exist in the calendar", "[model][scalars]") {
  fragment leap("2024-02-29");
  REQUIRE(read_day(leap.tree(), "from", leap.in()));
  CHECK(to_string(*read_day(leap.tree(), "from", leap.in())) == "2024-02-29");
  for (const char* text : {"2023-02-29", "2024-13-01", "2024", "yesterday", "2024/01/01"}) {
    CAPTURE(text);
    fragment bad(text);
    CHECK_FALSE(read_day(bad.tree(), "from", bad.in()));
    CHECK(bad.found() == codes{"bad-date"});
  }
}

TEST_CASE("a year has four digits", "[model][scalars]") {
  fragment good("2024");
  CHECK(read_year(good.tree(), "year", good.in()) == 2024);
  for (const char* text : {"24", "20240", "2024.0", "-2024", "99999999999"}) {
    CAPTURE(text);
    fragment bad(text);
    CHECK_FALSE(read_year(bad.tree(), "year", bad.in()));
    CHECK(bad.found() == codes{"bad-year"});
  }
}

TEST_CASE("true and false are the only flags", "[model][scalars]") {
  fragment yes("true");
  fragment no("false");
  fragment other("yes");
  CHECK(read_flag(yes.tree(), "veto", yes.in()) == true);
  CHECK(read_flag(no.tree(), "veto", no.in()) == false);
  CHECK_FALSE(read_flag(other.tree(), "veto", other.in()).has_value());
  CHECK(other.found() == codes{"not-a-flag"});
}

TEST_CASE("one name stands for a list of one", "[model][scalars]") {
  fragment one("a");
  fragment two("[a, b]");
  fragment none("{a: b}");
  CHECK(read_names(one.tree(), "tags", one.in()).size() == 1);
  CHECK(read_names(two.tree(), "tags", two.in()).size() == 2);
  CHECK(read_names(none.tree(), "tags", none.in()).empty());
  CHECK(none.found() == codes{"wrong-shape"});
}

TEST_CASE("a text in one language serves both", "[model][scalars]") {
  fragment plain("常州");
  CHECK(read_localized(plain.tree(), "title", plain.in()) == localized{"常州", "常州"});
  CHECK(plain.found().empty());
  fragment pair("{zh: 常州, en: Changzhou}");
  CHECK(read_localized(pair.tree(), "title", pair.in()) == localized{"常州", "Changzhou"});
  fragment half("{en: Changzhou}");
  CHECK(read_localized(half.tree(), "title", half.in()) == localized{"Changzhou", "Changzhou"});
  CHECK(half.found() == codes{"missing-language"});
}

TEST_CASE("a scalar keeps its text as written", "[model][scalars]") {
  fragment from("1.10");
  CHECK(read_name(from.tree(), "version", from.in()).text == "1.10");
}
