#include "ingest/value_reader.hpp"

#include "catch.hpp"
#include "dictionary.hpp"

using namespace sudui;
using sudui::tests::reading_of;

TEST_CASE("a list of numbers is read in the unit of its field", "[ingest][value_reader]") {
  CHECK(reading_of("by_quarter: [1, 2.5, {value: 3, unit: 万元}]")["by_quarter"] ==
        "[1, 2.5, 30000]");
}

TEST_CASE("an item that does not fit is unknown in its place", "[ingest][value_reader]") {
  const reading_of read("by_quarter: [1, two, 3]");
  CHECK(read.finding() == "`by_quarter[2]` needs a number, found the text `two`");
  CHECK(read["by_quarter"] == "[1, unknown, 3]");
}

TEST_CASE("one value where a list is needed is refused", "[ingest][value_reader]") {
  CHECK(reading_of("by_quarter: 5").finding() == "`by_quarter` needs a list, found the text `5`");
  CHECK(reading_of(R"({"by_quarter": 5})", profile_format::json).finding() ==
        "`by_quarter` needs a list, found the number `5`");
}

TEST_CASE("a list where one value is needed is refused", "[ingest][value_reader]") {
  CHECK(reading_of("staff: [48]").finding() == "`staff` needs a number, found a list");
  CHECK(reading_of("staff: {a: 48}").finding() == "`staff` needs a number, found a mapping");
}

TEST_CASE("records keep the members that are known", "[ingest][value_reader]") {
  const reading_of read("quals: [{type: hnte, issue_date: 2024-10-12}, {类型: sme}]");
  CHECK(read.finding().empty());
  CHECK(read["quals"] == "[{type: \"hnte\", issue_date: date(\"2024-10-12\")}, {type: \"sme\"}]");
}

TEST_CASE("an unknown member is reported with the one that was meant", "[ingest][value_reader]") {
  const reading_of read("quals: [{type: hnte, issue_dat: 2024-10-12}]");
  CHECK(read.finding() == "`quals[1]` has no member `issue_dat` | did you mean `issue_date`?");
  CHECK_FALSE(read.out.has_errors());
}

TEST_CASE("a member given by name and by alias is refused", "[ingest][value_reader]") {
  CHECK(reading_of("quals: [{type: hnte, 类型: sme}]").finding() ==
        "`quals[1].type` is given twice | keep one of the two");
}

TEST_CASE("a member that does not fit is named with its path", "[ingest][value_reader]") {
  CHECK(reading_of("quals: [{}, {issue_date: soon}]").finding() ==
        "`quals[2].issue_date` needs a date, found `soon` | write dates as 2024-01-31");
}

TEST_CASE("a record that is no mapping is refused", "[ingest][value_reader]") {
  CHECK(reading_of("quals: [hnte]").finding() ==
        "`quals[1]` needs a mapping, found the text `hnte`");
}
