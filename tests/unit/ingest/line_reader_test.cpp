#include "ingest/line_reader.hpp"

#include <sstream>
#include <vector>

#include "catch.hpp"

using namespace sudui::ingest;

namespace {

std::vector<raw_line> lines_of(const std::string& text, std::size_t limit = 1000) {
  std::istringstream input(text);
  line_reader reader(input, limit);
  std::vector<raw_line> all;
  for (raw_line line; reader.next(line);) all.push_back(line);
  return all;
}

}  // namespace

TEST_CASE("lines come with their numbers and offsets", "[ingest][line_reader]") {
  const auto all = lines_of("one\ntwo\r\n\nfour");
  REQUIRE(all.size() == 4);
  CHECK(all[0].bytes == "one");
  CHECK(all[1].bytes == "two");
  CHECK(all[1].offset == 4);
  CHECK(all[2].bytes.empty());
  CHECK(all[2].offset == 9);
  CHECK(all[3].bytes == "four");
  CHECK(all[3].number == 4);
  CHECK(all[3].offset == 10);
}

TEST_CASE("an empty stream has no lines, and a line feed makes one", "[ingest][line_reader]") {
  CHECK(lines_of("").empty());
  CHECK(lines_of("\n").size() == 1);
  CHECK(lines_of("a\n").size() == 1);
}

TEST_CASE("a byte order mark is dropped and counted", "[ingest][line_reader]") {
  const auto all = lines_of(
      "\xEF\xBB\xBF"
      "a\nb");
  REQUIRE(all.size() == 2);
  CHECK(all[0].bytes == "a");
  CHECK(all[0].offset == 3);
  CHECK(all[1].offset == 5);
}

TEST_CASE("a line over the limit is passed over and the next one is whole",
          "[ingest][line_reader]") {
  const auto all = lines_of(std::string(200'000, 'x') + "\nshort\n", 1000);
  REQUIRE(all.size() == 2);
  CHECK(all[0].is_too_long);
  CHECK(all[0].bytes.size() == 1000);
  CHECK(all[1].bytes == "short");
  CHECK(all[1].offset == 200'001);
}

TEST_CASE("a line of just the limit is whole", "[ingest][line_reader]") {
  const auto all = lines_of(std::string(1000, 'x') + "\n", 1000);
  REQUIRE(all.size() == 1);
  CHECK_FALSE(all[0].is_too_long);
}

TEST_CASE("lines longer than a piece of the buffer are joined", "[ingest][line_reader]") {
  const std::string wide(150'000, 'y');
  const auto all = lines_of("a\n" + wide + "\nb", std::size_t{1} << 20U);
  REQUIRE(all.size() == 3);
  CHECK(all[1].bytes == wide);
  CHECK(all[2].offset == 150'003);
}
