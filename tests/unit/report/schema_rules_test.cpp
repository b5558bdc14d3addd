#include <boost/json.hpp>
#include <set>
#include <string>

#include <sudui/report.hpp>

#include "catch.hpp"

using namespace sudui;

namespace {

void collect_references(const boost::json::value& from, std::set<std::string>& into) {
  if (const auto* object = from.if_object()) {
    for (const auto& [key, held] : *object) {
      if (key == "$ref") into.emplace(held.as_string());
      collect_references(held, into);
    }
  } else if (const auto* array = from.if_array()) {
    for (const auto& each : *array) collect_references(each, into);
  }
}

}  // namespace

TEST_CASE("the schema of rule files is one line of valid JSON", "[report][schema_rules]") {
  const std::string text = rule_file_schema();
  CHECK(text.find('\n') == std::string::npos);
  const auto read = boost::json::parse(text);
  CHECK(read.at("oneOf").as_array().size() == 7);
}

TEST_CASE("every reference of the schema leads somewhere and every part is used",
          "[report][schema_rules]") {
  const auto read = boost::json::parse(rule_file_schema());
  std::set<std::string> references;
  collect_references(read, references);
  std::set<std::string> parts;
  for (const auto& [key, held] : read.at("$defs").as_object())
    parts.insert("#/$defs/" + std::string(key));
  CHECK(references == parts);
}
