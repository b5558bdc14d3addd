// Tables of definitions, from YAML to a value.
#include "catch.hpp"
#include "support/evaluate.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

std::string table(const std::string& hit, const std::string& more, const std::string& rows) {
  return "define: made\nzh: 结果\nen: made\ntable:\n  hit: " + hit + "\n  on: [staff, region]\n" +
         more + "  rows:\n" + rows;
}

std::string held(const std::string& document, const profile& company,
                 const char* formula = "made") {
  const auto rules = rules_of({document, policy_text("demo/one", "made = null or true")});
  return evaluator(rules).run(formula, company).to_string();
}

std::string codes(const std::string& document) {
  const std::vector<source_text> texts{
      {"rules.yaml", std::string(small_dictionary) + "---\n" + document + "---\n" +
                         policy_text("demo/one", "is_listed and (made = null or made != null)")}};
  std::string made;
  const auto loaded = load(texts);
  if (loaded) return made;
  for (const auto& each : loaded.error().details) {
    if (each.level == severity::error) made += (made.empty() ? "" : " ") + each.code;
  }
  return made;
}

const std::string rows =
    "    - {when: ['> 5', '-'], then: '\"many\"'}\n"
    "    - {when: ['-', '\"320400\", \"320500\"'], then: '\"near\"'}\n"
    "    - {when: ['[1..staff_limit]', 'not(\"320400\")'], then: '\"few\"'}\n";
const std::string limit =
    "---\nparameter: staff_limit\nzh: 界限\nen: limit\nunit: 人\nby: date\nvalues:\n"
    "  - {value: 5, cite: {document: d, status: seed-only}}\n";

}  // namespace

TEST_CASE("a table gives the output of the row that applies", "[types][type_tables]") {
  const auto first = table("first", "", rows) + limit;
  CHECK(held(first, {{"staff", 6}, {"region", "320400"}}) == "\"many\"");
  CHECK(held(first, {{"staff", 5}, {"region", "320400"}}) == "\"near\"");
  CHECK(held(first, {{"staff", 5}, {"region", "110000"}}) == "\"few\"");
  CHECK(held(first, {{"staff", 0}, {"region", "110000"}}) == "null");
  CHECK(held(first, {{"staff", 6}}) == "\"many\"");
  CHECK(held(first, {{"region", "320400"}}) == "unknown");
}

TEST_CASE("a list keeps the order of the rows, or of the outputs", "[types][type_tables]") {
  const profile company{{"staff", 6}, {"region", "320400"}};
  CHECK(held(table("rule-order", "", rows) + limit, company) == "[\"many\", \"near\"]");
  CHECK(held(table("collect", "", rows) + limit, company) == "[\"many\", \"near\"]");
  CHECK(held(table("output-order", "  order: ['\"near\"', '\"many\"']\n", rows) + limit, company) ==
        "[\"near\", \"many\"]");
  const profile none{{"staff", 0}, {"region", "320401"}};
  CHECK(held(table("rule-order", "", rows) + limit, none) == "null");
  CHECK(held(table("collect", "", rows) + limit, none) == "[]");
  CHECK(held(table("rule-order", "  default: '\"x\"'\n", rows) + limit, none) == "[\"x\"]");
}

TEST_CASE("outputs are ranked by the members of a context, the first member first",
          "[types][type_tables]") {
  const std::string graded =
      "    - {when: ['> 5', '-'], then: '{grade: \"B\", share: 1}'}\n"
      "    - {when: ['-', '\"320400\"'], then: '{grade: \"A\", share: 2}'}\n"
      "    - {when: ['> 6', '-'], then: '{grade: \"A\", share: 1}'}\n";
  const auto made =
      table("priority", "  order: {grade: ['\"A\"', '\"B\"'], share: [2, 1]}\n", graded);
  CHECK(held(made, {{"staff", 7}, {"region", "320400"}}, "made.share") == "2");
  CHECK(held(made, {{"staff", 7}, {"region", "1"}}) == "{grade: \"A\", share: 1}");
  CHECK(held(made, {{"staff", 6}, {"region", "1"}}, "made.grade") == "\"B\"");
}

TEST_CASE("collected rows are added up, compared or counted", "[types][type_tables]") {
  const std::string numbers =
      "    - {when: ['> 1', '-'], then: 100}\n"
      "    - {when: ['> 2', '-'], then: 200}\n"
      "    - {when: ['-', '\"x\"'], then: 300}\n";
  const profile two{{"staff", 3}, {"region", "y"}};
  const profile none{{"staff", 0}, {"region", "y"}};
  CHECK(held(table("collect-sum", "", numbers), two) == "300");
  CHECK(held(table("collect-min", "", numbers), two) == "100");
  CHECK(held(table("collect-max", "", numbers), two) == "200");
  CHECK(held(table("collect-count", "", numbers), two) == "2");
  CHECK(held(table("collect-sum", "", numbers), none) == "null");
  CHECK(held(table("collect-sum", "  default: 7\n", numbers), none) == "7");
  CHECK(held(table("collect-count", "", numbers), none) == "0");
}

TEST_CASE("a violated hit policy is null", "[types][type_tables]") {
  const auto unique = table("unique", "", rows) + limit;
  const auto any = table("any", "",
                         "    - {when: ['> 5', '-'], then: '\"x\"'}\n"
                         "    - {when: ['-', '\"a\"'], then: region}\n");
  CHECK(codes(unique) == "tier-overlap");
  CHECK(held(any, {{"staff", 6}, {"region", "a"}}) == "null");
  CHECK(held(any, {{"staff", 5}, {"region", "a"}}) == "\"a\"");
}

TEST_CASE("a boolean cell is compared with the column", "[types][type_tables]") {
  const std::string document =
      "define: made\nzh: 结果\nen: made\ntable:\n  hit: first\n  on: is_listed\n  rows:\n"
      "    - {when: is_zombie, then: '\"same\"'}\n    - {when: 'not(is_zombie)', then: "
      "'\"other\"'}\n";
  CHECK(held(document, {{"is_listed", false}, {"is_zombie", false}}) == "\"same\"");
  CHECK(held(document, {{"is_listed", false}, {"is_zombie", true}}) == "\"other\"");
}

TEST_CASE("what a table cannot be is said when it is read", "[types][type_tables]") {
  CHECK(codes(table("priority", "", rows) + limit) == "hit-needs-order");
  CHECK(codes(table("first", "  order: ['\"near\"']\n", rows) + limit) == "hit-without-order");
  CHECK(codes(table("collect-sum", "", rows) + limit) == "hit-needs-number");
  CHECK(codes(table("first", "  default: 5\n", rows) + limit) == "outputs-differ");
  CHECK(codes(table("output-order", "  order: [5]\n", rows) + limit) == "outputs-differ");
  CHECK(codes(table("priority", "  order: {grade: [5]}\n", rows) + limit) == "no-members");
  CHECK(codes(table("first", "", rows) + "formula: 5\n" + limit) == "keys-exclude");
}
