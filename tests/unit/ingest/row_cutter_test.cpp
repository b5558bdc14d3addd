#include "ingest/row_cutter.hpp"

#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "ingest/csv.hpp"

using namespace sudui;
using ingest::row_cutter;

namespace {

// Rows and rejects with their places, one text each, of a part of a table.
void read_rows(const std::string& text, ingest::stream_origin from, std::size_t cells,
               std::vector<std::string>& into) {
  std::istringstream input(text);
  ingest::csv_reader rows(input, from);
  using status = ingest::csv_reader::status;
  for (auto read = rows.next(cells); read != status::end; read = rows.next(cells)) {
    const std::string why =
        read == status::row ? "row" : std::to_string(static_cast<int>(rows.why()));
    into.push_back(why + " " + std::to_string(rows.line()) + " " + std::to_string(rows.offset()) +
                   " " + rows.raw());
  }
}

// The same, read in pieces that are cut out of what a block of `size` bytes shows of the stream.
std::vector<std::string> read_in_pieces(const std::string& text, std::size_t cells,
                                        std::size_t size, std::uint64_t most) {
  const row_cutter cutter(profile_format::csv, cells);
  std::vector<std::string> all;
  ingest::stream_origin at;
  while (at.bytes < text.size()) {
    ingest::whole_rows piece;
    for (std::size_t shown = size; piece.bytes == 0; shown += size) {
      const bool is_all = at.bytes + shown >= text.size();
      piece = cutter.cut(std::string_view(text).substr(at.bytes, shown), is_all, most);
    }
    const std::size_t before = all.size();
    read_rows(text.substr(at.bytes, piece.bytes), at, cells, all);
    REQUIRE(all.size() - before == piece.rows);
    at.bytes += piece.bytes;
    at.lines += piece.lines;
  }
  return all;
}

}  // namespace

TEST_CASE("lines of objects are cut at their ends, blank ones are no rows",
          "[ingest][row_cutter]") {
  const row_cutter cutter(profile_format::ndjson);
  const ingest::whole_rows two = cutter.cut("{}\n \r\n{\"a\": 1}\n{\"b\"", false);
  CHECK(two.bytes == 15);
  CHECK(two.lines == 3);
  CHECK(two.rows == 2);
  CHECK(cutter.cut("{}\n{\"b\"", true).rows == 2);
  CHECK(cutter.cut("{}\n{}\n{}\n", false, 2).bytes == 6);
  CHECK(cutter.cut("{\"b\"", false).bytes == 0);
}

TEST_CASE("a row of a table with line ends in quotes stays whole", "[ingest][row_cutter]") {
  const row_cutter cutter(profile_format::csv, 2);
  CHECK(cutter.cut("a,b\n\"x\ny\",1\nc", false).bytes == 12);
  CHECK(cutter.cut("a,b\n\"x\ny\",", false).bytes == 4);
  CHECK(cutter.cut("\"x\ny\",1\n", false).lines == 2);
}

TEST_CASE("a quote that is never closed cuts its own line only", "[ingest][row_cutter]") {
  const row_cutter cutter(profile_format::csv, 2);
  const ingest::whole_rows all = cutter.cut("\"x,1\ny,2\nz,3\n", true);
  CHECK(all.rows == 3);
  CHECK(cutter.cut("\"x,1\ny,2\n\"z,3\n", true, 1).bytes == 5);
}

TEST_CASE("a line that is too long ends the piece", "[ingest][row_cutter]") {
  const std::string wide(ingest::line_reader::longest_line + 1, 'x');
  const row_cutter cutter(profile_format::ndjson);
  CHECK(cutter.cut("{}\n" + wide + "\n{}\n", false).rows == 2);
  CHECK(cutter.cut(wide.substr(1) + "\n{}\n", false).rows == 2);
}

TEST_CASE("pieces of random tables give the rows and rejects of one reader",
          "[ingest][row_cutter]") {
  std::mt19937 random(7);
  const std::string letters = "ab\"\"\"\",,\n\n\r";
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    const std::size_t length = random() % 60;
    while (text.size() < length) text += letters[random() % letters.size()];
    const std::size_t cells = random() % 4;
    std::vector<std::string> whole;
    read_rows(text, {}, cells, whole);
    const std::size_t size = 1 + random() % 20;
    const std::uint64_t most = random() % 2 == 0 ? row_cutter::any_number : 1 + random() % 3;
    CAPTURE(text, cells, size, most);
    REQUIRE(read_in_pieces(text, cells, size, most) == whole);
  }
}
