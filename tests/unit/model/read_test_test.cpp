#include "model/read_test.hpp"

#include "catch.hpp"
#include "loaded.hpp"

using namespace sudui;
using namespace sudui::tests;
using model::expected_amount;

namespace {

struct test_read {
  model::test test;
  codes found;
};

test_read test_of(const std::string& expect) {
  fragment from("test: T\nas_of: 2023-12-31\nprofile: {staff: 3}\nexpect: " + expect + "\n");
  return {model::read_test(from.tree(), from.in()), from.found()};
}

model::expectation only(const std::string& expect) {
  const test_read made = test_of("{demo/one: " + expect + "}");
  CHECK(made.found.empty());
  REQUIRE(made.test.expect.size() == 1);
  return made.test.expect.front();
}

}  // namespace

TEST_CASE("a test keeps its profile and parameters as written", "[model][read_test]") {
  fragment from(
      "test: T\nas_of: 2023-12-31\nyear: 2022\nprofile: {staff: 3}\nparameters: {rate: {2021: "
      "7%}}\n"
      "expect: {demo/one: eligible}\n");
  const model::test read = model::read_test(from.tree(), from.in());
  CHECK(read.title.text == "T");
  CHECK(to_string(*read.as_of) == "2023-12-31");
  CHECK(read.year == 2022);
  REQUIRE(read.profile.find("staff") != nullptr);
  CHECK(read.profile.find("staff")->text() == "3");
  CHECK(read.parameters.find("rate")->is_mapping());
  CHECK(from.found().empty());
}

TEST_CASE("a verdict alone is an expectation", "[model][read_test]") {
  const auto said = only("not-in-force");
  CHECK(said.policy.text == "demo/one");
  CHECK(said.verdict == "not-in-force");
  CHECK(said.amount == expected_amount::not_said);
  CHECK_FALSE(said.missing.has_value());
}

TEST_CASE("an amount is a number, an interval, unknown or none", "[model][read_test]") {
  const auto exact = only("{amount: 3400000.00}");
  CHECK(exact.amount == expected_amount::exact);
  CHECK(exact.low == decimal(3'400'000));
  CHECK(exact.low == exact.high);
  const auto interval = only("{amount: {from: 0, to: 50万}}");
  CHECK(interval.amount == expected_amount::interval);
  CHECK(interval.high == decimal(500'000));
  CHECK(only("{amount: unknown}").amount == expected_amount::unknown);
  CHECK(only("{amount: none}").amount == expected_amount::none);
}

TEST_CASE("missing inputs are an exact list, which may be empty", "[model][read_test]") {
  const auto some = only("{verdict: undetermined, missing: [rnd(2022), staff]}");
  REQUIRE(some.missing.has_value());
  REQUIRE(some.missing->size() == 2);
  CHECK((*some.missing)[0].text == "rnd(2022)");
  const auto none = only("{missing: []}");
  REQUIRE(none.missing.has_value());
  CHECK(none.missing->empty());
}

TEST_CASE("clauses are listed by outcome", "[model][read_test]") {
  const auto said = only("{met: [a, b], unmet: c, unknown: [d]}");
  CHECK(said.met.size() == 2);
  CHECK(said.unmet.at(0).text == "c");
  CHECK(said.unknown.at(0).text == "d");
}

TEST_CASE("several amounts are an expectation each", "[model][read_test]") {
  const auto made = test_of("{demo/one: {verdict: eligible, amounts: {a: 1, b: unknown}}}");
  CHECK(made.found.empty());
  REQUIRE(made.test.expect.size() == 3);
  CHECK(made.test.expect[0].verdict == "eligible");
  CHECK(made.test.expect[1].benefit.text == "a");
  CHECK(made.test.expect[1].low == decimal(1));
  CHECK(made.test.expect[2].policy.text == "demo/one");
  CHECK(made.test.expect[2].amount == expected_amount::unknown);
}

TEST_CASE("what is no expectation is told", "[model][read_test]") {
  CHECK(test_of("{demo/one: maybe}").found == codes{"unknown-word"});
  CHECK(test_of("{demo/one: [eligible]}").found == codes{"wrong-shape"});
  CHECK(test_of("{demo/one: {amount: lots}}").found == codes{"not-a-number"});
  CHECK(test_of("eligible").found == codes{"wrong-shape"});
}
