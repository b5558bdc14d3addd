// A small rule set with ten planted mistakes, at places that are easy to get wrong: inside block
// scalars, behind wide characters, in a second mention of a key. All ten are found at once, each at
// its place, and nothing else.
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <sudui/rule_set.hpp>

#include "catch.hpp"

namespace {

namespace fs = std::filesystem;
using namespace sudui;

const fs::path mistakes_folder = fs::path(SUDUI_TEST_DATA) / "ten-mistakes";

std::vector<std::string> lines_of(const fs::path& path) {
  std::vector<std::string> lines;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string place_and_code(const diagnostic& found) {
  return fs::path(found.where.file).lexically_relative(mistakes_folder).generic_string() + ":" +
         std::to_string(found.where.line) + ":" + std::to_string(found.where.column) + " " +
         found.code;
}

}  // namespace

TEST_CASE("ten mistakes give ten errors, each at its place", "[data][ten_mistakes]") {
  const auto rules = load(mistakes_folder);
  REQUIRE(!rules);
  REQUIRE(rules.error().code == errc::bad_rules);
  std::vector<std::string> found;
  for (const auto& each : rules.error().details) {
    CHECK(each.level == severity::error);
    found.push_back(place_and_code(each));
  }
  CHECK(found == lines_of(mistakes_folder / "expected.txt"));
}

TEST_CASE("a caret behind wide characters stands under its name", "[data][ten_mistakes]") {
  const auto rules = load(mistakes_folder);
  REQUIRE(!rules);
  std::string snippet;
  for (const auto& each : rules.error().details) {
    if (each.code == "unknown-name") snippet = each.snippet;
  }
  // Six wide characters take twelve columns: 34 code points stand before the name, 40 columns.
  CHECK_THAT(snippet, tests::ContainsSubstring("\n" + std::string(40, ' ') + "^^^^^^^^^"));
}
