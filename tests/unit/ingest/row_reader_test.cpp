#include "ingest/row_reader.hpp"

#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "dictionary.hpp"

using namespace sudui;

namespace {

struct stream {
  stream(const std::string& text, profile_format format)
      : input(text), dictionary(fields, ignored), reader(dictionary, input, format) {}

  // `line: staff` of a row, `line! reason` of a reject.
  [[nodiscard]] std::vector<std::string> rest() {
    std::vector<std::string> all;
    while (true) {
      const auto status = reader.next();
      if (status == ingest::row_reader::status::end) return all;
      const bool is_row = status == ingest::row_reader::status::row;
      const value* staff = reader.row().find("staff");
      all.push_back(std::to_string(reader.line()) +
                    (is_row ? ": " + (staff == nullptr ? "unknown" : to_string(*staff))
                            : "! " + reader.reason().en));
    }
  }

  std::istringstream input;
  text::sink ignored;
  std::vector<model::field> fields = tests::dictionary_fields();
  types::schema dictionary;
  ingest::row_reader reader;
};

using lines = std::vector<std::string>;

}  // namespace

TEST_CASE("every line is a company or a reject", "[ingest][row_reader]") {
  stream read("{\"staff\": 1}\n\n  \n{\"staff\": \"2\"}\n{\"staff\": \n[]\n{\"staff\": 4}",
              profile_format::ndjson);
  const lines all = read.rest();
  REQUIRE(all.size() == 5);
  CHECK(all[0] == "1: 1");
  CHECK(all[1] ==
        "4! `staff` needs a number, found the text `2` (write the number without quotes)");
  CHECK(all[2].starts_with("5! "));
  CHECK(all[3] == "6! a profile maps field names to values, found a list");
  CHECK(all[4] == "7: 4");
}

TEST_CASE("a reject tells its place, its text and how many more mistakes it has",
          "[ingest][row_reader]") {
  stream read("{\"staff\": 1}\n{\"listed\": 1, \"staff\": true}\n", profile_format::ndjson);
  CHECK(read.reader.next() == ingest::row_reader::status::row);
  CHECK(read.reader.next() == ingest::row_reader::status::reject);
  CHECK(read.reader.line() == 2);
  CHECK(read.reader.offset() == 13);
  CHECK(read.reader.text() == "{\"listed\": 1, \"staff\": true}");
  CHECK(read.reader.reason().en ==
        "`listed` needs true or false, found the number `1`; and 1 more");
  CHECK(read.reader.reason().zh == "`listed` 需要true 或 false，实为数字 `1`；另有 1 处");
  CHECK(read.reader.row().entries().empty());
}

TEST_CASE("an unknown name is told once and never makes a reject", "[ingest][row_reader]") {
  stream read("{\"staf\": 1}\n{\"staf\": 2}\n{\"telephone\": 3, \"staff\": 5}\n",
              profile_format::ndjson);
  CHECK(read.rest() == lines{"1: unknown", "2: unknown", "3: 5"});
  REQUIRE(read.reader.findings().size() == 2);
  CHECK(read.reader.findings()[0].message.en == "`staf` is not a field of the dictionary");
  CHECK(read.reader.findings()[0].where.line == 1);
  CHECK(read.reader.findings()[1].where.line == 3);
}

TEST_CASE("failing check digits are told once", "[ingest][row_reader]") {
  stream read("{\"uscc\": \"91350100M0001TGQXM\"}\n{\"uscc\": \"91350211M0000XUF46\"}\n",
              profile_format::ndjson);
  CHECK(read.rest().size() == 2);
  CHECK(read.reader.findings().size() == 1);
}

TEST_CASE("a row that is not UTF-8 is a reject", "[ingest][row_reader]") {
  stream objects("{\"place\": \"\xFF\"}\n{\"staff\": 1}\n", profile_format::ndjson);
  CHECK(objects.rest().size() == 2);
  stream rows("staff,place\n1,\xFF\n2,320412\n", profile_format::csv);
  CHECK(rows.rest() == lines{"2! the row is not UTF-8 (convert the file to UTF-8)", "3: 2"});
}

TEST_CASE("a table is read row by row", "[ingest][row_reader]") {
  stream read(
      "\xEF\xBB\xBF"
      "职工人数,telephone,listed\r\n1,x,true\r\n2,x\r\n3,\"x\ny\",maybe\r\n4,x,否\r\n",
      profile_format::csv);
  REQUIRE(read.reader.findings().size() == 1);
  CHECK(read.rest() == lines{"2: 1", "3! the row has 2 cells, the header has 3",
                             "4! `listed` needs true or false, found the text `maybe`", "6: 4"});
}

TEST_CASE("a table without a header has rejects only", "[ingest][row_reader]") {
  stream nothing("", profile_format::csv);
  CHECK(nothing.rest().empty());
  CHECK(nothing.reader.findings().size() == 1);
  stream broken("\"staff\n1\n2\n", profile_format::csv);
  const lines all = broken.rest();
  CHECK(all.size() == 2);
  CHECK(all[0] == "2! the table has no header (the first line names the fields)");
}

TEST_CASE("a row that is too long is a reject and the next one is read", "[ingest][row_reader]") {
  const std::string wide(ingest::line_reader::longest_line + 1, 'x');
  stream read(wide + "\n{\"staff\": 1}\n", profile_format::ndjson);
  CHECK(read.rest() == lines{"1! the row has more than 16 MiB", "2: 1"});
}
