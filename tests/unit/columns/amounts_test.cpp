// Plain amounts in whole numbers: linear and other formulas, and what is missing for a row.

#include "columns/amounts.hpp"

#include "unit/columns/batched.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

struct paid {
  batched made;
  columns::amount_reader reader;

  explicit paid(const std::string& lines)
      : made({policy_text("demo/one", "staff > 0", benefit_text(lines))}), reader(made.program()) {
    reader.take(made.rows);
  }
  const columns::amount_plan& plan() const { return made.program().amounts.front().front(); }
  bool is_plain() const { return !plan().is_open() && !plan().evaluated; }
  /// Amounts of rows.
  std::string of(const std::vector<std::uint32_t>& rows) {
    std::string all;
    reader.read(plan(), rows, [&](std::size_t i, auto kind, std::int64_t low, std::int64_t high) {
      if (i != 0) all += ' ';
      all += text_of(columns::awards().how_much({rows[i], 0, 0, kind, low, high}));
    });
    return all;
  }
};

}  // namespace

TEST_CASE("amounts are read for the rows asked for, in their order", "[columns][amounts]") {
  paid of("amount: revenue * 10% - rnd\nat_most: 50\nround: 0.01 half up");
  of.made.add({{"revenue", by_year({{2021, number("123.45")}})}, {"rnd", by_year({{2021, 1}})}});
  of.made.add({{"revenue", by_year({{2021, 1000}})}, {"rnd", by_year({{2021, 0}})}});
  of.made.add({{"revenue", by_year({{2021, 1000}})}});
  of.made.add({{"revenue", value::null()}, {"rnd", by_year({{2021, 0}})}});
  REQUIRE(of.is_plain());
  CHECK(of.of({0, 1, 2, 3}) == "11.35 50 ? .. 50 null");
  CHECK(of.of({1}) == "50");
  CHECK(of.of({2, 0}) == "? .. 50 11.35");
  CHECK(of.of({}).empty());
}

TEST_CASE("limits are applied as written, and rounding last", "[columns][amounts]") {
  paid of("amount: revenue\nat_most: 99.99\nat_least: rnd\nround: 1 down");
  for (const int revenue : {50, 100}) {
    for (const int rnd : {0, 70, 200}) {
      of.made.add(
          {{"staff", 1}, {"revenue", by_year({{2021, revenue}})}, {"rnd", by_year({{2021, rnd}})}});
    }
  }
  REQUIRE(of.is_plain());
  CHECK(of.of({0, 1, 2, 3, 4, 5}) == "50 70 200 99 99 200");
  of.made.same_as_rows();
}

TEST_CASE("what is missing leaves an interval, as limits close and open it", "[columns][amounts]") {
  const std::vector<value> figures = {value(), value::null(), value(0), value(70), value(-30)};
  for (const auto* lines :
       {"amount: revenue\nat_most: rnd\nat_least: 10\nround: 1 down",
        "amount: revenue - rnd * 1.5\nat_least: revenue(2020)\nat_most: rnd(2020)\nround: 10 half "
        "up",
        "amount: revenue\nat_least: rnd\nat_most: rnd(2020)",
        "up_to: revenue * 33.3%\nat_most: rnd\nround: 1 half even", "up_to: revenue\nat_least: rnd",
        "amount: min(revenue, rnd)\nat_most: 20.5\nat_least: revenue(2020)\nround: 0.1 up"}) {
    INFO(lines);
    paid of(lines);
    REQUIRE(of.is_plain());
    for (const auto& revenue : figures) {
      for (const auto& rnd : figures) {
        for (const auto& before : figures) {
          of.made.add({{"staff", 1},
                       {"revenue", by_year({{2021, revenue}, {2020, before}})},
                       {"rnd", by_year({{2021, rnd}, {2020, 40}})}});
        }
      }
    }
    of.made.add({{"staff", 1}, {"revenue", by_year({{2021, number("1.005")}})}});  // an odd one
    of.made.same_as_rows();
  }
}

TEST_CASE("an amount tells what it waits for, each input once", "[columns][amounts]") {
  paid of("amount: revenue - rnd - rnd * 2\nat_most: revenue(2020)");
  of.made.add({{"staff", 1}});
  of.made.add({{"staff", value::null()}, {"revenue", by_year({{2021, 1}})}});
  const auto missing = [&](std::uint32_t row) {
    columns::amount_reader::inputs all;
    of.reader.add_missing(of.plan(), row, all);
    std::string names;
    for (const auto& each : all) {
      names += of.made.by.rules.fields()[each.index].name + "/" + std::to_string(each.year) + " ";
    }
    return names;
  };
  CHECK(missing(0) == "revenue/2020 revenue/2021 rnd/2021 ");
  CHECK(missing(1) == "revenue/2020 rnd/2021 ");
}

