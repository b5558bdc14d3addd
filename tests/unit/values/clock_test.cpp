#include "values/clock.hpp"

#include "catch.hpp"

using namespace sudui;
using namespace sudui::values;

TEST_CASE("times are read and written back", "[values][clock]") {
  for (const char* text : {"00:00:00", "23:59:59", "10:30:00.5", "10:30:00.000000001", "10:30:00Z",
                           "10:30:00+08:00", "10:30:00-02:45:55", "10:30:00.25+14:00"}) {
    const auto read = parse_time(text);
    REQUIRE(read);
    CHECK(time_text(*read) == text);
  }
}

TEST_CASE("what no clock shows is no time", "[values][clock]") {
  for (const char* text :
       {"", "10", "10:30", "7:30:00", "10:60:00", "10:30:60", "24:00:01", "25:00:00", "24:00:00.1",
        "10:30:00.", "10:30:00.1234567891", "10:30:00+5:00", "10:30:00+15:00", "10:30:00+14:01",
        "10:30:00 ", "10:30:00z", "10:30:00+08", "10:30:00+08:00x"}) {
    INFO(text);
    CHECK_FALSE(parse_time(text));
  }
}

TEST_CASE("moments are read and written back", "[values][clock]") {
  for (const char* text :
       {"0001-01-01T00:00:00", "9999-12-31T23:59:59.999999999", "1969-12-31T23:59:59Z",
        "2024-02-29T10:30:00+08:00", "1900-03-01T00:00:00-11:30"}) {
    const auto read = parse_moment(text);
    REQUIRE(read);
    CHECK(moment_text(*read) == text);
  }
  CHECK(moment_text(*parse_moment("2024-02-29")) == "2024-02-29T00:00:00");
  CHECK(moment_text(*parse_moment("2024-12-31T24:00:00")) == "2025-01-01T00:00:00");
}

TEST_CASE("what no calendar shows is no moment", "[values][clock]") {
  for (const char* text :
       {"2023-02-29T00:00:00", "2024-02-29 10:00:00", "2024-02-29T", "2024-02-29T10:00",
        "9999-12-31T24:00:00", "-2024-01-01T00:00:00", "12024-01-01T00:00:00"}) {
    INFO(text);
    CHECK_FALSE(parse_moment(text));
  }
}

TEST_CASE("a named zone is told from nonsense", "[values][clock]") {
  CHECK(names_zone("10:00:00@Asia/Shanghai"));
  CHECK(names_zone("2024-01-31T10:00:00@Etc/UTC"));
  CHECK_FALSE(names_zone("10:00:00@"));
  CHECK_FALSE(names_zone("now@Asia/Shanghai"));
  CHECK_FALSE(names_zone("10:00:00Z"));
}

TEST_CASE("public values and ticks say the same", "[values][clock]") {
  const auto moment = *parse_moment("1969-07-20T20:17:40.5-04:00");
  CHECK(ticks_of(moment_from(moment)) == moment);
  const auto time = *parse_time("20:17:40.5");
  CHECK(ticks_of(time_from(time)) == time);
  CHECK_FALSE(time_from(time).offset);
}
