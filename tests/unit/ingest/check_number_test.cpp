#include "ingest/check_number.hpp"

#include "catch.hpp"
#include "dictionary.hpp"

using sudui::tests::reading_of;

TEST_CASE("a bare number is in the unit of the dictionary", "[ingest][check_number]") {
  CHECK(reading_of("capital: 5000")["capital"] == "5000");
}

TEST_CASE("an envelope's unit is converted exactly", "[ingest][check_number]") {
  CHECK(reading_of("capital: {value: 5000, unit: 万元}")["capital"] == "50000000");
  CHECK(reading_of("capital: {value: 0.123456, unit: 亿元}")["capital"] == "12345600");
  CHECK(reading_of("capital: {value: 12.5, unit: 千元}")["capital"] == "12500");
  CHECK(reading_of("capital: {value: 7, unit: 元}")["capital"] == "7");
}

TEST_CASE("a unit of another kind is refused", "[ingest][check_number]") {
  const reading_of read("capital: {value: 5000, unit: 人}");
  CHECK(read.finding() == "`capital` cannot be given in `人` | the dictionary counts it in 元");
  CHECK(read["capital"] == "unknown");
}

TEST_CASE("a word that is no unit is refused", "[ingest][check_number]") {
  CHECK(reading_of("capital: {value: 5000, unit: 万}").finding() ==
        "`万` of `capital` is not a unit | the dictionary counts it in 元");
}

TEST_CASE("a unit where the field has none is refused", "[ingest][check_number]") {
  CHECK(reading_of("growth: {value: 0.05, unit: 元}").finding() ==
        "`growth` has no unit, found `元` | leave the unit out");
}

TEST_CASE("the range holds its ends", "[ingest][check_number]") {
  CHECK(reading_of("capital: 0")["capital"] == "0");
  CHECK(reading_of("capital: 10亿")["capital"] == "1000000000");
}

TEST_CASE("a number outside its range is refused", "[ingest][check_number]") {
  CHECK(reading_of("capital: -0.01").finding() ==
        "`-0.01` is less than `capital` may be | the least is 0");
  CHECK(reading_of("capital: {value: 100001, unit: 万元}").finding() ==
        "`1000010000` is more than `capital` may be | the most is 1000000000");
}
