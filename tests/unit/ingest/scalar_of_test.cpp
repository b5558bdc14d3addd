#include "ingest/scalar_of.hpp"

#include "catch.hpp"
#include "dictionary.hpp"

using namespace sudui;
using sudui::tests::reading_of;

TEST_CASE("plain scalars take the type their field asks for", "[ingest][scalar_of]") {
  const reading_of read(
      "staff: 48\nplace: 320412\nlisted: true\nfounded: 2015-03-01\nterm: P2Y\ndelay: P30D\n");
  CHECK(read.finding().empty());
  CHECK(read["staff"] == "48");
  CHECK(read["place"] == "\"320412\"");
  CHECK(read["listed"] == "true");
  CHECK(read["founded"] == "date(\"2015-03-01\")");
  CHECK(read["term"] == "duration(\"P2Y\")");
  CHECK(read["delay"] == "duration(\"P30D\")");
}

TEST_CASE("a number in quotes is refused with help", "[ingest][scalar_of]") {
  const reading_of read(R"({"staff": "48"})", profile_format::json);
  CHECK(read.finding() ==
        "`staff` needs a number, found the text `48` | write the number without quotes");
  CHECK(read["staff"] == "unknown");
}

TEST_CASE("a number where JSON needs a text is refused with help", "[ingest][scalar_of]") {
  const reading_of read(R"({"place": 320412})", profile_format::json);
  CHECK(read.finding() ==
        "`place` needs a text, found the number `320412` | put it in double quotes");
}

TEST_CASE("JSON booleans are booleans and nothing else is", "[ingest][scalar_of]") {
  CHECK(reading_of(R"({"listed": false})", profile_format::json)["listed"] == "false");
  CHECK(reading_of(R"({"listed": "true"})", profile_format::json).finding() ==
        "`listed` needs true or false, found the text `true`");
  CHECK(reading_of(R"({"listed": 1})", profile_format::json).finding() ==
        "`listed` needs true or false, found the number `1`");
  CHECK(reading_of(R"({"staff": true})", profile_format::json).finding() ==
        "`staff` needs a number, found the boolean `true`");
}

TEST_CASE("plain text may say yes and no in Chinese", "[ingest][scalar_of]") {
  CHECK(reading_of("listed: 是")["listed"] == "true");
  CHECK(reading_of("listed: 否")["listed"] == "false");
  CHECK(reading_of("listed: maybe").finding() ==
        "`listed` needs true or false, found the text `maybe`");
}

TEST_CASE("a number with separators is refused with help", "[ingest][scalar_of]") {
  CHECK(reading_of("staff: 1,048").finding() ==
        "the number `1,048` of `staff` has separators | write the digits without commas");
}

TEST_CASE("a number of more than 34 digits is refused", "[ingest][scalar_of]") {
  const reading_of read("growth: 0.12345678901234567890123456789012345");
  CHECK(read.finding() ==
        "the number `0.12345678901234567890123456789012345` of `growth` has more than 34 digits");
}

TEST_CASE("text that is no number is named", "[ingest][scalar_of]") {
  CHECK(reading_of("staff: many").finding() == "`staff` needs a number, found the text `many`");
}

TEST_CASE("dates have one form and must exist", "[ingest][scalar_of]") {
  CHECK(reading_of("founded: 2015/3/1").finding() ==
        "`founded` needs a date, found `2015/3/1` | write dates as 2024-01-31");
  CHECK(reading_of("founded: 2015-02-29").finding() ==
        "`2015-02-29` of `founded` is no day of the calendar");
  CHECK(reading_of(R"({"founded": 20150301})", profile_format::json).finding() ==
        "`founded` needs a date, found the number `20150301`");
}

TEST_CASE("the two durations do not mix", "[ingest][scalar_of]") {
  CHECK(
      reading_of("term: P30D").finding() ==
      "`term` needs years and months, found `P30D` | write P2Y for two years, P6M for six months");
  CHECK(reading_of("delay: P2Y").finding() ==
        "`delay` needs days or hours, found `P2Y` | write P30D for thirty days, PT8H for eight "
        "hours");
}

TEST_CASE("messages are Chinese as well", "[ingest][scalar_of]") {
  const reading_of read(R"({"staff": "48"})", profile_format::json);
  const diagnostics all = read.out.render(read.files);
  REQUIRE(all.size() == 1);
  CHECK(all[0].message.zh == "`staff` 需要数字，实为文本 `48`");
  CHECK(all[0].help.zh == "请去掉数字外的引号");
  CHECK(all[0].code == "number-in-quotes");
  CHECK(all[0].where.line == 1);
  CHECK(all[0].where.column == 11);
}
