#include "cli/inputs.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

#include "catch.hpp"

using namespace sudui;
using namespace sudui::cli;

namespace {

namespace fs = std::filesystem;

// A folder with these empty files, gone at the end.
struct folder {
  explicit folder(std::initializer_list<const char*> names) {
    path = (fs::temp_directory_path() / ("sudui_inputs_" + std::to_string(::getpid()))).string();
    fs::create_directories(path);
    for (const char* name : names) std::ofstream(path + "/" + name).put('\n');
  }
  ~folder() { fs::remove_all(path); }
  folder(const folder&) = delete;
  folder& operator=(const folder&) = delete;
  std::string path;
};

}  // namespace

TEST_CASE("the name of a file tells its format", "[cli][inputs]") {
  CHECK(format_of("a.json") == profile_format::json);
  CHECK(format_of("a.b/c.yml") == profile_format::yaml);
  CHECK(format_of("a.jsonl") == profile_format::ndjson);
  CHECK(format_of("a.csv") == profile_format::csv);
  CHECK_FALSE(format_of("json"));
  CHECK_FALSE(format_of("a.txt"));
}

TEST_CASE("a folder stands for the profiles in it, by name", "[cli][inputs]") {
  const folder given{"b.json", "a.csv", "notes.txt"};
  std::optional<input_flaw> flaw;
  const auto all = list_inputs({given.path}, "", flaw);
  CHECK_FALSE(flaw);
  REQUIRE(all.size() == 2);
  CHECK(all[0].path == given.path + "/a.csv");
  CHECK(all[0].is_stream());
  CHECK_FALSE(all[1].is_stream());
}

TEST_CASE("a format that is asked for holds for every input", "[cli][inputs]") {
  const folder given{"notes.txt"};
  std::optional<input_flaw> flaw;
  const auto all = list_inputs({given.path + "/notes.txt", "-"}, "csv", flaw);
  CHECK_FALSE(flaw);
  REQUIRE(all.size() == 2);
  CHECK(all[0].format == profile_format::csv);
  CHECK(all[1].format == profile_format::csv);
}

TEST_CASE("standard input is NDJSON when nothing else is said", "[cli][inputs]") {
  std::optional<input_flaw> flaw;
  CHECK(list_inputs({"-"}, "", flaw).at(0).format == profile_format::ndjson);
}

TEST_CASE("a file that is not there differs from one without a format", "[cli][inputs]") {
  const folder given{"notes.txt"};
  std::optional<input_flaw> flaw;
  static_cast<void>(list_inputs({given.path + "/nothing.json"}, "", flaw));
  REQUIRE(flaw);
  CHECK_FALSE(flaw->is_unknown_format);
  flaw.reset();
  static_cast<void>(list_inputs({given.path + "/notes.txt"}, "", flaw));
  REQUIRE(flaw);
  CHECK(flaw->is_unknown_format);
}
