#include "report/schema_profile.hpp"

#include <boost/json.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace sudui;

namespace {

field named(std::string name, std::string type) {
  field made;
  made.name = std::move(name);
  made.type = std::move(type);
  return made;
}

boost::json::value schema_of(const field& only) {
  const std::vector<field> fields{only};
  return boost::json::parse(report::profile_schema_of(fields))
      .at("properties")
      .at(only.name)
      .at("anyOf");
}

}  // namespace

TEST_CASE("a profile is an object of the dictionary's fields", "[report][schema_profile]") {
  const std::vector<field> fields{tests::staff_field()};
  const auto read = boost::json::parse(report::profile_schema_of(fields));
  CHECK(read.at("$schema").as_string() == "https://json-schema.org/draft/2020-12/schema");
  CHECK(read.at("type").as_string() == "object");
  const auto& staff = read.at("properties").at("rd_staff");
  CHECK(staff.at("title").as_string() == "研发人员数");
  CHECK(staff.at("description").as_string() == "R&D staff (人)");
}

TEST_CASE("a value may be bare, in an envelope or null", "[report][schema_profile]") {
  const auto choices = schema_of(named("a", "number"));
  REQUIRE(choices.as_array().size() == 3);
  CHECK(choices.as_array()[0].at("type").as_string() == "number");
  CHECK(choices.as_array()[1].at("properties").at("status").at("enum").as_array().size() == 4);
  CHECK(choices.as_array()[2].at("type").as_string() == "null");
}

TEST_CASE("a yearly field may be a mapping of years", "[report][schema_profile]") {
  field yearly = named("a", "number");
  yearly.per_year = true;
  const auto choices = schema_of(yearly);
  REQUIRE(choices.as_array().size() == 4);
  CHECK(choices.as_array()[3].at("patternProperties").as_object().contains("^[12]\\d{3}$"));
}

TEST_CASE("codes, ranges and shapes are told", "[report][schema_profile]") {
  field coded = named("a", "string");
  coded.codes = {"x", "y"};
  CHECK(schema_of(coded).as_array()[0].at("enum").as_array().size() == 2);
  field bounded = named("a", "number");
  bounded.minimum = decimal(0);
  CHECK(schema_of(bounded).as_array()[0].at("minimum").as_int64() == 0);
  CHECK(schema_of(named("a", "date")).as_array()[0].at("format").as_string() == "date");
  field place = named("a", "string");
  place.check = "division_code";
  CHECK(schema_of(place).as_array()[0].at("pattern").as_string() == "^\\d{6}$");
}

TEST_CASE("lists of records tell their members", "[report][schema_profile]") {
  field quals = named("a", "list");
  quals.item_type = "context";
  quals.members = {named("type", "string"), named("issued", "date")};
  const auto items = schema_of(quals).as_array()[0].at("items").at("anyOf");
  REQUIRE(items.as_array().size() == 3);
  CHECK(items.as_array()[0].at("type").as_string() == "object");
  CHECK(items.as_array()[0].at("properties").as_object().size() == 2);
  CHECK(items.as_array()[2].at("type").as_string() == "null");
}

TEST_CASE("lists of plain values tell what an item is", "[report][schema_profile]") {
  const auto item_of = [](const field& list) {
    return schema_of(list).as_array()[0].at("items").at("anyOf").as_array()[0];
  };
  field months = named("a", "list");
  months.item_type = "number";
  months.minimum = decimal(0);
  CHECK(item_of(months).at("type").as_string() == "number");
  CHECK(item_of(months).at("minimum").as_int64() == 0);
  CHECK_FALSE(schema_of(months).as_array()[0].as_object().contains("minimum"));
  field tags = named("a", "list");
  tags.item_type = "string";
  tags.codes = {"x", "y"};
  CHECK(item_of(tags).at("enum").as_array().size() == 2);
  CHECK_FALSE(schema_of(tags).as_array()[0].as_object().contains("enum"));
  field days = named("a", "list");
  days.item_type = "date";
  CHECK(item_of(days).at("format").as_string() == "date");
}
