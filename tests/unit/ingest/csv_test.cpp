#include "ingest/csv.hpp"

#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"

using namespace sudui::ingest;

namespace {

// Rows as `line: cell|cell`, rejects as `line! flaw`.
std::vector<std::string> rows_of(const std::string& text, std::size_t cells = 0) {
  std::istringstream input(text);
  csv_reader reader(input);
  std::vector<std::string> all;
  while (true) {
    const auto status = reader.next(cells);
    if (status == csv_reader::status::end) return all;
    std::string row = std::to_string(reader.line());
    if (status == csv_reader::status::reject) {
      all.push_back(row + "! " + std::to_string(static_cast<int>(reader.why())) + " " +
                    reader.raw());
      continue;
    }
    row += ": ";
    for (const auto& cell : reader.cells()) row += cell.text + "|";
    all.push_back(row);
  }
}

using rows = std::vector<std::string>;

constexpr const char* open_quote = "2";
constexpr const char* after_quote = "3";
constexpr const char* inner_quote = "4";
constexpr const char* cell_count = "5";

}  // namespace

TEST_CASE("cells are divided by commas", "[ingest][csv]") {
  CHECK(rows_of("a,b,c\n1,,3\n") == rows{"1: a|b|c|", "2: 1||3|"});
  CHECK(rows_of("a,\n,\n") == rows{"1: a||", "2: ||"});
}

TEST_CASE("quotes hold commas, doubled quotes and line ends", "[ingest][csv]") {
  CHECK(rows_of("\"a,b\",c\n") == rows{"1: a,b|c|"});
  CHECK(rows_of("\"say \"\"yes\"\"\",c\n") == rows{"1: say \"yes\"|c|"});
  CHECK(rows_of("\"a\nb\",c\nd,e\n") == rows{"1: a\nb|c|", "3: d|e|"});
  CHECK(rows_of("\"\",\"\"\n") == rows{"1: ||"});
}

TEST_CASE("line ends may be CRLF and blank lines are passed over", "[ingest][csv]") {
  CHECK(rows_of("a,b\r\n\r\nc,d\r\n\n") == rows{"1: a|b|", "3: c|d|"});
  CHECK(rows_of("\"a\r\nb\",c\r\n") == rows{"1: a\nb|c|"});
}

TEST_CASE("a row with another number of cells is a reject", "[ingest][csv]") {
  CHECK(rows_of("1,2\n1,2,3\n1\n3,4\n", 2) ==
        rows{"1: 1|2|", std::string("2! ") + cell_count + " 1,2,3",
             std::string("3! ") + cell_count + " 1", "4: 3|4|"});
}

TEST_CASE("quotes in the wrong place are rejects", "[ingest][csv]") {
  CHECK(rows_of("a\"b,c\n\"a\"b,c\nd,e\n") == rows{std::string("1! ") + inner_quote + " a\"b,c",
                                                   std::string("2! ") + after_quote + " \"a\"b,c",
                                                   "3: d|e|"});
}

TEST_CASE("a quote that is never closed takes its own line only", "[ingest][csv]") {
  const std::string reject = std::string("2! ") + open_quote + " \"Alpha,100";
  CHECK(rows_of("x,y\n\"Alpha,100\nBeta,200\nGamma,300\n", 2) ==
        rows{"1: x|y|", reject, "3: Beta|200|", "4: Gamma|300|"});
  CHECK(rows_of("x,y\n\"Alpha,100\nBeta,200\n\"Gamma, Ltd.\",300\n", 2) ==
        rows{"1: x|y|", reject, "3: Beta|200|", "4: Gamma, Ltd.|300|"});
}

TEST_CASE("the offset of a row counts every byte before it", "[ingest][csv]") {
  std::istringstream input("a,b\r\n\"x\ny\",1\nlast,2\n");
  csv_reader reader(input);
  REQUIRE(reader.next(2) == csv_reader::status::row);
  REQUIRE(reader.next(2) == csv_reader::status::row);
  CHECK(reader.offset() == 5);
  REQUIRE(reader.next(2) == csv_reader::status::row);
  CHECK(reader.offset() == 13);
  CHECK(reader.line() == 4);
}

TEST_CASE("cells know where they stood", "[ingest][csv]") {
  csv_parser parser;
  parser.begin();
  REQUIRE(parser.feed("a,\"b\"\"c\",d") == csv_state::complete);
  CHECK(parser.cells()[1].text == "b\"c");
  CHECK(parser.cells()[1].begin == 2);
  CHECK(parser.cells()[1].end == 8);
  CHECK(parser.cells()[2].begin == 9);
}
