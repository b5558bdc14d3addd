#include "ingest/envelope.hpp"

#include "catch.hpp"
#include "dictionary.hpp"

using sudui::tests::reading_of;

TEST_CASE("an envelope is opened", "[ingest][envelope]") {
  const reading_of read(
      "staff: {value: 48, unit: 人, period: 2021, source_dept: HRSS, observed_at: 2022-01-05, "
      "status: known}");
  CHECK(read.finding().empty());
  CHECK(read["staff"] == "48");
}

TEST_CASE("missing and conflict are unknown, not applicable is null", "[ingest][envelope]") {
  CHECK(reading_of("staff: {status: missing}")["staff"] == "unknown");
  CHECK(reading_of("staff: {value: 48, status: conflict}")["staff"] == "unknown");
  CHECK(reading_of("staff: {status: not_applicable}")["staff"] == "null");
  CHECK(reading_of("staff: {value: null, status: known}")["staff"] == "unknown");
}

TEST_CASE("what a status calls unknown is unknown whatever the dictionary reads nothing as",
          "[ingest][envelope]") {
  const reading_of read(
      "{staff: {status: conflict}, growth: null, revenue: {2020: {status: missing}, 2021: null}}");
  const auto is_said = [&](const char* name) { return read.company.find(name) != nullptr; };
  CHECK(is_said("staff"));
  CHECK_FALSE(is_said("growth"));
  CHECK(read["revenue"] == "{2020: unknown}");
}

TEST_CASE("an envelope without a value is refused with help", "[ingest][envelope]") {
  CHECK(reading_of("staff: {status: known}").finding() ==
        "the envelope of `staff` has no `value` | say `status: missing` where there is none");
}

TEST_CASE("a misspelt status leaves the value unknown", "[ingest][envelope]") {
  const reading_of read("staff: {value: 48, status: knwon}");
  CHECK(read.finding() == "`knwon` is not a status of `staff` | did you mean `known`?");
  CHECK(read["staff"] == "unknown");
}

TEST_CASE("a key that no envelope has is refused", "[ingest][envelope]") {
  CHECK(reading_of("staff: {value: 48, units: 人}").finding() ==
        "`units` is not a key of the envelope of `staff` | did you mean `unit`?");
}

TEST_CASE("a record with a member of an envelope's name is no envelope", "[ingest][envelope]") {
  const reading_of read("quals: [{value: 5}]");
  CHECK(read.finding().empty());
  CHECK(read["quals"] == "[{value: 5}]");
}

TEST_CASE("a member may stand in an envelope", "[ingest][envelope]") {
  CHECK(reading_of("quals: [{value: {value: 5, unit: 万元}}]")["quals"] == "[{value: 50000}]");
}
