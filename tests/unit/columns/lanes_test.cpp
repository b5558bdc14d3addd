// One company of a batch, for what columns leave.

#include "columns/lanes.hpp"

#include "unit/columns/batched.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {
struct laned {
  batched made;
  columns::lane one;

  explicit laned(const std::vector<std::string>& documents) : made(documents), one(*made.by.made) {
    one.take(made.rows);
  }
  std::string missing(std::uint32_t policy = 0) {
    std::string all;
    for (const auto& each : one.missing(policy)) {
      all += (all.empty() ? "" : ", ") + std::string(made.by.rules.fields()[each.index].name);
      if (each.year != values::missing_graph::input::no_year) {
        all += "(" + std::to_string(each.year) + ")";
      }
    }
    return all;
  }
  std::string paid(std::uint32_t policy = 0) { return text_of(one.amount_of(policy, 0).how_much); }
};
}  // namespace

TEST_CASE("a lane tells what the clauses of a company wait for", "[columns][lanes]") {
  laned of({asks("staff > 5 and revenue > 7 and score > 1")});
  of.made.add({{"staff", 6}});
  of.made.add({{"staff", 6}, {"revenue", by_year({{2021, 8}})}});
  of.made.add({{"staff", 6}, {"revenue", by_year({{2021, 8}})}, {"score", 2}});
  of.one.enter(0);
  CHECK(of.one.all_met(0) == outcome::unknown);
  CHECK(of.missing() == "revenue(2021), score");
  of.one.enter(1);
  CHECK(of.missing() == "score");
  of.one.enter(2);
  CHECK(of.one.all_met(0) == outcome::met);
  CHECK(of.missing().empty());
}

TEST_CASE("a lane answers about the company it entered last", "[columns][lanes]") {
  laned of({asks("staff > 5")});
  for (const int staff : {6, 4, 7}) of.made.add({{"staff", staff}});
  for (const std::size_t row : {0U, 1U, 0U, 2U, 1U}) {
    of.one.enter(row);
    CHECK(of.one.all_met(0) == (row == 1 ? outcome::unmet : outcome::met));
  }
}

TEST_CASE("a lane computes amounts from the columns", "[columns][lanes]") {
  laned of(
      {policy_text("demo/one", "staff > 1", benefit_text("amount: revenue * 10%\nat_most: 50")),
       policy_text("demo/two", "staff > 1", benefit_text("up_to: rnd"))});
  of.made.add({{"staff", 6}, {"revenue", by_year({{2021, 200}})}, {"rnd", by_year({{2021, 9}})}});
  of.made.add({{"staff", 6}, {"revenue", by_year({{2021, 2000}})}});
  of.made.add({{"staff", 6}});
  of.one.enter(0);
  CHECK(of.paid() == "20");
  CHECK(of.paid(1) == "0 .. 9");
  of.one.enter(1);
  CHECK(of.paid() == "50");
  of.one.enter(2);
  CHECK(of.paid() == "? .. 50");
}

TEST_CASE("a benefit of items is the sum of its lines", "[columns][lanes]") {
  laned of({policy_text("demo/one", "staff > 1",
                        benefit_text("for_each: h in hires\namount: h.wage * 10%"))});
  of.made.add({{"staff", 6}, {"hires", value::list{hire("doctor", 100), hire("master", 50)}}});
  of.made.add({{"staff", 6}, {"hires", value::list{}}});
  of.one.enter(0);
  CHECK(of.paid() == "15");
  of.one.enter(1);
  CHECK(of.paid() == "0");
  of.one.enter(0);
  CHECK(of.paid() == "15");
}

TEST_CASE("years that the profile chooses are missing by year", "[columns][lanes]") {
  laned of({asks("revenue(staff) > 5")});
  of.made.add({{"staff", 2019}, {"revenue", by_year({{2019, 6}})}});
  of.made.add({{"staff", 2020}, {"revenue", by_year({{2019, 6}})}});
  of.made.add({{"revenue", by_year({{2019, 6}})}});
  of.one.enter(0);
  CHECK(of.one.all_met(0) == outcome::met);
  of.one.enter(1);
  CHECK(of.missing() == "revenue(2020)");
  of.one.enter(2);
  CHECK(of.missing() == "staff");
}

TEST_CASE("a company with a value that no column holds is read as given", "[columns][lanes]") {
  laned of({policy_text("demo/one", "staff > 1.0005 and score > 1",
                        benefit_text("amount: revenue * 10%"))});
  of.made.add({{"staff", number("1.0006")}, {"revenue", by_year({{2021, number("0.001")}})}});
  of.made.add({{"staff", 1}, {"score", 2}});
  of.one.enter(0);
  CHECK(of.one.all_met(0) == outcome::unknown);
  CHECK(of.missing() == "score");
  CHECK(of.paid() == "0.0001");
  of.one.enter(1);
  CHECK(of.one.all_met(0) == outcome::unmet);
}
