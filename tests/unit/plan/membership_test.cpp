// Sets of texts become one look-up.
#include "catch.hpp"
#include "support/plans.hpp"

using namespace sudui;
using namespace sudui::tests;
using values::op;

namespace {

planned asking(const std::string& formula) {
  return plan_of({policy_text("demo/one", "'" + formula + "'")});
}

verdict verdict_of(const std::string& formula, const profile& company) {
  return run_of({policy_text("demo/one", "'" + formula + "'")}, company).first().verdict;
}

}  // namespace

TEST_CASE("a set of texts is asked once", "[plan][membership]") {
  const auto made = asking(R"(region in ("c", "a", "b", "a"))");
  CHECK(made.count(op::text_among) == 1);
  CHECK(made.length() == 2);  // load, look up
}

TEST_CASE("equalities with the texts in any place are a set", "[plan][membership]") {
  const auto made = asking(R"(region = "a" or ("b" = region or region = "c"))");
  CHECK(made.count(op::text_among) == 1);
  CHECK(made.count(op::equal) == 0);
}

TEST_CASE("sets of the same texts are one, in whatever order", "[plan][membership]") {
  const auto made = plan_of({policy_text("demo/one", R"('region in ("a", "b")')"),
                             policy_text("demo/two", R"('region in ("b", "a")')"),
                             policy_text("demo/three", R"('region in ("a b", "c")')"),
                             policy_text("demo/four", R"('region in ("a", "b c")')")});
  CHECK(made.count(op::text_among) == 3);
}

TEST_CASE("what is no set of texts stays as it is", "[plan][membership]") {
  CHECK(asking(R"(region = "a" or staff > 5)").count(op::text_among) == 0);
  CHECK(asking("staff in (1, 2, 3)").count(op::text_among) == 0);
  CHECK(asking(R"(region = null or region = "a")").count(op::text_among) == 0);
  CHECK(asking(R"(upper case(region) = "A" or region = "a")").count(op::text_among) == 0);
  CHECK(asking(R"(region = "a" or region in ("b", "c") or staff > 5)").count(op::text_among) == 1);
}

TEST_CASE("a text is among a set as it equals one of the texts", "[plan][membership]") {
  const std::string sets[] = {R"(region in ("b", "a", "d"))", R"(not(region in ("b", "a", "d")))"};
  for (const char* text : {"a", "b", "d"}) {
    CHECK(verdict_of(sets[0], {{"region", text}}) == verdict::eligible);
    CHECK(verdict_of(sets[1], {{"region", text}}) == verdict::ineligible);
  }
  for (const char* text : {"", "aa", "c", "e"}) {
    CHECK(verdict_of(sets[0], {{"region", text}}) == verdict::ineligible);
    CHECK(verdict_of(sets[1], {{"region", text}}) == verdict::eligible);
  }
  CHECK(verdict_of(sets[0], {{"region", value::null()}}) == verdict::ineligible);
  CHECK(verdict_of(sets[1], {{"region", value::null()}}) == verdict::eligible);
  CHECK(verdict_of(sets[0], {}) == verdict::undetermined);
  CHECK(verdict_of(sets[1], {}) == verdict::undetermined);
}
