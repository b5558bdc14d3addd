// Which inputs a clause is worked out from.
#include "repair/reads.hpp"

#include <algorithm>

#include "catch.hpp"
#include "support/plans.hpp"

using namespace sudui;
using namespace sudui::tests;

TEST_CASE("a clause reads through definitions, years, ranges and loops", "[repair][reads]") {
  run_of made({define("growth(y)", "rnd(y) / rnd(y - 1) - 1"),
               policy_text("demo/one",
                           "growth(year) > 3 and sum(revenue([2019..2020])) > 1 and "
                           "(some h in hires satisfies h.wage > revenue(2018))")},
              {{"staff", 3}});
  const auto& of = *made.by.made;
  const auto all = repair::reads_of(of, of.policies.front().clauses.front().condition, made.run);
  std::vector<std::string> names;
  for (const auto& each : all) {
    names.push_back(made.by.rules.fields()[of.inputs[each.input].field].name +
                    (each.year ? std::to_string(*each.year) : ""));
  }
  std::sort(names.begin(), names.end());
  CHECK(names == std::vector<std::string>{"hires", "revenue2018", "revenue2019", "revenue2020",
                                          "rnd2020", "rnd2021"});
}
