// Durations read and written.

#include "values/duration.hpp"

#include "catch.hpp"

namespace sudui::tests {

using namespace values;

TEST_CASE("days and time are read as seconds", "[values][duration]") {
  CHECK(parse_days("P1D") == 86400);
  CHECK(parse_days("PT1H") == 3600);
  CHECK(parse_days("P3DT4H5M6S") == 3 * 86400 + 4 * 3600 + 5 * 60 + 6);
  CHECK(parse_days("-P1DT12H") == -129600);
  CHECK(parse_days("PT90M") == 5400);
  CHECK(parse_days("PT5.000S") == 5);
  CHECK(parse_days("PT5.S") == 5);
  CHECK(parse_days("P0D") == 0);
  CHECK(parse_days("PT0S") == 0);
}

TEST_CASE("years and months are read as months", "[values][duration]") {
  CHECK(parse_months("P1Y2M") == 14);
  CHECK(parse_months("P14M") == 14);
  CHECK(parse_months("-P2Y") == -24);
  CHECK(parse_months("P0Y") == 0);
}

TEST_CASE("other text is no duration", "[values][duration]") {
  for (const auto* const text : {"",
                                 "P",
                                 "-P",
                                 "PT",
                                 "P1DT",
                                 "1D",
                                 "P1",
                                 "PD",
                                 "PT1M2H",
                                 "P1H",
                                 "P1S",
                                 "PT1D",
                                 "P1.5D",
                                 "PT1.5S",
                                 "PT.0S",
                                 "P1D1D",
                                 "P-1D",
                                 "+P1D",
                                 "P1DT1H ",
                                 "p1d",
                                 "P1D2",
                                 "P1DT1H1H",
                                 "P1Y",
                                 "P1Y1D",
                                 "P1YT1H",
                                 "P99999999999999999999D",
                                 "PT9223372036854775808S"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_days(text));
  }
  for (const auto* const text : {"", "P", "P1D", "P1M1Y", "P1Y1D", "P1Y1M1D", "PT1M", "P1.0Y",
                                 "P1Y1", "P1Y ", "P999999999999999999Y", "P1YT"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_months(text));
  }
}

TEST_CASE("durations are written normalised", "[values][duration]") {
  CHECK(days_text(0) == "PT0S");
  CHECK(days_text(97200) == "P1DT3H");
  CHECK(days_text(86400 * 400) == "P400D");
  CHECK(days_text(59) == "PT59S");
  CHECK(days_text(-(86400 + 61)) == "-P1DT1M1S");
  CHECK(days_text(INT64_MIN) == "-P106751991167300DT15H30M8S");
  CHECK(months_text(0) == "P0M");
  CHECK(months_text(14) == "P1Y2M");
  CHECK(months_text(24) == "P2Y");
  CHECK(months_text(-5) == "-P5M");
  CHECK(months_text(INT64_MIN) == "-P768614336404564650Y8M");
}

TEST_CASE("text of durations reads back", "[values][duration]") {
  for (std::int64_t length = -200000; length <= 200000; length += 977) {
    REQUIRE(parse_days(days_text(length)) == length);
    REQUIRE(parse_months(months_text(length)) == length);
  }
  CHECK(parse_days(days_text(INT64_MAX)) == INT64_MAX);
}

}  // namespace sudui::tests
