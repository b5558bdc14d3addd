// What conditions are taken apart into.
#include "tables/conditions.hpp"

#include <algorithm>

#include "catch.hpp"
#include "support/plans.hpp"

using namespace sudui;
using namespace sudui::tests;
using tables::atom;

namespace {

/// The conditions of one policy.
struct taken {
  planned by;
  columns::layout places;
  tables::condition_reader reader;

  explicit taken(const std::string& formula)
      : by(plan_of({policy_text("demo/one", "'" + formula + "'")})),
        places(columns::layout_of(*by.made)),
        reader(*by.made, places) {
    reader.read();
  }
  [[nodiscard]] std::size_t count(atom::kind of) const {
    return static_cast<std::size_t>(std::count_if(reader.atoms.begin(), reader.atoms.end(),
                                                  [&](const auto& each) { return each.is == of; }));
  }
  /// The literals of each alternative.
  [[nodiscard]] std::vector<std::size_t> shape() const {
    std::vector<std::size_t> made;
    for (const auto& each : reader.policies.front().met.value()) made.push_back(each.size());
    return made;
  }
  [[nodiscard]] std::size_t noted() const { return reader.policies.front().not_null.size(); }
};

using sizes = std::vector<std::size_t>;

}  // namespace

TEST_CASE("comparisons of fields, sums and ratios have atoms", "[tables][conditions]") {
  for (const auto* formula :
       {"staff > 3", "founded < date(\"2020-01-01\")", "not(founded < date(\"2020-01-01\"))",
        "is_listed", "is_listed = false", "staff = null", "revenue(2020) != 5",
        "revenue + rnd * 2 >= 1000", "revenue > rnd", "revenue - revenue(2020) > rnd(2020) * 10%",
        "rnd / revenue >= 4.2%", "region in (\"a\", \"b\")", "starts with(region, \"32\")",
        "sum(revenue([2019..2021])) > 300"}) {
    INFO(formula);
    const taken made(formula);
    CHECK(made.reader.atoms.size() == 1);
    CHECK(made.count(atom::kind::by_rows) == 0);
    CHECK(made.shape() == sizes{1});
  }
}

TEST_CASE("what no table holds is left to rows as one truth", "[tables][conditions]") {
  for (const auto* formula :
       {"some h in hires satisfies h.wage > 5", "count(hires) > 2", "revenue * rnd > 5",
        "revenue / rnd - 1 > 8%", "max(rnd, revenue) > 5", "founded.month = 3"}) {
    INFO(formula);
    const taken made(formula);
    CHECK(made.reader.atoms.size() == 1);
    CHECK(made.count(atom::kind::by_rows) == 1);
  }
}

TEST_CASE("logic is multiplied out", "[tables][conditions]") {
  CHECK(taken("staff > 3 and score > 2").shape() == sizes{1, 1});
  CHECK(taken("staff > 3 or score > 2 or is_listed").shape() == sizes{3});
  CHECK(taken("(staff > 3 and score > 2) or is_listed").shape() == sizes{2, 2});
  CHECK(taken("not(staff > 3 or score > 2)").shape() == sizes{1, 1});
  CHECK(taken("not(staff > 3 and score > 2)").shape() == sizes{2});
  CHECK(taken("staff > 3 or 1 = 2").shape() == sizes{1});
  CHECK(taken("staff > 3 or 1 = 1").shape().empty());
}

TEST_CASE("truths inside an and must not be null", "[tables][conditions]") {
  CHECK(taken("staff > 3").noted() == 0);
  CHECK(taken("staff > 3 or score > 2").noted() == 0);
  CHECK(taken("staff > 3 and score > 2").noted() == 2);
  CHECK(taken("is_listed or (staff > 3 and score > 2)").noted() == 2);
  CHECK(taken("not(staff > 3 or score > 2)").noted() == 2);
  CHECK(taken("not(staff > 3 and score > 2)").noted() == 0);
  CHECK(taken("if is_listed then staff > 3 else score > 2").noted() == 3);
}

TEST_CASE("equal sums are one slot", "[tables][conditions]") {
  const taken made("revenue + rnd > 5 or rnd + revenue > 7 or revenue + rnd < 2");
  CHECK(made.reader.linears.size() <= 2);
  CHECK(made.reader.slots.size() == 2);
  const taken cancelled("revenue - revenue + rnd > 5");
  REQUIRE(cancelled.reader.linears.size() == 1);
  CHECK(cancelled.reader.linears.front().terms.size() == 2);  // it waits for the revenue
}
