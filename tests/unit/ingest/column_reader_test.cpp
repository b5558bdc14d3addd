// Lines of NDJSON straight into columns.

#include "ingest/column_reader.hpp"

#include "catch.hpp"
#include "support/reading.hpp"

using namespace sudui;
using namespace sudui::tests;

TEST_CASE("plain companies are taken", "[ingest][column_reader]") {
  two_readers both;
  CHECK(both.read(R"({"uscc": "91320412MA0DEMQ19Y", "revenue": {"2020": 5, "2021": 600.5}})"));
  CHECK(both.read(R"({"revenue": 700, "capital": 10.5, "listed": true, "founded": "2019-01-01"})"));
  CHECK(both.read(R"j({ "营业收入" : {} , "注册资本(实缴)" : -3 })j"));
  CHECK(both.read(R"({"rating": {"2021": "A"}, "figures": [1, 2.5], "losses": {"2021": []}})"));
  CHECK(both.read(R"({"hires": [{"学历": "doctor", "value": 6}, {}], "term": "P1Y"})"));
  CHECK(both.read("{}"));
  CHECK(both.read(R"({"staff": null, "any_year": {"2019": 3, "2021": null}})"));
  CHECK(both.taken == 7);
  CHECK(facts_hold(both.quick));
}

TEST_CASE("values by year are taken however they are written", "[ingest][column_reader]") {
  two_readers both;
  for (const char* line :
       {R"({"revenue": {"2021":1,"2020":2.5,"2019":0.25}})", R"({"revenue": {}})",
        R"({"revenue": { "2021" : 1 , "2020" : 2.25 }, "staff": 3})",
        R"({"revenue": {"2021": 12345678.5, "2020": 123456789}})",
        R"({"revenue": {"2021": null, "2020": 7, "1999": 0, "2999": 12345678.91}})",
        R"({"revenue": {"2020": 5, "2021": {"status": "missing"}, "2019": 6}})",
        R"({"revenue": {"2021": 1.5}})"}) {
    INFO(line);
    CHECK(both.read(line));
  }
  CHECK(both.taken == 7);
  for (const char* line :
       {R"({"revenue": {"2021": 1,}})", R"({"revenue": {"2021" 1}})", R"({"revenue": {,}})",
        R"({"revenue": {"202x": 1}})", R"({"revenue": {"0999": 1}})", R"({"revenue": {"3021": 1}})",
        R"({"revenue": {"2021": 1, "2020": 2, "2021": 1}})", R"({"revenue": {"2021": 1e2}})",
        R"({"revenue": {"2021": 01}})", R"({"revenue": {"2021": 1 "2020": 2}})",
        R"({"revenue": {"2021": 1)", R"({"revenue": {"2021": "1"}})", R"({"revenue": {2021: 1}})",
        R"({"revenue": {"2021", 1}})", R"({"revenue": {"2021": 1]})"}) {
    INFO(line);
    CHECK_FALSE(both.read(line));
  }
  CHECK(facts_hold(both.quick));
}

TEST_CASE("companies with a status in the place of values are taken", "[ingest][column_reader]") {
  two_readers both;
  CHECK(both.read(R"({"debts": {"status": "conflict"}, "zombie": {"status": "missing"}})"));
  CHECK(both.read(
      R"({"debts": {"status": "not_applicable"}, "listed": {"status": "known", "value": true}})"));
  CHECK(both.read(R"({"debts": {"value": 5, "status": "conflict", "source_dept": "TAX"}})"));
  CHECK(both.read(
      R"({"revenue": {"2020": {"status": "not_applicable"}, "2021": {"status": "missing"}}})"));
  CHECK(both.read(
      R"({"any_year": {"2019": {"status": "not_applicable"}, "2020": {"status": "conflict"}}})"));
  CHECK(both.read(R"({"hires": {"status": "missing"}, "figures": {"status": "not_applicable"}})"));
  CHECK(both.read(
      R"({"hires": [{"degree": {"status": "not_applicable"}, "hired": {"status": "missing"}}]})"));
  CHECK_FALSE(both.read(R"({"staff": {"status": "known"}})"));
  CHECK_FALSE(both.read(R"({"staff": {"status": "knwon", "value": 1}})"));
  CHECK_FALSE(both.read(R"({"hires": {"status": "missing", "status": "missing"}})"));
  CHECK(both.taken == 7);
  CHECK(facts_hold(both.quick));
}

