// The DMN conformance kit: expressions of rings 1 and 2 that a static reader accepts and that have
// a value. What this version does not have is refused when it is typed, and counted; what it
// accepts must give the kit's value. The kit is not part of the project: the environment variable
// SUDUI_TCK names the folder that holds it as level2.jsonl and level3.jsonl.
#include <boost/json.hpp>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catch.hpp"
#include "support/evaluate.hpp"

namespace {

using namespace sudui;
namespace json = boost::json;

std::string text_at(const json::object& from, const char* key) {
  return json::value_to<std::string>(from.at(key));
}

// The kit's value as the FEEL expression that makes it; nothing where this version has no such
// type.
std::optional<std::string> feel_of(const json::object& typed) {
  const auto kind = text_at(typed, "type");
  if (kind == "null") return "null";
  if (kind == "boolean") return typed.at("value").as_bool() ? "true" : "false";
  if (kind == "number") return "(" + text_at(typed, "value") + ")";
  if (kind == "string") return json::serialize(typed.at("value"));
  if (kind == "date") return "date(\"" + text_at(typed, "value") + "\")";
  if (kind.ends_with("duration")) return "duration(\"" + text_at(typed, "value") + "\")";
  if (kind != "list") return std::nullopt;
  std::string items;
  for (const auto& each : typed.at("items").as_array()) {
    const auto item = feel_of(each.as_object());
    if (!item) return std::nullopt;
    items += (items.empty() ? "" : ", ") + *item;
  }
  return "[" + items + "]";
}

struct kit_case {
  std::string id, expression, folder;
  std::optional<std::string> expected;
  bool has_inputs = false;
};

std::vector<kit_case> read_kit(const std::string& folder) {
  std::vector<kit_case> all;
  for (const char* file : {"/level2.jsonl", "/level3.jsonl"}) {
    std::ifstream in(folder + file);
    for (std::string line; std::getline(in, line);) {
      const auto each = json::parse(line).as_object();
      if (each.at("ring").as_int64() > 2 || text_at(each, "class") != "value") continue;
      all.push_back({text_at(each, "id"), text_at(each, "expr"), text_at(each, "folder"),
                     feel_of(each.at("expect").as_object()),
                     !each.at("types").as_object().empty() || each.contains("lets")});
    }
  }
  return all;
}

struct score {
  std::size_t passed = 0, refused = 0, out_of_reach = 0;
  std::vector<std::string> failed;
};

// The kit compares numbers with a tolerance of 1e-8; so does this.
bool agrees(const value& got, const value& wanted) {
  const auto* a = got.get_if<decimal>();
  const auto* b = wanted.get_if<decimal>();
  if (a == nullptr || b == nullptr) return got == wanted;
  const auto gap = subtract(*a, *b);
  const auto limit = decimal::scaled(1, -8);
  return gap && *gap <= limit && *gap >= negate(limit);
}

score run_kit(const std::vector<kit_case>& kit) {
  const std::vector<source_text> nothing{
      {"kit.yaml",
       "rule_set: kit\ntitle: {zh: 空, en: empty}\nversion: \"1\"\nlanguage: 1\n"
       "holders: {SELF: {zh: 企业, en: company}}\n"}};
  const auto rules = load(nothing).value();
  const tests::evaluator evaluate(rules);
  score made;
  for (const auto& each : kit) {
    if (each.has_inputs || !each.expected) {
      ++made.out_of_reach;
      continue;
    }
    const auto wanted = evaluate.run(*each.expected);
    const auto got = evaluate.run(each.expression);
    if (!got.held || !wanted.held) {
      ++made.refused;
    } else if (agrees(*got.held, *wanted.held)) {
      ++made.passed;
    } else {
      made.failed.push_back(each.id + ": " + each.expression + " gave " + got.to_string() +
                            ", not " + *each.expected);
    }
  }
  return made;
}

}  // namespace

TEST_CASE("what is accepted of the conformance kit has the kit's value", "[conformance][tck]") {
  const char* folder = std::getenv("SUDUI_TCK");
  if (folder == nullptr) {
    WARN("SUDUI_TCK is not set: the conformance kit is not run");
    return;
  }
  const auto kit = read_kit(folder);
  REQUIRE(kit.size() > 500);
  const auto made = run_kit(kit);
  for (const auto& each : made.failed) UNSCOPED_INFO(each);
  WARN(made.passed << " passed, " << made.failed.size() << " failed, " << made.refused
                   << " refused, " << made.out_of_reach << " need inputs or types not there");
  CHECK(made.failed.empty());
  CHECK(made.passed >= 500);
}
