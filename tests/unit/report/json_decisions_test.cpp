#include "report/json_decisions.hpp"

#include <boost/json.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace sudui;

TEST_CASE("decisions are one line of JSON with all that a replay needs",
          "[report][json_decisions]") {
  tests::sample given;
  given.not_in_force = {&given.of};
  const std::vector<decision> all{given.decided(verdict::eligible)};
  const std::string text = report::json_of(given.answer(all));
  CHECK(text.find('\n') == std::string::npos);
  const auto read = boost::json::parse(text);
  CHECK(read.at("as_of").as_string() == "2023-12-31");
  CHECK(read.at("year").as_int64() == 2023);
  CHECK(read.at("digest").as_string() == "abc");
  CHECK(read.at("engine").as_string() == "0.1.0");
  CHECK(read.at("not_in_force").as_array()[0].as_string() == "city/reward");
}

TEST_CASE("decisions below the least are left out of JSON", "[report][json_decisions]") {
  tests::sample given;
  const std::vector<decision> all{given.decided(verdict::eligible),
                                  given.decided(verdict::undetermined),
                                  given.decided(verdict::ineligible)};
  const auto count = [&](verdict least) {
    auto what = given.answer(all);
    what.least = least;
    return boost::json::parse(report::json_of(what)).at("decisions").as_array().size();
  };
  CHECK(count(verdict::ineligible) == 3);
  CHECK(count(verdict::undetermined) == 2);
  CHECK(count(verdict::eligible) == 1);
}

TEST_CASE("a decision holds clauses, grants and what is missing", "[report][json_decisions]") {
  tests::sample given;
  const std::vector<decision> all{given.decided(verdict::eligible),
                                  given.decided(verdict::undetermined)};
  const auto read = boost::json::parse(report::json_of(given.answer(all)));
  const auto& granted = read.at("decisions").as_array()[0];
  CHECK(granted.at("verdict").as_string() == "eligible");
  CHECK(granted.at("verified").as_bool() == false);
  CHECK(granted.at("clauses").as_array()[1].at("group").as_string() == "any");
  CHECK(granted.at("clauses").as_array()[2].at("outcome").as_string() == "unmet");
  CHECK(granted.at("grants").as_array()[0].at("amount").at("low").as_string() == "3400000.00");
  const auto& waiting = read.at("decisions").as_array()[1];
  CHECK(waiting.at("grants").as_array().empty());
  CHECK(waiting.at("missing").as_array()[0].at("input").as_string() == "rd_staff(2021)");
}

TEST_CASE("equal decisions give equal bytes", "[report][json_decisions]") {
  tests::sample one;
  tests::sample other;
  const std::vector<decision> first{one.decided(verdict::eligible)};
  const std::vector<decision> second{other.decided(verdict::eligible)};
  CHECK(report::json_of(one.answer(first)) == report::json_of(other.answer(second)));
}

TEST_CASE("a row of a batch is brief", "[report][json_decisions]") {
  tests::sample given;
  const std::vector<decision> all{given.decided(verdict::eligible),
                                  given.decided(verdict::undetermined)};
  report::json_writer out;
  report::write_brief(out, all);
  CHECK(out.take() ==
        R"([{"policy":"city/reward","verdict":"eligible","grants":[{"kind":"cash","unit":"元",)"
        R"("amount":{"is":"exact","low":"3400000.00","high":"3400000.00"}}]},)"
        R"~({"policy":"city/reward","verdict":"undetermined","missing":["rd_staff(2021)"]}])~");
}
