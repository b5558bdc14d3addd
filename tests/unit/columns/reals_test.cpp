// Reals: doubles decide where they can, decimals where they cannot.

#include "columns/runner.hpp"
#include "unit/columns/batched.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

profile with(const char* now, const char* before) {
  return {{"revenue", by_year({{2021, number(now)}, {2020, number(before)}})}};
}

/// How many comparisons were worked out in decimals.
std::uint64_t doubts(const batched& of) {
  columns::lane exact(*of.by.made);
  columns::runner run(*of.by.made, of.program(), *kernels::usable().front(), exact);
  exact.take(of.rows);
  run.take(of.rows);
  run.run(0, of.rows.rows());
  return run.doubts();
}

}  // namespace

TEST_CASE("a growth at its limit is told from one fen beside it", "[columns][reals]") {
  batched made({asks("revenue / revenue(2020) - 1 >= 8%", "demo/a"),
                asks("revenue / revenue(2020) - 1 > 8%", "demo/b"),
                asks("revenue / revenue(2020) - 1 = 8%", "demo/c")});
  for (const auto* now : {"107.99", "108", "108.01"}) made.add(with(now, "100"));
  made.add(with("971999999.99", "900000000"));
  made.add(with("972000000", "900000000"));
  made.add(with("1", "0"));
  made.add({});
  const std::vector<std::string> expected = {"ieeieiu", "iieiiiu", "ieiieiu"};
  for (std::uint32_t i = 0; i < expected.size(); ++i) CHECK(made.verdicts(i) == expected[i]);
  CHECK(made.same_as_rows() == 0);
}

TEST_CASE("only what lies within the bounds is worked out in decimals", "[columns][reals]") {
  batched made({asks("revenue / revenue(2020) - 1 >= 8%")});
  for (int i = 0; i < 100; ++i) made.add(with(i % 2 == 0 ? "107.99" : "108.01", "100"));
  made.add(with("108", "100"));  // a division without a rest
  CHECK(doubts(made) == 0);
  made.add(with("972000000", "900000000"));
  CHECK(doubts(made) == 0);
}

TEST_CASE("a sum of quotients with rests is in doubt at its limit", "[columns][reals]") {
  batched made({asks("revenue / revenue(2020) + 1 / 3 - 1 >= 0")});
  made.add(with("200", "301"));
  CHECK(doubts(made) == 0);
  made.add(with("200", "300"));
  CHECK(doubts(made) == 1);
  made.add({{"staff", 3}});  // unknown is no doubt
  CHECK(doubts(made) == 1);
}

TEST_CASE("zero is itself", "[columns][reals]") {
  batched made({asks("revenue / 3 > 0", "demo/a"), asks("rnd * staff / 3 = 0", "demo/b")});
  made.add({{"revenue", by_year({{2021, 0}})}, {"rnd", by_year({{2021, 7}})}, {"staff", 0}});
  CHECK(made.verdicts(0) == "i");
  CHECK(made.verdicts(1) == "e");
  CHECK(doubts(made) == 0);
}

// 7/6 + 14/15 is 2.1, and 34 digits of each are not.
TEST_CASE("sums of rounded quotients are what the row executor rounds them to",
          "[columns][reals]") {
  batched made({asks("revenue / revenue(2020) + rnd / rnd(2020) = 2.1", "demo/a"),
                asks("revenue / revenue(2020) + rnd / rnd(2020) >= 2.1", "demo/b"),
                asks("rnd / 3 * 3 = rnd", "demo/c"),
                asks("rnd / 3 + rnd / 3 < rnd * 2/3", "demo/d")});
  for (int i = 1; i < 60; ++i) {
    made.add({{"revenue", by_year({{2021, 7 * i}, {2020, 6 * i}})},
              {"rnd", by_year({{2021, 14 * i}, {2020, 15 * i}})}});
  }
  made.same_as_rows();
  CHECK(doubts(made) > 0);
}

