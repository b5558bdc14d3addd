#include "ingest/company_of.hpp"

#include "catch.hpp"
#include "dictionary.hpp"

using namespace sudui;
using sudui::tests::reading_of;

TEST_CASE("aliases and labels become the names of the dictionary", "[ingest][company_of]") {
  const reading_of read("营业收入: {2021: 5}\n注册资本(实缴): 7\n");
  CHECK(read.finding().empty());
  REQUIRE(read.company.entries().size() == 2);
  CHECK(read.company.entries()[0].name == "revenue");
  CHECK(read.company.entries()[1].name == "capital");
}

TEST_CASE("an unknown name is a warning with a suggestion", "[ingest][company_of]") {
  const reading_of read("revenu: 5\nstaff: 3\n");
  CHECK(read.finding() == "`revenu` is not a field of the dictionary | did you mean `revenue`?");
  CHECK_FALSE(read.out.has_errors());
  CHECK(read["staff"] == "3");
}

TEST_CASE("a name far from all others has no suggestion", "[ingest][company_of]") {
  CHECK(reading_of("telephone: 5").finding() == "`telephone` is not a field of the dictionary");
}

TEST_CASE("a field given by name and by label is refused", "[ingest][company_of]") {
  const reading_of read("staff: 3\n职工人数: 4\n");
  CHECK(read.finding() == "`staff` is given twice | keep one of the two");
  CHECK(read["staff"] == "3");
}

TEST_CASE("a key given twice is reported once", "[ingest][company_of]") {
  CHECK(reading_of("staff: 3\nstaff: 4\n").lines.size() == 1);
}

TEST_CASE("null is unknown", "[ingest][company_of]") {
  const reading_of read(R"({"staff": null, "listed": false})", profile_format::json);
  CHECK(read.company.find("staff") == nullptr);
  CHECK(read["listed"] == "false");
}

TEST_CASE("a profile must be a mapping", "[ingest][company_of]") {
  CHECK(reading_of("[1, 2]").finding() == "a profile maps field names to values, found a list");
  CHECK(reading_of("5", profile_format::json).finding() ==
        "a profile maps field names to values, found the number `5`");
  CHECK(reading_of("").finding() == "a profile maps field names to values, found nothing");
}

TEST_CASE("every mistake is reported at once", "[ingest][company_of]") {
  const reading_of read("staff: many\nlisted: maybe\nfounded: soon\ncapital: 5\n");
  CHECK(read.lines.size() == 3);
  CHECK(read["capital"] == "5");
}
