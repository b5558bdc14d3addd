#include "catch.hpp"
#include "dictionary.hpp"
#include "ingest/value_reader.hpp"

using namespace sudui;
using sudui::tests::reading_of;

TEST_CASE("a yearly field is a mapping of years", "[ingest][yearly]") {
  const reading_of read(R"({"revenue": {"2020": 100, "2021": 120}})", profile_format::json);
  CHECK(read.finding().empty());
  REQUIRE(read.company.find("revenue") != nullptr);
  CHECK(*read.company.find("revenue") == by_year({{2020, 100}, {2021, 120}}));
}

TEST_CASE("a single value of a yearly field stays single", "[ingest][yearly]") {
  CHECK(reading_of("revenue: 120")["revenue"] == "120");
}

TEST_CASE("years may be enveloped one by one or all together", "[ingest][yearly]") {
  const value wanted = by_year({{2020, 52'000'000}, {2021, 63'000'000}});
  const reading_of each("revenue: {2020: 5200万, 2021: {value: 6300, unit: 万元}}");
  const reading_of all("revenue: {value: {2020: 5200, 2021: 6300}, unit: 万元}");
  CHECK(*each.company.find("revenue") == wanted);
  CHECK(*all.company.find("revenue") == wanted);
}

TEST_CASE("the period of an envelope names the year of a single value", "[ingest][yearly]") {
  const reading_of read("revenue: {value: 120, period: 2021}");
  CHECK(*read.company.find("revenue") == by_year({{2021, 120}}));
}

TEST_CASE("a period that is no year is refused", "[ingest][yearly]") {
  CHECK(reading_of("revenue: {value: 120, period: 2021-Q2}").finding() ==
        "`2021-Q2` is not a year of `revenue` | write years as `2021`");
}

TEST_CASE("a period of another year than its key is refused", "[ingest][yearly]") {
  const reading_of read("revenue: {2021: {value: 120, period: 2020}, 2022: 1}");
  CHECK(read.finding() == "the period `2020` is not that of `revenue(2021)`");
  CHECK(*read.company.find("revenue") == by_year({{2022, 1}}));
}

TEST_CASE("a key that is no year is refused and the others are read", "[ingest][yearly]") {
  const reading_of read("revenue: {last: 120, 2022: 1}");
  CHECK(read.finding() == "`last` is not a year of `revenue` | write years as `2021`");
  CHECK(*read.company.find("revenue") == by_year({{2022, 1}}));
}

TEST_CASE("a null year is left out and a year that does not apply is null", "[ingest][yearly]") {
  const reading_of read("revenue: {2020: null, 2021: {status: not_applicable}}");
  CHECK(*read.company.find("revenue") == by_year({{2021, value::null()}}));
}

TEST_CASE("a value that does not fit is named with its year", "[ingest][yearly]") {
  CHECK(reading_of("revenue: {2020: much}").finding() ==
        "`revenue(2020)` needs a number, found the text `much`");
}
