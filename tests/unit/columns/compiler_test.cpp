// Which nodes conditions become, and which clauses stay open.

#include "columns/compiler.hpp"

#include <limits>

#include "unit/columns/batched.hpp"

using namespace sudui;
using namespace sudui::tests;
using columns::no_node;
using columns::node_kind;

namespace {

/// The node that the only clause of a formula asks for.
const columns::node& asked(const batched& of) {
  const auto& step = of.program().policies.front().front();
  REQUIRE(step.condition != no_node);
  return of.program().nodes[step.condition];
}

struct limit_of {
  node_kind kind;
  bool inverted;
  std::int64_t limit;
  friend bool operator==(const limit_of&, const limit_of&) = default;
};
limit_of compared(const std::string& formula) {
  const batched made({asks(formula)});
  const auto& held = asked(made);
  return {held.kind, held.inverted, held.limit};
}

bool is_open(const std::string& formula) {
  const batched made({asks(formula)});
  CHECK((made.program().policies.front().front().condition == no_node) ==
        (made.program().open_clauses == 1));
  return made.program().open_clauses == 1;
}

struct factors {
  std::int64_t above, below;
  bool inverted;
  friend bool operator==(const factors&, const factors&) = default;
};

constexpr auto none = std::numeric_limits<std::int64_t>::min();

}  // namespace

TEST_CASE("a predicate that policies share is one node", "[columns][compiler]") {
  const batched one({asks("staff > 5 and region = \"a\"")});
  const batched two({asks("staff > 5 and region = \"a\"", "demo/one"),
                     asks("region = \"a\"", "demo/two"), asks("staff > 5", "demo/three")});
  CHECK(one.program().for_conditions == two.program().for_conditions);
  CHECK(two.count(node_kind::below) == 1);
  CHECK(two.count(node_kind::coded) == 1);
  CHECK(two.count(node_kind::number) == 1);
}

TEST_CASE("operands stand before what reads them", "[columns][compiler]") {
  const batched made({asks("sum(hires[wage > 5].wage) + revenue * 2 > rnd and not(is_listed)")});
  const auto& nodes = made.program().nodes;
  CHECK(made.program().open_clauses == 0);
  for (columns::node_id i = 0; i < nodes.size(); ++i) {
    for (const auto operand : {nodes[i].a, nodes[i].b, nodes[i].c, nodes[i].d}) {
      if (operand != no_node) CHECK(operand < i);
    }
  }
}

TEST_CASE("the six relations are less and equal, as they are or inverted", "[columns][compiler]") {
  CHECK(compared("staff < 10") == limit_of{node_kind::below, false, 1000});
  CHECK(compared("staff >= 10") == limit_of{node_kind::below, true, 1000});
  CHECK(compared("staff <= 10") == limit_of{node_kind::below, false, 1001});
  CHECK(compared("staff > 10") == limit_of{node_kind::below, true, 1001});
  CHECK(compared("staff = 10") == limit_of{node_kind::equals, false, 1000});
  CHECK(compared("staff != 10") == limit_of{node_kind::equals, true, 1000});
  CHECK(compared("10 < staff") == compared("staff > 10"));
  CHECK(compared("10 >= staff") == compared("staff <= 10"));
  CHECK(compared("10 = staff") == compared("staff = 10"));
}

TEST_CASE("a limit finer than the column moves to the next whole multiple", "[columns][compiler]") {
  CHECK(compared("revenue >= 0.005") == limit_of{node_kind::below, true, 1});
  CHECK(compared("revenue > 0.005") == limit_of{node_kind::below, true, 1});
  CHECK(compared("revenue < 0.005") == limit_of{node_kind::below, false, 1});
  CHECK(compared("revenue <= 0.005") == limit_of{node_kind::below, false, 1});
  CHECK(compared("revenue <= -0.005") == limit_of{node_kind::below, false, 0});
  CHECK(compared("revenue >= -0.015") == limit_of{node_kind::below, true, -1});
  CHECK(compared("revenue = 0.005") == limit_of{node_kind::equals, false, none});
  CHECK(compared("revenue != 0.005") == limit_of{node_kind::equals, true, none});
}

