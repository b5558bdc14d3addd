// Every line of tests/data/feel/*.csv: an expression, the fields it reads, the value it must give.
// The cheapest place to add a case.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "support/evaluate.hpp"

namespace {

namespace fs = std::filesystem;
using namespace sudui;

const fs::path feel_folder = fs::path(SUDUI_TEST_DATA) / "feel";

struct line {
  std::string where, expression, inputs, expected;
};

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(' ');
  const auto end = text.find_last_not_of(' ');
  return begin == std::string::npos ? std::string() : text.substr(begin, end - begin + 1);
}

line read_line(const std::string& text, std::string where) {
  const auto first = text.find(';');
  const auto second = text.find(';', first + 1);
  REQUIRE(second != std::string::npos);
  return {std::move(where), trimmed(text.substr(0, first)),
          trimmed(text.substr(first + 1, second - first - 1)), trimmed(text.substr(second + 1))};
}

std::vector<line> all_lines() {
  std::vector<fs::path> files;
  for (const auto& each : fs::directory_iterator(feel_folder)) {
    if (each.path().extension() == ".csv") files.push_back(each.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<line> all;
  for (const auto& file : files) {
    std::ifstream in(file);
    std::size_t number = 0;
    for (std::string text; std::getline(in, text);) {
      ++number;
      if (text.starts_with('#') || text.starts_with("expression;")) continue;
      all.push_back(read_line(text, file.filename().string() + ":" + std::to_string(number)));
    }
  }
  return all;
}

profile company_of(const rule_set& rules, const line& what) {
  diagnostics findings;
  auto company = read_profile(rules, "{" + what.inputs + "}", profile_format::yaml, findings);
  std::string said;
  for (const auto& each : findings) said += to_text(each, language::en);
  CHECK(said.empty());
  return company ? std::move(*company) : profile();
}

}  // namespace

TEST_CASE("every expression of the tables gives its value", "[data][feel]") {
  const auto rules = load(feel_folder / "dictionary.yaml").value();
  const tests::evaluator evaluate(rules);
  for (const auto& each : all_lines()) {
    INFO(each.where << ": " << each.expression << " with " << each.inputs);
    CHECK(evaluate.run(each.expression, company_of(rules, each)).to_string() == each.expected);
  }
}

namespace {

// The first backtick text of each cell; nothing for lines that are no row of two.
std::optional<std::pair<std::string, std::string>> row_of(const std::string& text) {
  const auto between = text.find("` | `");
  if (!text.starts_with("| `") || between == std::string::npos || !text.ends_with("` |")) {
    return std::nullopt;
  }
  const auto begin = between + 5;
  return std::pair{text.substr(3, between - 3), text.substr(begin, text.size() - begin - 3)};
}

}  // namespace

TEST_CASE("what the page on FEEL says of an expression is so", "[data][feel]") {
  const auto rules = load(feel_folder / "dictionary.yaml").value();
  const tests::evaluator evaluate(rules);
  std::ifstream in(fs::path(SUDUI_PROJECT_DIR) / "docs" / "feel.md");
  bool is_tried = false;
  std::size_t count = 0;
  for (std::string text; std::getline(in, text);) {
    if (text.starts_with("## ")) is_tried = text == "## Tried";
    const auto row = row_of(text);
    if (!is_tried || !row) continue;
    ++count;
    const auto got = evaluate.run(row->first).to_string();
    INFO(row->first);
    CHECK((got == row->second || got == "error: " + row->second));
  }
  CHECK(count >= 40);
}

TEST_CASE("no expression of the tables stands there twice", "[data][feel]") {
  std::set<std::string> seen;
  const auto lines = all_lines();
  for (const auto& each : lines) {
    INFO(each.where);
    CHECK(seen.insert(each.expression + ";" + each.inputs).second);
  }
  CHECK(lines.size() >= 150);
}
