// Classes of texts.
#include "tables/texts.hpp"

#include "catch.hpp"
#include "tabled.hpp"

using namespace sudui;
using namespace sudui::tests;

TEST_CASE("a text that no policy names is of the class of its longest beginning",
          "[tables][texts]") {
  tabled made({wants("in_region(region, \"320000\")"),
               wants("in_region(region, \"320400\")", "demo/p2"),
               wants("region = \"320412\"", "demo/p3"),
               wants("not(starts with(region, \"33\"))", "demo/p4"),
               wants("region in (\"320412\", \"330100\")", "demo/p5")});
  REQUIRE(made.program->classes.size() == 1);
  CHECK(made.program->classes.front().truths.empty());
  const auto decide = [&](const char* region) {
    const auto by_tables = made.decide({{"region", region}});
    CHECK(by_tables == made.by_rows({{"region", region}}));
    CHECK(made.slots.front() == 0);
    return by_tables;
  };
  CHECK(decide("320412") == "eeeee");
  CHECK(decide("320411") == "eeiei");
  CHECK(decide("320412001") == "eeiei");
  CHECK(decide("320500") == "eiiei");
  CHECK(decide("330100") == "iiiie");
  CHECK(decide("330200") == "iiiii");
  CHECK(decide("110101") == "iiiei");
  CHECK(decide("3") == "iiiei");
  CHECK(decide("") == "iiiei");
  const auto as_long_as_none = "320412" + std::string(1'000'000, '0');
  CHECK(decide(as_long_as_none.c_str()) == "eeiei");
}

TEST_CASE("texts with the same answers share a class", "[tables][texts]") {
  const tabled made(
      {wants("region in (\"a\", \"b\", \"c\")"), wants("region in (\"b\", \"a\")", "demo/two")});
  const auto& classes = made.program->classes.front();
  CHECK(classes.of.size() == 3);
  CHECK(classes.count == 3);  // of others too
  CHECK(classes.of.find(std::string("a"))->second.itself ==
        classes.of.find(std::string("b"))->second.itself);
}

TEST_CASE("what hangs on more than a beginning is worked out for each company", "[tables][texts]") {
  tabled made({wants("ends with(region, \"12\") and in_region(region, \"32\")"),
               wants("string length(region) > 3 or region = \"x\"", "demo/two")});
  CHECK(made.program->classes.front().truths.size() == 2);
  for (const auto* region : {"320412", "3212", "12", "x", "32", "99912", ""}) {
    INFO(region);
    CHECK(made.decide({{"region", region}}) == made.by_rows({{"region", region}}));
  }
  CHECK(made.decide({{"region", value::null()}}) == made.by_rows({{"region", value::null()}}));
  CHECK(made.decide({}) == "uu");
}
