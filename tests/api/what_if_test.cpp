// Deciding before and after changes.
#include <vector>

#include <sudui/reach.hpp>

#include "catch.hpp"
#include "support/groups.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {
matcher two_policies() {
  return bound({policy_text("demo/one", "staff >= 300"),
                policy_text("demo/two", "rnd(year) >= 1000 and rnd(year - 1) >= 500",
                            benefit_text("amount: rnd(year) * 10%"))});
}
}  // namespace

TEST_CASE("a change tells which decisions it changes", "[api][what_if]") {
  const auto by = two_policies();
  const profile company{{"staff", 280}, {"rnd", by_year({{2021, 2000}, {2020, 600}})}};
  const std::vector<change> more_staff{{"staff", {}, 300}};
  const auto made = what_if(by, company, more_staff).value();
  REQUIRE(made.changed.size() == 1);
  CHECK(made.before.all()[made.changed[0]].of->id == "demo/one");
  CHECK(made.before.find("demo/one")->verdict == verdict::ineligible);
  CHECK(made.after.find("demo/one")->verdict == verdict::eligible);
}

TEST_CASE("a change of one year keeps the others, and an amount that moves counts as changed",
          "[api][what_if]") {
  const auto by = two_policies();
  const profile company{{"rnd", by_year({{2021, 2000}, {2020, 600}})}};
  const std::vector<change> more{{"rnd", 2021, 3000}};
  const auto made = what_if(by, company, more).value();
  REQUIRE(made.changed.size() == 1);
  CHECK(made.after.find("demo/two")->verdict == verdict::eligible);
  CHECK(*made.after.find("demo/two")->grants[0].how_much.low == 300);
  CHECK(*made.before.find("demo/two")->grants[0].how_much.low == 200);
}

TEST_CASE("a label names its field, and the assessment year is meant where none is given",
          "[api][what_if]") {
  const auto by = two_policies();
  const profile company{{"rnd", 2000}};
  const std::vector<change> changes{{"研发费用", 2020, 500}, {"rnd", {}, 1000}};
  const auto made = what_if(by, company, changes).value();
  CHECK(made.company.find("rnd")->find("2021") != nullptr);
  CHECK(made.before.find("demo/two")->verdict == verdict::undetermined);
  CHECK(made.after.find("demo/two")->verdict == verdict::eligible);
}

TEST_CASE("a value taken away is unknown afterwards", "[api][what_if]") {
  const auto by = two_policies();
  const std::vector<change> gone{{"staff", {}, value()}};
  const auto made = what_if(by, {{"staff", 300}}, gone).value();
  CHECK(made.after.find("demo/one")->verdict == verdict::undetermined);
}

TEST_CASE("changes that cannot be are refused", "[api][what_if]") {
  const auto by = two_policies();
  const profile company{{"staff", 280}};
  const auto refusal = [&](change what) {
    const std::vector<change> all{std::move(what)};
    const auto made = what_if(by, company, all);
    REQUIRE_FALSE(made.has_value());
    CHECK(made.error().code == errc::bad_option);
    return made.error().message.en;
  };
  CHECK(refusal({"stuff", {}, 1}) == "no field `stuff`");
  CHECK(refusal({"staff", {}, "many"}) == "the value of the field `staff` does not fit its type");
  CHECK(refusal({"staff", 2021, 1}) == "the field `staff` has no years");
}

TEST_CASE("a policy that another one displaces after the change counts as changed",
          "[api][what_if]") {
  const auto by = bound({policy_text("demo/one", "score > 1"),
                         policy_text("demo/two", "staff >= 300", benefit_text("amount: 20万")),
                         group_text("demo/best", "rule: highest\nmembers: [demo/one, demo/two]")});
  const std::vector<change> more_staff{{"staff", {}, 300}};
  const auto made = what_if(by, {{"staff", 280}, {"score", 2}}, more_staff).value();
  CHECK(made.before.find("demo/one")->standing == standing::kept);
  CHECK(made.after.find("demo/one")->standing == standing::displaced);
  CHECK(made.changed == std::vector<std::uint32_t>{0, 1});
}
