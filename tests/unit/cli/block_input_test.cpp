#include "cli/block_input.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>
#include <vector>

#include "catch.hpp"
#include "ingest/line_reader.hpp"

using namespace sudui;
using cli::block_input;

namespace {

struct file {
  explicit file(const std::string& text)
      : path((std::filesystem::temp_directory_path() / ("blocks-" + std::to_string(getpid())))
                 .string()) {
    std::ofstream(path, std::ios::binary) << text;
  }
  file(const file&) = delete;
  file& operator=(const file&) = delete;
  ~file() { std::filesystem::remove(path); }
  std::string path;
};

// `lines before@offset: bytes` of every block.
std::vector<std::string> blocks_of(block_input& from) {
  std::vector<std::string> all;
  cli::row_block block;
  while (from.next(block) == block_input::status::block) {
    CHECK(block.end >= block.offset + block.bytes().size());
    all.push_back(std::to_string(block.lines_before) + "@" + std::to_string(block.offset) + ": " +
                  std::string(block.bytes()) + (block.ends_part ? "|" : ""));
  }
  return all;
}

using texts = std::vector<std::string>;

}  // namespace

TEST_CASE("blocks hold whole rows and tell where they stand", "[cli][block_input]") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "{\"staff\": " + std::to_string(i) + "}\n";
  const file held(text);
  block_input from({held.path, profile_format::ndjson}, 4096);
  CHECK(from.size() == text.size());
  std::string joined;
  cli::row_block block;
  std::uint64_t lines = 0, blocks = 0;
  while (from.next(block) == block_input::status::block) {
    CHECK(block.offset == joined.size());
    CHECK(block.lines_before == lines);
    CHECK(block.bytes().ends_with('\n'));
    joined += block.bytes();
    lines = block.lines_through;
    ++blocks;
  }
  CHECK(joined == text);
  CHECK(lines == 2000);
  CHECK(blocks > 5);
}

TEST_CASE("a row larger than a block makes the block larger", "[cli][block_input]") {
  const std::string wide = "{\"place\": \"" + std::string(50'000, 'x') + "\"}\n";
  const file held("{}\n" + wide + "{}");
  block_input from({held.path, profile_format::ndjson}, 4096);
  CHECK(blocks_of(from) == texts{"0@0: {}\n", "1@3: " + wide + "{}"});
}

TEST_CASE("a byte order mark stands before the first block", "[cli][block_input]") {
  const file held("\xEF\xBB\xBF{}\n");
  block_input from({held.path, profile_format::ndjson});
  CHECK(blocks_of(from) == texts{"0@3: {}\n"});
}

TEST_CASE("of a line that is too long the beginning is kept, and places behind it are right",
          "[cli][block_input]") {
  constexpr std::size_t limit = ingest::line_reader::longest_line;
  const std::size_t length = 3 * limit;
  const file held("{}\n" + std::string(length, 'x') + "\n{\"staff\": 1}\n");
  block_input from({held.path, profile_format::ndjson});
  const texts all = blocks_of(from);
  REQUIRE(all.size() == 3);
  CHECK(all[0] == "0@0: {}\n");
  CHECK(all[1].size() == 5 + limit + 1 + 1);
  CHECK(all[2] == "2@" + std::to_string(3 + length + 1) + ": {\"staff\": 1}\n");
}

TEST_CASE("the head of a table ends with its header row", "[cli][block_input]") {
  const file held("\xEF\xBB\xBF\r\n\"a\nb\",c\r\n1,2\r\n3,4\r\n");
  block_input from({held.path, profile_format::csv});
  REQUIRE(from.read_head());
  CHECK(from.head() == "\r\n\"a\nb\",c\r\n");
  from.set_cells(2);
  CHECK(blocks_of(from) == texts{"3@14: 1,2\r\n3,4\r\n"});
}

TEST_CASE("blocks end where a part does", "[cli][block_input]") {
  const file held("{}\n\n{}\n{}\n{}\n{}\n");
  block_input from({held.path, profile_format::ndjson});
  from.set_part_rows(2);
  CHECK(blocks_of(from) == texts{"0@0: {}\n\n{}\n|", "3@7: {}\n{}\n|", "5@13: {}\n"});
}

TEST_CASE("a folder cannot be read and a missing file cannot be opened", "[cli][block_input]") {
  block_input folder({"/", profile_format::ndjson});
  cli::row_block block;
  CHECK(folder.next(block) == block_input::status::failed);
  CHECK_FALSE(block_input({"/no/such/file", profile_format::ndjson}).is_open());
}
