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
