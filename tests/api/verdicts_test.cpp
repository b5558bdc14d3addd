// Verdicts of single companies through the public interface.
#include <sudui/verdicts.hpp>

#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

matcher three_policies() {
  return bound({policy_text("demo/a", "staff > 3"),
                policy_text("demo/b", "'revenue(2020) >= 100 or is_listed'"),
                policy_text("demo/c", "'region in (\"x\", \"y\") and count(hires) > 0'")});
}

}  // namespace

TEST_CASE("verdicts are those of the matcher", "[api][verdicts]") {
  const auto by = three_policies();
  const verdict_matcher quick(by);
  auto writer = quick.writer();
  company_slots slots;
  company_verdicts decided;
  const value::list hires{value::context{{"wage", 5}}};
  for (const auto& company :
       {profile{}, profile{{"staff", 4}, {"is_listed", false}},
        profile{{"staff", 3}, {"revenue", by_year({{2020, 100}})}, {"region", "x"}},
        profile{{"region", "y"}, {"hires", hires}},
        profile{{"region", "z"}, {"staff", "no number"}},
        profile{{"revenue", by_year({{2020, number("100.001")}})}}}) {
    writer.write(company, slots);
    quick.match(slots, decided);
    const auto all = by.match(company);
    REQUIRE(quick.policies().size() == all.all().size());
    for (std::size_t i = 0; i < all.all().size(); ++i) {
      CHECK(quick.policies()[i] == all.all()[i].of);
      CHECK(decided.of(i) == all.all()[i].verdict);
      CHECK((((decided.eligible()[0] >> i) & 1) != 0) == (decided.of(i) == verdict::eligible));
      CHECK((((decided.possible()[0] >> i) & 1) != 0) == (decided.of(i) != verdict::ineligible));
    }
  }
  CHECK(slots.settled_by_rows() == 3);  // a tenth of a fen
  CHECK(slots.bytes() > 0);
  CHECK(quick.conditions_by_rows() == 1);
  CHECK(quick.policies_by_rows() == 0);
  CHECK(quick.by().year() == by.year());
}

TEST_CASE("companies are set slot by slot", "[api][verdicts]") {
  const auto by = three_policies();
  const verdict_matcher quick(by);
  const auto staff = quick.slot("staff");
  const auto revenue = quick.slot("revenue", 2020);
  const auto region = quick.slot("region");
  REQUIRE(staff);
  REQUIRE(revenue);
  REQUIRE(region);
  CHECK(quick.slot("职工人数") == staff);
  CHECK_FALSE(quick.slot("revenue", 2019));
  CHECK_FALSE(quick.slot("score"));
  CHECK_FALSE(quick.slot("no_such_field"));

  auto writer = quick.writer();
  company_slots slots;
  company_verdicts decided;
  const value many(5);
  const value enough(100);
  const value text("x");
  writer.set(*staff, many);
  writer.set(*revenue, enough);
  writer.set(*region, text);
  writer.write(slots);
  quick.match(slots, decided);
  CHECK(decided.of(0) == verdict::eligible);
  CHECK(decided.of(1) == verdict::eligible);
  CHECK(decided.of(2) == verdict::undetermined);

  writer.start();
  writer.set(*staff, text);  // no number: unknown
  writer.write(slots);
  quick.match(slots, decided);
  CHECK(decided.of(0) == verdict::undetermined);
  CHECK(decided.of(1) == verdict::undetermined);
}

TEST_CASE("slots are copied, and verdicts serve any matcher", "[api][verdicts]") {
  const verdict_matcher quick(three_policies());
  const verdict_matcher other(bound({policy_text("demo/z", "staff < 3")}));
  company_slots first;
  company_slots second;
  auto writer = quick.writer();
  writer.write({{"staff", 4}}, first);
  const auto kept = first;
  writer.write({{"staff", 2}}, first);
  other.writer().write({{"staff", 2}}, second);
  company_verdicts decided;
  quick.match(kept, decided);
  CHECK(decided.of(0) == verdict::eligible);
  quick.match(first, decided);
  CHECK(decided.of(0) == verdict::ineligible);
  other.match(second, decided);
  CHECK(decided.of(0) == verdict::eligible);
  const auto moved = std::move(decided);
  CHECK(moved.of(0) == verdict::eligible);
}

TEST_CASE("a large catalogue is decided as the matcher decides it", "[api][verdicts]") {
  std::vector<std::string> documents;
  for (int i = 0; i < 600; ++i) {
    const auto region = "\"" + std::to_string(100 + i % 37) + "\"";
    const auto limit = std::to_string(i % 11);
    const std::string demands[] = {
        "region = " + region,
        "region = " + region + " and staff > " + limit,
        "in_region(region, " + region + ") and rnd / revenue >= " + limit + "0%",
        "staff > " + limit + " or rnd / revenue < " + limit + "0%",
        "not(revenue + rnd >= 10" + limit + ") and not(region = " + region + ")",
        "(revenue - rnd > 9" + limit + " or is_listed) and staff > 2",
        "region = " + region + " or revenue > rnd",
    };
    documents.push_back(
        policy_text("demo/p" + std::to_string(1000 + i), "'" + demands[i % 7] + "'"));
  }
  const auto by = bound(documents);
  const verdict_matcher quick(by);
  auto writer = quick.writer();
  company_slots slots;
  company_verdicts decided;
  for (const auto& region :
       {value("100"), value("117"), value("1170"), value("9"), value::null(), value()}) {
    for (const auto& revenue : {value(100), value(0), value(-7), value::null(), value()}) {
      for (const auto& staff : {value(3), value(11), value::null(), value()}) {
        const profile company{
            {"region", region}, {"revenue", revenue}, {"rnd", 42}, {"staff", staff}};
        writer.write(company, slots);
        quick.match(slots, decided);
        const auto all = by.match(company);
        std::size_t same = 0;
        for (std::size_t i = 0; i < all.all().size(); ++i) {
          same += decided.of(i) == all.all()[i].verdict ? 1U : 0U;
        }
        CHECK(same == all.all().size());
      }
    }
  }
}