TEST_CASE("what may have something to tell of is refused", "[ingest][column_reader]") {
  two_readers both;
  for (const char* line : {R"({"staff": 1, "staff": 2})",
                           R"({"staff": 1, "职工人数": 2})",
                           R"({"staff": "1"})",
                           R"({"staff": 5001})",
                           R"({"capital": 10.005})",
                           R"({"company_name": "\u4e00"})",
                           R"({"uscc": "91320412MA0DEMQ19X"})",
                           R"({"industry": "3841"})",
                           R"({"staff": 1e2})",
                           R"({"figures": [null]})",
                           R"({"hires": [null]})",
                           R"({"hires": [{"x": 1}]})",
                           R"({"revenue": {"2021": 1, "2021": 2}})",
                           R"({"revenue": {"21": 1}})",
                           R"({"revenue": {"value": {"2021": 1}}})",
                           R"({"revenue": {"status": "not_applicable"}})",
                           R"({"revenue": {"value": 1, "period": 2020}})",
                           R"({"staff": 1)",
                           "[]",
                           "7",
                           "{} {}",
                           R"({"staff": 1}, {})",
                           R"({"staff": 1,})",
                           R"({"staff" 1})",
                           "",
                           "nonsense",
                           R"({"hires": [{"degree": "doctor", "学历": "doctor"}]})",
                           R"({"note": 1})"}) {
    INFO(line);
    CHECK_FALSE(both.read(line));
  }
  CHECK(both.taken == 0);
  CHECK(facts_hold(both.quick));
}

TEST_CASE("a name that the dictionary does not know is passed over once it is told",
          "[ingest][column_reader]") {
  two_readers both;
  CHECK_FALSE(both.read(R"({"note": 1, "staff": 1, "memo": {"a": [1]}})"));
  CHECK(both.read(R"({"note": "x", "staff": 2, "memo": null})"));
  CHECK_FALSE(both.read(R"({"note": "x", "staff": 2, "memo": {"a": 1, "a": 2}})"));
  CHECK_FALSE(both.read(R"({"note": "x", "other": 1})"));
  CHECK_FALSE(both.read(R"({"note": 1, "staff": "1", "new": 1})"));  // a reject tells of nothing
  CHECK_FALSE(both.read(R"({"new": 1})"));
  CHECK(both.read(R"({"new": 1, "other": 2})"));
}

TEST_CASE("a refused line leaves every column as it was", "[ingest][column_reader]") {
  two_readers both;
  REQUIRE(both.read(R"({"staff": 1, "company_name": "x", "founded": "2019-01-01"})"));
  const auto before = row_text(both.quick, 0);
  CHECK_FALSE(both.reader.append(
      R"({"staff": 4999, "company_name": "new", "founded": "1900-01-01", "hires": [{}], "x": 1})",
      both.quick));
  CHECK(both.quick.rows() == 1);
  CHECK(row_text(both.quick, 0) == before);
  CHECK(facts_hold(both.quick));
  REQUIRE(both.read(R"({"staff": 2})"));  // as if the refused line had never been there
  CHECK(both.quick.odd().empty());
}

TEST_CASE("the company's own names come with the row", "[ingest][column_reader]") {
  two_readers both;
  REQUIRE(both.read(R"({"company_name": "甲", "uscc": "91320412MA0DEMQ19Y"})"));
  CHECK(both.reader.texts()[0] == "91320412MA0DEMQ19Y");
  CHECK(both.reader.texts()[1] == "甲");
  REQUIRE(both.read(R"({"company_name": null, "staff": 1})"));
  CHECK(both.reader.texts()[0].empty());
  CHECK(both.reader.texts()[1].empty());
}

TEST_CASE("a line that is very long is left to the other reader", "[ingest][column_reader]") {
  two_readers both;
  CHECK_FALSE(both.read("{\"company_name\": \"" + std::string(1 << 20, 'x') + "\"}"));
  CHECK(both.read("{\"company_name\": \"" + std::string(1000, 'x') + "\"}"));
}
