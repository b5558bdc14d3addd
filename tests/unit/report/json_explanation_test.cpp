#include <boost/json.hpp>

#include <sudui/report.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace sudui;
using namespace std::chrono_literals;

namespace {

explanation explained(const tests::sample& given) {
  explanation made;
  made.of = &given.of;
  made.version = &given.of.versions[0];
  made.as_of = 2021y / 12 / 31;
  made.year = 2021;
  made.digest = "abc";
  made.verdict = verdict::ineligible;
  clause_explanation either{&given.of.versions[0].clauses[1], outcome::unmet, {}, {}, {}};
  either.children = {{&given.of.versions[0].clauses[1].children[1],
                      outcome::unmet,
                      tests::ratio_comparison(),
                      {},
                      {}}};
  made.clauses = {either};
  return made;
}

}  // namespace

TEST_CASE("an explanation keeps its tree and its exact digits", "[report][json_explanation]") {
  const tests::sample given;
  const auto read = boost::json::parse(to_json(explained(given)));
  CHECK(read.at("policy").as_string() == "city/reward");
  CHECK(read.at("verdict").as_string() == "ineligible");
  CHECK(read.at("in_force").as_bool());
  const auto& group = read.at("clauses").as_array()[0];
  CHECK(group.at("group").as_string() == "any");
  const auto& because = group.at("clauses").as_array()[0].at("because");
  CHECK(because.at("step").as_string() == "comparison");
  CHECK(because.at("relation").as_string() == ">=");
  CHECK(because.at("result").as_bool() == false);
  CHECK(because.at("distance").as_string() == "640000");
  CHECK(because.at("distance_of").at("zh").as_string() == "研发费用");
  CHECK(because.at("parts").as_array()[0].at("result").as_string() == "0.042");
}

TEST_CASE("a policy that is not in force has no verdict", "[report][json_explanation]") {
  const tests::sample given;
  explanation why = explained(given);
  why.version = nullptr;
  why.clauses.clear();
  const auto read = boost::json::parse(to_json(why));
  CHECK(read.at("in_force").as_bool() == false);
  CHECK(read.as_object().if_contains("verdict") == nullptr);
}

TEST_CASE("steps of an amount say whether they took effect", "[report][json_explanation]") {
  const tests::sample given;
  explanation why = explained(given);
  step limit;
  limit.what = step::kind::limit;
  limit.relation = "<=";
  limit.result = decimal(10);
  limit.bit = true;
  why.grants = {{&given.of.versions[0].benefits[0], tests::exactly(1000), {limit}, {}, {}}};
  const auto read = boost::json::parse(to_json(why));
  const auto& paid = read.at("grants").as_array()[0];
  CHECK(paid.at("steps").as_array()[0].at("takes_effect").as_bool());
  CHECK(paid.at("amount").at("high").as_string() == "10.00");
}

TEST_CASE("a quantifier tells its counts, an unknown clause what it waits for",
          "[report][json_explanation]") {
  const tests::sample given;
  explanation why = explained(given);
  step some;
  some.what = step::kind::quantifier;
  some.item_count = 3;
  some.items_met = 1;
  some.items_unknown = 2;
  why.clauses = {
      {&given.of.versions[0].clauses[0], outcome::unknown, some, {given.missing[0]}, {}}};
  const auto read = boost::json::parse(to_json(why)).at("clauses").as_array()[0];
  CHECK(read.at("because").at("items").as_int64() == 3);
  CHECK(read.at("because").at("items_met").as_int64() == 1);
  CHECK(read.at("because").at("items_unknown").as_int64() == 2);
  CHECK(read.at("missing").as_array()[0].at("input").as_string() == "rd_staff(2021)");
}

TEST_CASE("what pays by item has a line for each", "[report][json_explanation]") {
  tests::sample given;
  given.of.versions[0].benefits[0].is_per_item = true;
  explanation why = explained(given);
  grant_explanation paid{&given.of.versions[0].benefits[0], tests::exactly(500), {}, {}, {}};
  paid.lines = {{0, outcome::met, tests::exactly(500)},
                {1, outcome::unknown, {amount::state::unknown, {}, {}}}};
  why.grants = {paid};
  const auto lines =
      boost::json::parse(to_json(why)).at("grants").as_array()[0].at("items").as_array();
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].at("outcome").as_string() == "met");
  CHECK(lines[0].at("amount").at("low").as_string() == "5.00");
  CHECK(lines[1].at("item").as_int64() == 1);
  CHECK(lines[1].at("amount").at("is").as_string() == "unknown");
}
