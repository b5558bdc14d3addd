// Lines of a table straight into columns.

#include "ingest/table_reader.hpp"

#include "catch.hpp"
#include "ingest/read_text.hpp"
#include "support/tables.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

const planned& table_rules() {
  static const planned made = strict_plan();
  return made;
}

// How many rows the quick reader takes; both ways must come to the same.
std::size_t taken(const std::string& bytes, table_ways ways = {}) {
  const read_table slow(table_rules(), bytes, ways);
  ways.is_quick = true;
  const read_table quick(table_rules(), bytes, ways);
  CHECK(quick.text() == slow.text());
  return quick.taken;
}

}  // namespace

TEST_CASE("plain rows of a table are taken", "[ingest][table_reader]") {
  CHECK(taken("uscc,company_name,revenue@2020,营业收入@2021,capital,listed,founded\n"
              "91320412MA0DEMQ19Y,某某,5,600.5,12,true,2019-12-31\n"
              "91320412MA0DEMQ19Y,\"Gamma, Ltd.\",,,-3.25,FALSE,2020-02-29\r\n"
              "\n"
              ", x ,0,\" 7 \",0.50,是,\n") == 3);
  CHECK(taken("revenue,staff\n5,2020\n1,\n") == 2);  // a value without a year
  CHECK(taken("any_year@2019,any_year@2021,rating@2021,term\n1,2,A,P1Y\n,3.33,,\n") == 2);
}

TEST_CASE("a number may end in a word that moves its point", "[ingest][table_reader]") {
  CHECK(taken("capital,growth,revenue@2021\n5万,5%,0.5亿\n-1.25万,12.3456％,3%\n") == 2);
  CHECK(taken("capital\n1e3\n1,000\n5万元\n万\n5 万\n--1\n.5\n007\n1.005\n11万\n") == 0);
}

TEST_CASE("empty cells and words for nothing say nothing", "[ingest][table_reader]") {
  CHECK(taken("staff,debts,company_name\n,,\n ,\t,\nnull,~,NULL\nNull,\"\",\" ~\"\n") == 4);
  CHECK(taken("company_name\nnill\nnULL\n~~\n") == 3);  // which are names
}

TEST_CASE("what is no plain row is left to the reader of rows", "[ingest][table_reader]") {
  for (const char* row :
       {"1", "1,2,3", "\"1,2", "1\",2", "1,\"2\"x", "1, \"2\"", "1,\"a \"\"b\"\"\"", "\"1\n\",2",
        "many,x", "5001,x", "-1,x", "1,\xff", "1,\xed\xa0\x80", "\"1\"\"\",x", "\",x"}) {
    INFO(row);
    CHECK(taken("staff,company_name\n" + std::string(row) + "\n7,y\n") == 1);
  }
  CHECK(taken("uscc\n91320412MA0DEMQ19X\n") == 0);  // a warning
  CHECK(taken("industry,place\n3841,320412\nC3841,32041\nC3841,320412\n") == 1);
  CHECK(taken("rating\nD\nA\n") == 1);
  CHECK(taken("listed,founded\nyes,\n,2021-02-29\n,2021-2-1\n") == 0);
}

TEST_CASE("columns that the dictionary does not know are passed over", "[ingest][table_reader]") {
  CHECK(taken("note,staff,hires,staff@2020\nx,1,[],7\n\"a,b\",2,,\n\"a\"b,2,,\n") == 2);
  CHECK(taken("") == 0);
  CHECK(taken("\xff\nx\n") == 0);
}

TEST_CASE("a table may have a map and an encoding", "[ingest][table_reader]") {
  text::sources files;
  text::sink out;
  const auto file =
      files.add("map",
                "{\"收入(万元)\": {\"field\": \"revenue\", \"year\": 2021, \"unit\": \"千元\"}, "
                "\"实缴\": {\"field\": \"capital\", \"unit\": \"万元\"}, \"人\": \"staff\"}");
  ingest::field_names names(table_rules().rules.held().typed->dictionary);
  const auto said = ingest::read_text(files, file, profile_format::json, out);
  const ingest::column_map map(said, names, out);
  REQUIRE(out.empty());
  table_ways ways;
  ways.map = &map;
  CHECK(taken("收入(万元),实缴,人\n5,0.5,7\n1.005,0.0001,\n0.00001,10.5,x\n", ways) == 2);
  ways.map = nullptr;
  ways.encoding = ingest::text_encoding::gb18030;
  CHECK(taken("company_name,staff\n\xC6\xF3\xD2\xB5,5\n\xFF\xFF,5\nplain,6\n", ways) == 2);
}

TEST_CASE("a refused line of a table leaves every column as it was", "[ingest][table_reader]") {
  std::istringstream input("company_name,staff,founded\n");
  const ingest::row_reader rows(table_rules().rules.held().typed->dictionary, input,
                                profile_format::csv);
  REQUIRE(rows.header() != nullptr);
  ingest::table_reader reader(table_rules().made, *rows.header());
  columns::batch held(table_rules().made);
  REQUIRE(reader.append("x,1,2019-01-01", held));
  const auto before = row_text(held, 0);
  CHECK_FALSE(reader.append("new,4999,1900-01-0x", held));
  CHECK(held.rows() == 1);
  CHECK(row_text(held, 0) == before);
  CHECK(facts_hold(held));
  CHECK(reader.append(std::string(1000, 'x') + ",2,", held));
  CHECK_FALSE(reader.append(std::string(1 << 20, 'x') + ",2,", held));
}