TEST_CASE("a divisor that may be zero is asked of decimals", "[columns][reals]") {
  batched made({asks("staff / (revenue / 3 + rnd / 3 - 1/3 - 2/3) > 5", "demo/a"),
                asks("staff / (revenue / 3 - revenue / 3) = null", "demo/b")});
  made.add({{"staff", 4}, {"revenue", by_year({{2021, 1}})}, {"rnd", by_year({{2021, 2}})}});
  made.add({{"staff", 4}, {"revenue", by_year({{2021, 2}})}, {"rnd", by_year({{2021, 2}})}});
  made.add({{"staff", value::null()}, {"revenue", by_year({{2021, 2}})}});
  made.same_as_rows();
  CHECK(doubts(made) > 0);
}

TEST_CASE("a choice that nobody can make is known where both sides are the same",
          "[columns][reals]") {
  batched made({asks("(if is_listed then revenue / staff else rnd / staff) > 3", "demo/a"),
                asks("(if is_listed then revenue / staff else 0) = 0", "demo/b")});
  for (const int rnd : {0, 7, 14}) {
    made.add({{"staff", 2}, {"revenue", by_year({{2021, 7}})}, {"rnd", by_year({{2021, rnd}})}});
    made.add({{"staff", 2}, {"revenue", by_year({{2021, 0}})}, {"rnd", by_year({{2021, rnd}})}});
  }
  made.add({{"staff", 0}, {"revenue", by_year({{2021, 7}})}, {"rnd", by_year({{2021, 7}})}});
  made.same_as_rows();
  CHECK(made.verdicts(0) == "uieuuui");
}

TEST_CASE("the mean of nothing is null, and of something unknown unknown", "[columns][reals]") {
  batched made({asks("mean(figures) >= 2")});
  const value unknown;
  for (const auto& figures :
       {value::list{}, value::list{1, 2}, value::list{1, 2, 3}, value::list{2, unknown},
        value::list{2, value::null()}, value::list{1, 2, number("2.99")}}) {
    made.add({{"figures", figures}});
  }
  made.add({});
  CHECK(made.verdicts() == "iieuiiu");
  CHECK(made.same_as_rows() == 0);
}

TEST_CASE("figures as large as columns hold keep their order as reals", "[columns][reals]") {
  batched made({asks("revenue / 3 * 3 - rnd >= 0"),
                asks("revenue / rnd > 1 - 1/9007199254740991", "demo/b")});
  for (const auto* each :
       {"90071992547409.91", "90071992547409.90", "0.01", "-90071992547409.91"}) {
    made.add({{"revenue", by_year({{2021, number(each)}})},
              {"rnd", by_year({{2021, number("90071992547409.91")}})}});
  }
  CHECK(made.same_as_rows() == 0);
}

TEST_CASE("an item at a place is null outside the list", "[columns][reals]") {
  batched made({asks("figures[2] > 5", "demo/a"), asks("figures[-1] > 5", "demo/b"),
                asks("figures[3] = null", "demo/c"),
                asks("revenue([2019..2021])[2] > 5", "demo/d")});
  CHECK(made.program().open_clauses == 0);
  for (int count = 0; count < 5; ++count) {
    value::list figures;
    for (int i = 0; i < count; ++i) figures.push_back(i == 3 ? value::null() : value(3 * i + 3));
    made.add({{"figures", figures}, {"revenue", by_year({{2020, 4 + count}})}});
  }
  made.add({});
  made.add({{"figures", value::null()}});
  CHECK(made.verdicts(0) == "iieeeui");
  CHECK(made.same_as_rows(64) == 0);
}

TEST_CASE("a number by code that is no number leaves the policy to rows", "[columns][reals]") {
  batched made({asks("number(region) > score")});
  made.add({{"region", "7"}, {"score", 5}});
  made.add({{"region", "seven"}, {"score", 5}});
  made.add({{"region", value::null()}, {"score", 5}});
  made.add({{"score", 5}});
  CHECK(made.verdicts() == "eiiu");
  CHECK(made.same_as_rows() == 0);
  made.add({{"region", "5.0000001"}, {"score", 5}});
  CHECK(made.same_as_rows() > 0);
}
