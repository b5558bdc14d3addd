// Which part of a plan one policy needs.

#include "columns/slices.hpp"

#include <set>

#include "unit/columns/batched.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {
/// Names of the fields that a slice loads.
std::set<std::string> fields(const planned& of, const columns::slice& what) {
  std::set<std::string> all;
  for (const auto input : what.inputs) {
    all.insert(std::string(of.rules.fields()[of.made->inputs[input].field].name));
  }
  return all;
}
using field_names = std::set<std::string>;
}  // namespace

TEST_CASE("a policy's slice holds what its clauses read and nothing else", "[columns][slices]") {
  const auto made = plan_of({asks("staff + 1 > 5", "demo/one"), asks("score > 1", "demo/two")});
  columns::policy_slices slices(*made.made);
  CHECK(fields(made, slices.clauses(0)) == field_names{"staff"});
  CHECK(slices.clauses(0).code.size() == 3);  // load, add, compare
  CHECK(fields(made, slices.clauses(1)) == field_names{"score"});
  CHECK(slices.clauses(1).code.size() == 2);
  CHECK(slices.amount(0, 0).inputs.empty());
}

TEST_CASE("positions of a slice go in the order of the plan", "[columns][slices]") {
  const auto made = plan_of({asks("sum(hires.wage) + revenue > rnd * 2 and staff > 1")});
  columns::policy_slices slices(*made.made);
  const auto& code = slices.clauses(0).code;
  CHECK(std::is_sorted(code.begin(), code.end()));
  CHECK(code.size() == made.length());
}

TEST_CASE("a loop needs what its body reads from outside", "[columns][slices]") {
  const auto made = plan_of({asks("some h in hires satisfies h.wage > revenue * 2")});
  columns::policy_slices slices(*made.made);
  CHECK(fields(made, slices.clauses(0)) == field_names{"hires", "revenue"});
}

TEST_CASE("a benefit needs its formula and its limits", "[columns][slices]") {
  const auto made = plan_of(
      {policy_text("demo/one", "staff > 1", benefit_text("amount: revenue * 2\nat_most: rnd"))});
  columns::policy_slices slices(*made.made);
  CHECK(fields(made, slices.amount(0, 0)) == field_names{"revenue", "rnd"});
  CHECK(fields(made, slices.clauses(0)) == field_names{"staff"});
}

TEST_CASE("what two policies share is in both slices", "[columns][slices]") {
  const auto made =
      plan_of({asks("staff > 5", "demo/one"), asks("staff > 5 and score > 1", "demo/two")});
  columns::policy_slices slices(*made.made);
  const auto one = slices.clauses(0).code;
  const auto two = slices.clauses(1).code;
  CHECK(std::includes(two.begin(), two.end(), one.begin(), one.end()));
}

TEST_CASE("a benefit of items needs their list and what its lines read", "[columns][slices]") {
  const auto made = plan_of({policy_text(
      "demo/one", "staff > 1",
      benefit_text("for_each: h in hires\namount: h.wage + rnd\ntotal_at_most: revenue"))});
  columns::policy_slices slices(*made.made);
  CHECK(fields(made, slices.amount(0, 0)) == field_names{"hires", "revenue", "rnd"});
}
