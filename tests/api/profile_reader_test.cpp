#include <array>
#include <sstream>

#include <sudui/sudui.hpp>

#include "catch.hpp"

using namespace sudui;

namespace {

rule_set dictionary() {
  const std::array<source_text, 1> texts{source_text{"fields.yaml", R"(rule_set: demo
title: {zh: 演示, en: demo}
version: "1"
language: 1
holders: {TAX: {zh: 税务, en: tax bureau}}
---
fields: everything
entries:
  - {field: staff, zh: 职工人数, en: staff, type: number, unit: 人, holder: TAX}
)"}};
  return load(texts).value();
}

}  // namespace

TEST_CASE("rows and rejects add up to the lines of a stream", "[api][profile_reader]") {
  std::string text;
  for (int i = 1; i <= 200; ++i) {
    text += i % 20 == 0 ? "{broken\n" : "{\"staff\": " + std::to_string(i) + "}\n";
  }
  std::istringstream input(text);
  profile_reader reader(dictionary(), input, profile_format::ndjson);
  int rows = 0;
  int rejects = 0;
  for (auto read = reader.next(); read != profile_reader::status::end; read = reader.next()) {
    if (read == profile_reader::status::reject) {
      ++rejects;
      CHECK(reader.line() % 20 == 0);
      CHECK(reader.text() == "{broken");
      CHECK_FALSE(reader.reason().zh.empty());
    } else {
      ++rows;
      CHECK(*reader.row().find("staff") == value(reader.line()));
    }
  }
  CHECK(rows == 190);
  CHECK(rejects == 10);
}

TEST_CASE("a reader keeps its rules and may be moved", "[api][profile_reader]") {
  std::istringstream input("职工人数\n5\n6\n");
  profile_reader first(dictionary(), input, profile_format::csv);
  REQUIRE(first.next() == profile_reader::status::row);
  profile_reader second(std::move(first));
  REQUIRE(second.next() == profile_reader::status::row);
  CHECK(*second.row().find("staff") == value(6));
  CHECK(second.next() == profile_reader::status::end);
  CHECK(second.findings().empty());
}
