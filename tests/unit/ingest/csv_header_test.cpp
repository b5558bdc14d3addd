#include "ingest/csv_header.hpp"

#include <string>

#include "catch.hpp"
#include "dictionary.hpp"

using namespace sudui;

namespace {

// A header and a row, and what they give.
struct table {
  table(std::string_view header_line, std::string_view row_line)
      : dictionary(fields, out), names(dictionary) {
    ingest::csv_parser parser;
    parser.begin();
    REQUIRE(parser.feed(header_line) == ingest::csv_state::complete);
    const std::uint32_t file = files.add("table", std::string(header_line));
    const ingest::csv_header header(parser.cells(), file, names, out);
    for (const diagnostic& each : out.render(files)) findings += each.message.en + "\n";
    parser.begin();
    REQUIRE(parser.feed(row_line) == ingest::csv_state::complete);
    company = ingest::company_of(header.tree_of(parser.cells(), file), names, out);
  }
  [[nodiscard]] std::string operator[](std::string_view name) const {
    const value* held = company.find(name);
    return held == nullptr ? "unknown" : to_string(*held);
  }

  text::sources files;
  text::sink out;
  std::vector<model::field> fields = tests::dictionary_fields();
  types::schema dictionary;
  ingest::field_names names;
  profile company;
  std::string findings;
};

}  // namespace

TEST_CASE("columns are named by field, alias or label", "[ingest][csv_header]") {
  const table read("staff,营业收入, 注册资本(实缴) ", "48, 5000万 ,7");
  CHECK(read.findings.empty());
  CHECK(read["staff"] == "48");
  CHECK(read["revenue"] == "50000000");
  CHECK(read["capital"] == "7");
}

TEST_CASE("columns with years make one yearly value", "[ingest][csv_header]") {
  const table read("revenue@2020,staff,营业收入@2021,revenue@2022", "1,2,3,");
  CHECK(read.findings.empty());
  CHECK(*read.company.find("revenue") == by_year({{2020, 1}, {2021, 3}}));
}

TEST_CASE("an empty cell is missing", "[ingest][csv_header]") {
  const table read("staff,place,revenue@2020", " ,,");
  CHECK(read.company.entries().empty());
}

TEST_CASE("an unknown column is reported and passed over", "[ingest][csv_header]") {
  const table read("staf,telephone,staff", "1,2,3");
  CHECK(read.findings ==
        "`staf` is not a field of the dictionary\n`telephone` is not a field of the dictionary\n");
  CHECK(read["staff"] == "3");
}

TEST_CASE("a year on a field without years is reported", "[ingest][csv_header]") {
  const table read("staff@2021", "3");
  CHECK(read.findings == "`staff` has no value by year, the column `staff@2021` is not read\n");
}

TEST_CASE("a year that is none is reported", "[ingest][csv_header]") {
  CHECK(table("revenue@last", "3").findings == "`last` is not a year of `revenue`\n");
}

TEST_CASE("a list cannot stand in a table", "[ingest][csv_header]") {
  CHECK(table("quals", "3").findings ==
        "`quals` is no single value, which a table cannot hold; it is not read\n");
}

TEST_CASE("a column given twice is reported and the first one counts", "[ingest][csv_header]") {
  const table read("staff,职工人数,revenue,revenue@2021", "3,4,5,6");
  CHECK(read.findings == "`职工人数` is given twice\n`revenue@2021` is given twice\n");
  CHECK(read["staff"] == "3");
  CHECK(read["revenue"] == "5");
}