TEST_CASE("sums and multiples with constant limits are linear", "[columns][amounts]") {
  const auto is_linear = [](const std::string& lines) {
    const paid of(lines);
    REQUIRE(of.is_plain());
    return of.plan().linear.has_value();
  };
  CHECK(is_linear("amount: (revenue - 20万) * 5% + rnd\nat_most: 300万\nround: 0.01 half up"));
  CHECK(is_linear("up_to: 100 - revenue\nat_most: 70"));
  CHECK(is_linear("amount: 30万"));
  CHECK_FALSE(is_linear("amount: revenue * 10%\nat_most: rnd"));
  CHECK_FALSE(is_linear("amount: min(revenue, rnd)"));
  CHECK_FALSE(is_linear("amount: revenue * score"));
}

TEST_CASE("a linear amount has no nodes", "[columns][amounts]") {
  const paid of("amount: (revenue - rnd) * 5%\nat_most: 300万\nround: 1 down");
  CHECK(of.made.program().nodes.size() == of.made.program().for_conditions);
}

TEST_CASE("a benefit without an amount is told by columns, also of who may get it",
          "[columns][amounts]") {
  const std::string status = "benefit: {kind: recognition, zh: 资格, en: a status, cite: doc}\n";
  batched made({policy_text("demo/one", "staff > 0", status)});
  made.add({{"staff", 1}});
  made.add({});
  made.add({{"staff", *decimal::parse("99999999999999999999999999")}});  // an odd one
  CHECK(made.program().amounts.front().front().is_none);
  CHECK(!made.program().amounts.front().front().is_open());
  columns::executor by(made.compiled, *kernels::usable().front(), 1024);
  columns::verdicts verdicts;
  columns::awards awards;
  by.decide(made.rows, verdicts);
  by.award(made.rows, verdicts, columns::executor::whose::possible, awards);
  REQUIRE(awards.all.size() == 3);
  CHECK(awards.all[0].kind.told == columns::amount_kind::place::here);
  CHECK(awards.all[1].kind.told == columns::amount_kind::place::here);
  for (const auto& each : awards.all) CHECK(awards.how_much(each).is == amount::state::none);
  made.same_as_rows();
}

TEST_CASE("linear amounts are those of rows", "[columns][amounts]") {
  for (const auto* lines :
       {"amount: (revenue - 20) * 5% + rnd * 3\nat_most: 30\nat_least: 1.5\n"
        "round: 0.1 half even",
        "amount: revenue - revenue + 7 - rnd\nround: 10 ceiling",
        "up_to: (revenue + rnd) * 33.3%\nat_most: 20\nround: 1 down",
        "up_to: revenue - 50\nat_least: -10", "amount: 12.345\nround: 0.01 up",
        "amount: 2 * (revenue - 3.5) * 1.25 - (rnd - revenue) * 0.125\nround: 0.1 half up",
        "amount: -(revenue - rnd) * 0.01 * 0.01 * 0.01\nat_most: 0.00001"}) {
    INFO(lines);
    paid of(lines);
    REQUIRE(of.plan().linear.has_value());
    for (const auto& revenue : {value(), value::null(), value(0), value(-70), value(333)}) {
      for (const auto& rnd : {value(), value::null(), value(number("0.05")), value(1000)}) {
        of.made.add({{"staff", 1},
                     {"revenue", by_year({{2021, revenue}})},
                     {"rnd", by_year({{2021, rnd}})}});
      }
    }
    of.made.add({{"staff", 1}, {"revenue", by_year({{2021, number("1.005")}})}});  // an odd one
    of.made.same_as_rows();
  }
}

TEST_CASE("a linear amount that whole numbers may not hold is asked of rows",
          "[columns][amounts]") {
  for (const auto* lines :
       {"amount: revenue * 98765.4321", "amount: revenue * 98765.4321 - revenue * 98765.4320",
        "up_to: (revenue - rnd) * 98765.4321", "amount: revenue\nat_most: 9000000000000000",
        "amount: revenue * 0.1234567\nat_least: 900000000000.5\nround: 0.01 half up"}) {
    INFO(lines);
    for (const std::int64_t revenue : {std::int64_t{1000}, std::int64_t{80'000'000'000'000}}) {
      paid of(lines);
      of.made.add({{"staff", 1},
                   {"revenue", by_year({{2021, revenue}})},
                   {"rnd", by_year({{2021, -revenue}})}});
      of.made.same_as_rows();
    }
  }
}

TEST_CASE("rounding to thousands leaves thousands", "[columns][amounts]") {
  paid of("amount: revenue * 1.5\nround: 1000 down");
  of.made.add({{"staff", 1}, {"revenue", by_year({{2021, 1333}})}});
  of.made.add({{"staff", 1}, {"revenue", by_year({{2021, 10}})}});
  REQUIRE(of.is_plain());
  CHECK(of.of({0, 1}) == "1000 0");
  of.made.same_as_rows();
}

TEST_CASE("amounts that ask truths or lists are not plain", "[columns][amounts]") {
  CHECK_FALSE(paid("amount: revenue / 3").is_plain());
  CHECK_FALSE(paid("amount: sum(hires.wage)").is_plain());
  CHECK_FALSE(paid("amount: if is_listed then revenue else rnd").is_plain());
  CHECK_FALSE(paid("for_each: h in hires\namount: h.wage").is_plain());
  CHECK(paid("bands: [{to: 100万, rate: 2.5%}, {rate: 25%}]\nof: revenue").is_plain());
}
