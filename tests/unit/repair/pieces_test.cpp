// Cutting the values of one field into pieces on which clauses stand still.
#include "repair/pieces.hpp"

#include "catch.hpp"
#include "support/plans.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

repair::axis staff_axis(const planned& by, int low, int high) {
  repair::axis along;
  along.field = *by.rules.held().typed->dictionary.find("staff");
  along.input = by.made->input_names.find("staff")->second;
  along.low = low;
  along.high = high;
  return along;
}

std::string shown(const std::vector<repair::piece>& all) {
  std::string made;
  for (const auto& each : all) {
    made += std::to_string(each.first) + ".." + std::to_string(each.last);
    made += !each.all ? "? " : *each.all == outcome::met ? "+ " : "- ";
  }
  return made;
}

}  // namespace

TEST_CASE("a clause is cut where it turns", "[repair][pieces]") {
  const auto by = plan_of({policy_text("demo/one", "staff >= 300 and staff < 400")});
  const auto made = repair::cut(*by.made, {}, staff_axis(by, 0, 1'000'000), {});
  CHECK(made.front().first == 0);
  CHECK(made.back().last == 1'000'000);
  for (std::size_t i = 1; i < made.size(); ++i) CHECK(made[i].first == made[i - 1].last + 1);
  std::int64_t met = 0;
  for (const auto& each : made) {
    REQUIRE(each.all.has_value());
    if (*each.all == outcome::met) met += each.last - each.first + 1;
  }
  CHECK(met == 100);
}

TEST_CASE("what is unclear is tried when there is little of it, and else left open",
          "[repair][pieces]") {
  const auto by = plan_of({policy_text("demo/one", "modulo(staff, 2) = 1")});
  CHECK(shown(repair::cut(*by.made, {}, staff_axis(by, 0, 3), {})) == "0..0- 1..1+ 2..2- 3..3+ ");
  CHECK(shown(repair::cut(*by.made, {}, staff_axis(by, 0, 3), {4096, 0})) == "0..3? ");
}

TEST_CASE("an unclear clause does not matter where another fails", "[repair][pieces]") {
  const auto tangled = plan_of({policy_text("demo/one", "modulo(staff, 2) = 1 and score > 5")});
  const auto made =
      repair::cut(*tangled.made, {{"score", 1}}, staff_axis(tangled, 0, 99), {4096, 0});
  CHECK(shown(made) == "0..99- ");
}

TEST_CASE("pieces beyond the limit are left open", "[repair][pieces]") {
  const auto by = plan_of({policy_text("demo/one", "staff >= 300")});
  CHECK(shown(repair::cut(*by.made, {}, staff_axis(by, 0, 1000), {0, 0})) == "0..1000? ");
}
