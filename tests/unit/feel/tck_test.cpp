// Every expression of the DMN conformance kit that a static reader should accept is read, printed
// and read again. The kit is large and not part of the project: the environment variable SUDUI_TCK
// names the folder that holds it as level2.jsonl and level3.jsonl.
#include <boost/json.hpp>
#include <cstdlib>
#include <fstream>

#include "catch.hpp"
#include "feel/unparse.hpp"
#include "shape.hpp"

namespace sudui::tests {
namespace {

struct kit_case {
  std::string id, formula, sort;
  std::int64_t ring = 0;
  std::vector<std::string> names;
};

kit_case case_of(const std::string& line) {
  const boost::json::object all = boost::json::parse(line).as_object();
  kit_case made;
  made.id = boost::json::value_to<std::string>(all.at("id"));
  made.formula = boost::json::value_to<std::string>(all.at("expr"));
  made.sort = boost::json::value_to<std::string>(all.at("class"));
  made.ring = all.at("ring").as_int64();
  for (const auto& input : all.at("types").as_object()) made.names.emplace_back(input.key());
  if (const auto* lets = all.if_contains("lets")) {
    for (const auto& let : lets->as_array()) {
      made.names.push_back(boost::json::value_to<std::string>(let.at("name")));
    }
  }
  return made;
}

std::vector<kit_case> read_kit(const std::string& folder) {
  std::vector<kit_case> all;
  for (const char* file : {"/level2.jsonl", "/level3.jsonl"}) {
    std::ifstream in(folder + file);
    for (std::string line; std::getline(in, line);) all.push_back(case_of(line));
  }
  return all;
}

struct outcome {
  bool is_read = false;
  bool is_kept = false;  // by printing and reading again
  std::string what;
};

outcome outcome_of(const kit_case& what) {
  const std::vector<std::string_view> names(what.names.begin(), what.names.end());
  const feel::parse_options options{.names = names};
  const formula_reading first(what.formula, options);
  if (!first.is_clean()) return {false, true, first.complaints()};
  const std::string printed = feel::unparse(first.tree());
  const std::string again = shape(printed, options);
  return {true, again == shape(first.tree()), printed + " is " + again};
}

}  // namespace

TEST_CASE("expressions of the conformance kit are read and survive printing", "[feel][tck]") {
  const char* folder = std::getenv("SUDUI_TCK");
  if (folder == nullptr) {
    WARN("skipped: SUDUI_TCK does not name the folder of the conformance kit");
    return;
  }
  std::size_t total = 0;
  std::size_t good = 0;
  for (const kit_case& next : read_kit(folder)) {
    const outcome found = outcome_of(next);
    INFO(next.id << ": " << next.formula << "\n" << found.what);
    CHECK(found.is_kept);
    if (next.ring == 3 || next.sort != "value") continue;
    ++total;
    if (found.is_read) ++good;
    if (!found.is_read) WARN("not read");
  }
  CAPTURE(good, total);
  REQUIRE(total > 1000);
  CHECK(good * 100 >= total * 99);
}

TEST_CASE("cells of the conformance kit's tables are read and survive printing", "[feel][tck]") {
  const char* folder = std::getenv("SUDUI_TCK");
  if (folder == nullptr) {
    WARN("skipped: SUDUI_TCK does not name the folder of the conformance kit");
    return;
  }
  std::size_t cells = 0;
  std::ifstream in(std::string(folder) + "/tables.jsonl");
  for (std::string line; std::getline(in, line);) {
    const boost::json::value table = boost::json::parse(line);
    std::vector<std::string> owned;
    for (const auto& input : table.at("variables").as_object()) owned.emplace_back(input.key());
    const std::vector<std::string_view> names(owned.begin(), owned.end());
    for (const auto& rule : table.at("rules").as_array()) {
      for (const auto& cell : rule.at("in").as_array()) {
        ++cells;
        const auto text = boost::json::value_to<std::string>(cell);
        const formula_reading read = formula_reading::of_tests(text, {.names = names});
        INFO(text << "\n" << read.complaints());
        REQUIRE(read.is_clean());
        const std::string printed = feel::unparse_tests(read.tree());
        CHECK(shape(formula_reading::of_tests(printed, {.names = names}).tree()) ==
              shape(read.tree()));
      }
    }
  }
  CHECK(cells > 100);
}

}  // namespace sudui::tests
