// Intervals that conditions say, for the lints.
#include "types/checks/interval.hpp"

#include "catch.hpp"
#include "support/plans.hpp"

using namespace sudui;
using namespace sudui::tests;
using types::interval;

namespace {

types::conjunction said(const std::string& require) {
  static std::vector<rule_set> kept;  // expressions point into their rules
  kept.push_back(rules_of({policy_text("demo/one", require)}));
  return types::conjunction_of(
      kept.back().held().typed->policies[0].versions[0].clauses[0].require);
}

std::string shown(const interval& what) {
  return (what.open_low ? "(" : "[") + (what.low ? what.low->to_string() : "") + ".." +
         (what.high ? what.high->to_string() : "") + (what.open_high ? ")" : "]");
}

}  // namespace

TEST_CASE("an interval is empty where its ends cross, or touch and one is open",
          "[types][interval]") {
  CHECK(interval{5, 3, false, false}.is_empty());
  CHECK(interval{5, 5, true, false}.is_empty());
  CHECK(!interval{5, 5, false, false}.is_empty());
  CHECK(!interval{{}, 5, false, true}.is_empty());
}

TEST_CASE("two intervals meet in the narrower ends", "[types][interval]") {
  const interval a{1, 10, false, false};
  CHECK(shown(a.meet({5, {}, true, false})) == "(5..10]");
  CHECK(shown(a.meet({1, 10, true, true})) == "(1..10)");
  CHECK(shown(a.meet({0, 20, false, false})) == "[1..10]");
  CHECK(a.meet({11, {}, false, false}).is_empty());
}

TEST_CASE("comparisons with constants are read from either side", "[types][interval]") {
  CHECK(shown(said("staff > 5").parts.at(0).numbers) == "(5..]");
  CHECK(shown(said("5 < staff").parts.at(0).numbers) == "(5..]");
  CHECK(shown(said("staff <= 2 + 3").parts.at(0).numbers) == "[..5]");
  CHECK(shown(said("staff = 5").parts.at(0).numbers) == "[5..5]");
}

TEST_CASE("a conjunction is read whole, and says where it is not", "[types][interval]") {
  const auto range = said("staff in (5..10]");
  CHECK(range.complete);
  REQUIRE(range.parts.size() == 2);
  CHECK(range.parts[0].subject == range.parts[1].subject);
  const auto mixed = said("staff > 5 and is_listed");
  CHECK(!mixed.complete);
  CHECK(mixed.parts.size() == 1);
  CHECK(!said("staff > 5 or staff < 3").complete);
  CHECK(!said("staff != 5").complete);
}

TEST_CASE("equal expressions have equal subjects, others do not", "[types][interval]") {
  const auto subject = [](const char* require) { return said(require).parts.at(0).subject; };
  CHECK(subject("revenue(2021) / staff > 5") == subject("revenue(2021) / staff < 7"));
  CHECK(subject("revenue(2021) > 5") != subject("revenue(2020) > 5"));
  CHECK(subject("revenue > 5") != subject("rnd > 5"));
}
