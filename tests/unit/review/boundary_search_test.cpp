#include "review/boundary_search.hpp"

#include "catch.hpp"
#include "limited.hpp"

using namespace sudui;
using namespace sudui::tests;
using review::find_turning;

namespace {

struct searched {
  limited in;
  review::probe probe;
  explicit searched(const std::string& require, const std::vector<std::string>& more = {})
      : in([&] {
          std::vector<std::string> documents{policy_text("demo/one", require)};
          documents.insert(documents.end(), more.begin(), more.end());
          return documents;
        }()),
        probe(*in.planned, in.names()) {}

  [[nodiscard]] std::string inputs(const profile& company) {
    (void)probe.read(company, in.limits[0]);
    std::string made;
    for (const auto& each : probe.variables_of(in.limits[0])) {
      made += (made.empty() ? "" : " ") + each.name();
    }
    return made;
  }
  // Where the first input turns the first limit over: the position, and `=` where it meets it.
  [[nodiscard]] std::string turning(const profile& company) {
    (void)probe.read(company, in.limits[0]);
    const auto moved = probe.variables_of(in.limits[0]);
    if (moved.empty()) return "no input";
    const auto found = find_turning(probe, in.limits[0], company, moved[0]);
    if (!found) return "none";
    return std::to_string(found->first) + (found->exact ? "=" + std::to_string(*found->exact) : "");
  }
};

}  // namespace

TEST_CASE("a comparison turns over between two neighbours, one of which may meet the limit",
          "[review][boundary_search]") {
  CHECK(searched("staff >= 300").turning({{"staff", 7}}) == "299=300");
  CHECK(searched("staff > 300").turning({{"staff", 9999}}) == "300=300");
  CHECK(searched("staff / 3 >= 33.5").turning({{"staff", 7}}) == "100");
}

TEST_CASE("what is not linear in the input is found by halving", "[review][boundary_search]") {
  CHECK(searched("staff * staff * staff >= 1000000").turning({{"staff", 3}}) == "99=100");
}

TEST_CASE("a comparison that no value turns over has none", "[review][boundary_search]") {
  CHECK(searched("staff - staff >= 1").turning({{"staff", 3}}) == "none");
  CHECK(searched("year >= 2020").turning({{"staff", 3}}) == "no input");
}

TEST_CASE("the inputs of a comparison are those it reads, also behind a definition",
          "[review][boundary_search]") {
  CHECK(searched("score / staff > 1").inputs({{"score", 1}, {"staff", 2}}) == "score staff");
  CHECK(searched("rnd(year - 1) > 1").inputs({}) == "rnd(2020)");
  CHECK(searched("some h in hires satisfies h.wage > 5")
            .inputs({{"hires", value::list{value(value::context{{"wage", 1}})}}}) == "hires.wage");
  CHECK(searched("is_big(staff)", {define("is_big(n)", "n > 5")}).inputs({{"staff", 1}}) ==
        "staff");
}

TEST_CASE("a reading says what the comparison waits for", "[review][boundary_search]") {
  searched given("score / staff > 1");
  const auto read = given.probe.read({{"staff", 2}}, given.in.limits[0]);
  CHECK(!read.holds);
  CHECK(read.verdict == verdict::undetermined);
  const auto waits = given.probe.waits_for(given.in.limits[0]);
  REQUIRE(waits.size() == 1);
  CHECK(waits[0].name() == "score");
}

TEST_CASE("an amount is read although a clause rules it out", "[review][boundary_search]") {
  const limited in(
      {policy_text("demo/one", "is_listed", benefit_text("amount: if staff > 9 then 2 else 1"))});
  review::probe probe(*in.planned, in.names());
  const auto read = probe.read({{"staff", 5}, {"is_listed", false}}, in.limits[0]);
  CHECK(read.verdict == verdict::ineligible);
  CHECK(read.gap == decimal(-4));
  CHECK(read.how_much.low == decimal(1));
}
