#include <boost/json.hpp>

#include <sudui/report.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace sudui;

TEST_CASE("a policy as JSON holds every version with its clauses", "[report][json_policy]") {
  tests::sample given;
  given.of.entry = 93;
  given.of.tags = {"growth"};
  given.of.versions.push_back(given.of.versions[0]);
  given.of.versions[1].days = {std::nullopt, std::nullopt};
  const auto read = boost::json::parse(to_json(given.of));
  CHECK(read.at("entry").as_int64() == 93);
  CHECK(read.at("tags").as_array()[0].as_string() == "growth");
  REQUIRE(read.at("versions").as_array().size() == 2);
  const auto& first = read.at("versions").as_array()[0];
  CHECK(first.at("window").at("to").as_string() == "2023-12-31");
  CHECK(first.at("clauses").as_array()[1].at("clauses").as_array()[0].at("formula").as_string() ==
        "staff > 300");
  CHECK(first.at("benefits").as_array()[0].at("has_amount").as_bool());
  CHECK(read.at("versions").as_array()[1].at("window").as_object().empty());
}