TEST_CASE("a limit beyond every column is clamped", "[columns][compiler]") {
  CHECK(compared("score > 1e30").limit > std::int64_t{1} << 62);
  CHECK(compared("score < -1e30").limit < -(std::int64_t{1} << 62));
  CHECK(compared("score = 1e30") == limit_of{node_kind::equals, false, none});
}

TEST_CASE("days are compared with days, behind a day from the next on", "[columns][compiler]") {
  const std::int64_t limit = 18'262;  // 2020-01-01
  CHECK(compared("founded < date(\"2020-01-01\")") == limit_of{node_kind::day_below, false, limit});
  CHECK(compared("founded >= date(\"2020-01-01\")") == limit_of{node_kind::day_below, true, limit});
  CHECK(compared("founded > date(\"2020-01-01\")") ==
        limit_of{node_kind::day_below, true, limit + 1});
  CHECK(compared("founded <= date(\"2020-01-01\")") ==
        limit_of{node_kind::day_below, false, limit + 1});
  CHECK(compared("date(\"2020-01-01\") != founded") ==
        limit_of{node_kind::day_equals, true, limit});
}

TEST_CASE("a ratio is two products with whole factors", "[columns][compiler]") {
  const auto of = [](const std::string& formula) {
    const batched made({asks(formula)});
    const auto& held = asked(made);
    CHECK(held.kind == node_kind::ratio);
    return factors{held.above, held.below, held.inverted};
  };
  CHECK(of("rnd / revenue < 4.2%") == factors{500, 21, false});
  CHECK(of("rnd / revenue >= 4.2%") == factors{500, 21, true});
  CHECK(of("rnd / revenue > 4.2%") == factors{-500, -21, false});
  CHECK(of("rnd / revenue <= 4.2%") == factors{-500, -21, true});
  CHECK(of("rnd / revenue < -1") == factors{1, -1, false});
  CHECK(of("4.2% <= rnd / revenue") == factors{500, 21, true});
  CHECK(of("4.2% > rnd / revenue") == factors{500, 21, false});
  CHECK(of("rnd / score < 3") == factors{10'000, 3, false});  // 2 places over 6
  CHECK(of("score / debts < 3") == factors{1, 3, false});     // both of 6 places
}

TEST_CASE("two ratios are cross products of the four figures", "[columns][compiler]") {
  const batched made({asks("rnd / revenue > rnd(2020) / revenue(2020)")});
  const auto& held = asked(made);
  CHECK(held.kind == node_kind::quotient);
  CHECK_FALSE(held.inverted);  // sides changed over
  const auto& nodes = made.program().nodes;
  CHECK(nodes[held.a].column == *made.compiled->places.find(0, 2020));
  CHECK(held.above == 1);
  CHECK(held.below == 1);
}

TEST_CASE("numbers of different scales are brought to the finer one", "[columns][compiler]") {
  const batched made({asks("revenue > rnd(2020) * 1.5")});
  CHECK(made.only(node_kind::product).scale == 3);
  CHECK(made.only(node_kind::shifted).limit == 10);
  CHECK(made.only(node_kind::shifted).scale == 3);
  const batched same({asks("revenue > rnd")});
  CHECK(same.count(node_kind::shifted) == 0);
}

TEST_CASE("a truth of one text or day is a table, whatever it computes", "[columns][compiler]") {
  for (const auto* formula :
       {"region in [\"a\", \"b\"]", "starts with(region, \"32\")", "region = \"a\"",
        "upper case(region) = \"A\"", "region = \"a\" or region = \"b\"",
        "founded + duration(\"P3M\") > date(\"2020-01-01\")",
        "every h in hires satisfies h.degree = \"doctor\""}) {
    INFO(formula);
    const batched made({asks(formula)});
    CHECK(made.count(node_kind::coded) == 1);
    CHECK(made.program().tables.size() == 1);
    CHECK(made.program().open_clauses == 0);
  }
  const batched two({asks("region = \"a\" or founded > date(\"2020-01-01\")")});
  CHECK(two.count(node_kind::coded) == 1);
  CHECK(two.count(node_kind::either) == 1);
}

TEST_CASE("what stands in a loop has the frame of the items", "[columns][compiler]") {
  const batched made({asks("some h in hires satisfies h.wage > revenue")});
  CHECK(asked(made).kind == node_kind::some);
  CHECK(asked(made).frame == 0);
  CHECK(made.only(node_kind::less).frame == 1);
  CHECK(made.only(node_kind::spread_number).frame == 1);
  CHECK(made.program().frames.size() == 2);
}

TEST_CASE("loops over one list share its frame, others have their own", "[columns][compiler]") {
  const batched made(
      {asks("count(hires) > 1 and (every h in hires satisfies h.wage > 5) and "
            "sum(figures) > 3 and (some f in figures satisfies f > 2)")});
  CHECK(made.program().open_clauses == 0);
  CHECK(made.program().frames.size() == 3);
}

TEST_CASE("filters stay with the list that they were put on", "[columns][compiler]") {
  const batched made({asks("count(hires[degree = \"doctor\"][wage > 5]) > 1")});
  const auto& list = made.program().lists[made.only(node_kind::counted).index];
  REQUIRE(list.kept.size() == 2);
  CHECK(made.program().nodes[list.kept[0]].kind == node_kind::coded);
  CHECK(made.program().nodes[list.kept[1]].kind == node_kind::below);
}

TEST_CASE("a range of years is joined year by year", "[columns][compiler]") {
  CHECK(batched({asks("sum(revenue([2019..2021])) > 3")}).count(node_kind::sum) == 2);
  CHECK(batched({asks("max(revenue([2019..2021])) > 3")}).count(node_kind::most) == 2);
  CHECK(batched({asks("min(revenue, rnd) > 3")}).count(node_kind::least) == 1);
}

TEST_CASE("logic and choices have a node each", "[columns][compiler]") {
  const batched made(
      {asks("if is_listed then is_zombie and staff > 3 else not(is_zombie = true)")});
  CHECK(asked(made).kind == node_kind::chosen);
  CHECK(made.count(node_kind::both) == 1);
  CHECK(made.count(node_kind::opposite) == 1);
  CHECK(made.only(node_kind::flag_is).limit == 1);
  CHECK(
      batched({asks("(if is_listed then revenue else rnd) > 3")}).count(node_kind::chosen_number) ==
      1);
}

TEST_CASE("a number of one text or day is a table beside other figures", "[columns][compiler]") {
  const batched year({asks("founded.year - staff > 5")});
  CHECK(year.only(node_kind::coded_number).scale == 0);
  CHECK(year.program().tables.front().gives_number);
  CHECK(batched({asks("number(region) > score")}).only(node_kind::coded_number).scale == 6);
  CHECK(batched({asks("string length(region + region) > score")}).count(node_kind::coded_number) ==
        1);
  // Alone it is a truth of the text already.
  CHECK(batched({asks("number(region) > 5")}).count(node_kind::coded_number) == 0);
}

TEST_CASE("texts that a formula chooses among are numbers", "[columns][compiler]") {
  const batched made(
      {asks("(if is_listed then \"a\" else if is_zombie then \"b\" else \"a\") = "
            "\"b\"")});
  CHECK(made.count(node_kind::chosen_number) == 2);
  CHECK(made.only(node_kind::equals).limit == 1);
}

TEST_CASE("a set of chosen texts asks for each of them", "[columns][compiler]") {
  batched made({asks("(if is_listed then \"a\" else \"b\") in (\"c\", \"a\", \"d\")")});
  CHECK(made.count(node_kind::equals) == 3);
  CHECK(made.count(node_kind::either) == 2);
  CHECK(made.program().open_clauses == 0);
  made.add({{"is_listed", true}});
  made.add({{"is_listed", false}});
  made.add({{"is_listed", value::null()}});
  made.add({});
  CHECK(made.same_as_rows() == 0);
  CHECK(made.verdicts() == "eiiu");
}

TEST_CASE("equality with null asks whether there is a value", "[columns][compiler]") {
  CHECK(compared("revenue = null").kind == node_kind::absent);
  CHECK(compared("null != revenue").kind == node_kind::opposite);
  CHECK(compared("is_listed = null").kind == node_kind::absent_truth);
  CHECK(compared("region = null").kind == node_kind::coded);
}

TEST_CASE("what must be rounded is a real, and its comparison knows who tells",
          "[columns][compiler]") {
  for (const auto* formula :
       {"revenue / staff + 1 > 3", "rnd / revenue = 4.2%", "mean(figures) > 3",
        "(rnd / revenue + rnd(2020) / revenue(2020)) / 2 <= 5%",
        "min(rnd * 80%, revenue / 3) < rnd(2020)", "(if is_listed then rnd / revenue else 3%) > 2%",
        "mean(revenue, rnd, 3) >= 1", "sum(rnd / 3, revenue / 3) != 1",
        "rnd / (revenue / 3) < 4%"}) {
    INFO(formula);
    const batched made({asks(formula)});
    CHECK(made.program().open_clauses == 0);
    REQUIRE(made.program().exact.size() == 1);
    CHECK(made.program().exact.front().code.code.size() > 0);
    CHECK(made.count(node_kind::real_less) + made.count(node_kind::real_same) == 1);
  }
}

TEST_CASE("what columns cannot compute leaves its clause open", "[columns][compiler]") {
  CHECK(is_open("abs(revenue / staff) > 3"));
  CHECK(is_open("sum(revenue([staff..2021])) > 3"));
  CHECK(is_open("some h in hires satisfies h.wage / staff + 1 > 3"));
  CHECK_FALSE(is_open("staff > 3"));
}

TEST_CASE("a loop within a loop has a row for each pair of items", "[columns][compiler]") {
  CHECK_FALSE(is_open("some h in hires satisfies some g in hires satisfies g.wage > h.wage"));
  CHECK_FALSE(
      is_open("every h in hires satisfies some g in hires satisfies h.wage > 5 and g.wage > 7"));
  CHECK_FALSE(is_open("some h in hires satisfies count(hires[wage > h.wage]) > 1"));
  CHECK_FALSE(is_open("every h in hires satisfies some f in figures satisfies f > h.wage"));
  CHECK_FALSE(is_open("some h in hires satisfies h.wage > sum(figures)"));
  CHECK_FALSE(
      is_open("some h in hires satisfies some g in hires satisfies some f in figures "
              "satisfies f > h.wage + g.wage"));
}

TEST_CASE("pairs are made only of what reads both items", "[columns][compiler]") {
  const batched made(
      {asks("some h in hires satisfies some f in figures satisfies h.wage > 5 and "
            "f > 7 and f > h.wage")});
  CHECK(made.program().open_clauses == 0);
  const auto& all = made.program();
  std::size_t pairs = 0;
  for (const auto& each : all.nodes) {
    const auto lists = all.frames[each.frame].lists.size();
    CHECK(lists <= 2);
    if (lists == 2) {
      ++pairs;
      CHECK(each.kind != node_kind::below);
      CHECK(each.kind != node_kind::number);
    }
  }
  CHECK(pairs > 0);
  CHECK(made.count(node_kind::below) == 2);
}

TEST_CASE("the least and the most of items are numbers", "[columns][compiler]") {
  const batched made({asks("max(for h in hires return h.wage * 2) > min(hires.wage)")});
  CHECK(made.program().open_clauses == 0);
  CHECK(made.count(node_kind::largest) == 1);
  CHECK(made.count(node_kind::smallest) == 1);
}

TEST_CASE("one open clause leaves the others of its policy to columns", "[columns][compiler]") {
  const batched made({asks("abs(revenue / staff) > 3", "demo/one"), asks("staff > 3", "demo/two")});
  CHECK(made.program().open_clauses == 1);
  CHECK(made.count(node_kind::below) == 1);
}
