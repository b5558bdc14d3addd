#include "columns/waits.hpp"

#include "batched.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

/// The nodes of all companies, run, and a reader of what they wait for.
struct ran {
  columns::lane lane;
  columns::runner runner;
  columns::wait_reader waits;

  explicit ran(const batched& all)
      : lane(*all.by.made),
        runner(*all.by.made, all.program(), *kernels::usable().front(), lane),
        waits(*all.by.made, all.program()) {
    lane.take(all.rows);
    runner.take(all.rows);
    runner.run(0, all.rows.rows());
    runner.run_only(all.program().for_amounts);
    waits.take(all.rows, runner, 0);
  }
};

std::string names_in(const batched& all, const columns::wait_reader::inputs& found) {
  std::string made;
  for (const auto& each : found) {
    const bool is_field = each.from == values::missing_graph::input::source::field;
    made += is_field ? all.by.rules.fields()[each.index].name
                     : all.by.rules.parameters()[each.index].name;
    made += ',';
  }
  return made;
}

/// What the first policy waits for in each company: names; `?` where rows have to tell.
std::string read(const batched& all, std::size_t chunk = 64) {
  columns::executor by(all.compiled, *kernels::usable().front(), chunk);
  columns::verdicts verdicts;
  by.decide(all.rows, verdicts);
  ran made(all);
  std::string line;
  for (std::size_t row = 0; row < all.rows.rows(); ++row) {
    if (verdicts.of(0, row) != verdict::undetermined) {
      line += "- ";
      continue;
    }
    columns::wait_reader::inputs found;
    line += made.waits.read(0, row, found) ? "" : "?";
    line += names_in(all, found) + ' ';
  }
  return line;
}

/// What the first policy's amount waits for in each company; `?` where it is exact, or rows have to
/// tell.
std::string read_amount(const batched& all) {
  ran made(all);
  std::string line;
  for (std::size_t row = 0; row < all.rows.rows(); ++row) {
    columns::wait_reader::inputs found;
    const auto& plan = all.program().amounts.front().front();
    line += made.waits.read_amount(plan, row, found) ? "" : "?";
    line += names_in(all, found) + ' ';
  }
  return line;
}

profile in_2021(const value& revenue, const value& rnd, const value& listed) {
  return {{"staff", 1},
          {"revenue", by_year({{2021, revenue}})},
          {"rnd", by_year({{2021, rnd}})},
          {"is_listed", listed}};
}

}  // namespace

TEST_CASE("a decision waits for the unknown columns under its unknown clauses",
          "[columns][waits]") {
  batched all({asks("staff <= 300 and (is_listed or score > 2)")});
  all.add({{"staff", 5}});
  all.add({{"staff", 5}, {"score", 1}});
  all.add({{"is_listed", true}});
  all.add({{"score", 1}});
  all.add({{"staff", 500}});
  CHECK(read(all) == "score,is_listed, is_listed, staff, staff,is_listed, - ");
  all.same_as_rows();
}

TEST_CASE("a comparison waits for every unknown operand, each once", "[columns][waits]") {
  batched all({asks("rnd / revenue >= 5% and rnd + revenue > 100")});
  all.add({});
  all.add({{"rnd", 5}});
  all.add({{"revenue", 1000}});
  all.add({{"rnd", 70}, {"revenue", 1000}});
  CHECK(read(all) == "revenue,rnd, revenue, rnd, - ");
  all.same_as_rows();
}

TEST_CASE("null asks for nothing, and a decided group for nothing under it", "[columns][waits]") {
  batched all({asks("staff > 0"), asks("score > 1 or is_listed", "demo/two")});
  all.add({{"staff", value::null()}});
  all.add({{"score", value::null()}});
  all.add({{"score", 2}, {"staff", 1}});
  all.same_as_rows();
}

TEST_CASE("an `if` waits for its test, and beside it for branches that are both unknown",
          "[columns][waits]") {
  for (const auto* formula :
       {"if is_listed then staff > 5 else score > 5",
        "(if is_listed then staff > 5 else score > 5) and is_listed != null",
        "(if is_listed then staff else 4) > (if is_listed then 4 else staff)"}) {
    INFO(formula);
    batched all({asks(formula)});
    all.add({});
    all.add({{"staff", 9}});
    all.add({{"is_listed", true}});
    all.add({{"is_listed", false}});
    all.add({{"is_listed", value::null()}});
    all.add({{"staff", value::null()}});
    CHECK(read(all).find('?') == std::string::npos);
    all.same_as_rows();
  }
  batched all({asks("if is_listed then staff > 5 else score > 5")});
  all.add({});
  all.add({{"staff", 9}});
  all.add({{"is_listed", true}});
  all.add({{"is_listed", false}});
  CHECK(read(all) == "staff,score,is_listed, is_listed, staff, score, ");
}

TEST_CASE("what stands in for a null is waited for where it does", "[columns][waits]") {
  batched all({asks("or_else(rnd, revenue) / 3 + or_else(revenue, 5) > 20")});
  for (const auto& rnd : {value(), value::null(), value(30)}) {
    for (const auto& revenue : {value(), value::null(), value(30)}) {
      all.add({{"rnd", by_year({{2021, rnd}})}, {"revenue", by_year({{2021, revenue}})}});
    }
  }
  CHECK(read(all).find('?') == std::string::npos);
  all.same_as_rows();
}

TEST_CASE("where an operator hands on less, rows tell", "[columns][waits]") {
  batched loops({asks("some h in hires satisfies h.wage > 5000")});
  loops.add({});
  loops.add({{"hires", value::list{hire("master", value())}}});
  CHECK(read(loops) == "hires, ? ");
  loops.same_as_rows();
}

TEST_CASE("a loop waits for its list where that is unknown, and for nothing in it",
          "[columns][waits]") {
  for (const auto* formula :
       {"some h in hires satisfies h.wage > revenue", "every h in hires satisfies h.wage > 5000",
        "count(hires[degree = \"master\"]) > score", "sum(hires.wage) > 5000",
        "max(hires.wage) > 5000", "hires.wage[1] > 5000",
        "not(some h in hires satisfies h.wage > 5000 or h.wage < revenue)",
        "sum(for h in hires return h.wage / 3) > 5000"}) {
    INFO(formula);
    batched all({asks(formula)});
    all.add({});
    all.add({{"revenue", 1}, {"score", 2}, {"staff", 3}});
    all.add({{"hires", value::null()}});
    all.add({{"hires", value::list{hire("master", value())}}});
    all.add({{"hires", value::list{hire("master", 9000), hire("doctor", value())}}, {"score", 0}});
    CHECK(read(all).find("hires, ") != std::string::npos);
    all.same_as_rows();
  }
}

TEST_CASE("codes wait for their column, figures that no column holds for what rows say",
          "[columns][waits]") {
  batched all({asks("region = \"320400\" and staff > 5 and founded >= @\"2020-01-01\"")});
  for (unsigned i = 0; i < 300; ++i) all.add(mixed(i));
  all.add({{"staff", *decimal::parse("99999999999999999999999999")}});
  for (const std::size_t chunk : {64U, 128U, 1024U}) all.same_as_rows(chunk);
}

TEST_CASE("a parameter that is not published is waited for by its name", "[columns][waits]") {
  const std::string growth =
      "parameter: growth\nzh: 增幅\nen: growth\nby: year\nvalues:\n  - {year: 2021, value: "
      "unknown, "
      "cite: {document: d, status: seed-only}}\n";
  batched all({growth, asks("revenue * growth(2021) > 5 and staff > growth(2021) * 3")});
  all.add(in_2021(1, 1, true));
  all.add(in_2021(value(), 1, true));
  all.add({});
  CHECK(read(all) == "growth, revenue,growth, revenue,staff,growth, ");
  all.same_as_rows();
  // What stands in its place overflows nothing.
  batched paid({growth, policy_text("demo/one", "staff > 0",
                                    benefit_text("amount: revenue * (2% - growth(2021))\n"
                                                 "round: 0.01 half up"))});
  paid.add(in_2021(1'000'000'000, 1, true));
  CHECK(read_amount(paid) == "growth, ");
  paid.same_as_rows();
}

TEST_CASE("an amount that is evaluated waits as the row executor's does", "[columns][waits]") {
  for (const auto* lines :
       {"amount: if is_listed then revenue else rnd\nat_most: rnd + 3", "up_to: revenue / 3",
        "amount: if revenue = 0 then 0 else rnd * rnd / revenue\nat_least: or_else(rnd, revenue)",
        "amount: max(revenue * 2 / 7, rnd)\nat_most: if is_listed then 5 else revenue"}) {
    INFO(lines);
    batched all({policy_text("demo/one", "staff > 0",
                             benefit_text(std::string(lines) + "\nround: 0.01 half up"))});
    for (const auto& revenue : {value(), value::null(), value(0), value(30)}) {
      for (const auto& rnd : {value(), value::null(), value(0), value(7)}) {
        for (const auto& listed : {value(), value::null(), value(true), value(false)}) {
          all.add(in_2021(revenue, rnd, listed));
        }
      }
    }
    all.same_as_rows();
  }
  batched all({policy_text("demo/one", "staff > 0",
                           benefit_text("amount: if is_listed then revenue / 3 else rnd\n"
                                        "at_most: rnd\nround: 0.01 half up"))});
  all.add(in_2021(value(), 5, true));
  all.add(in_2021(9, value(), true));
  all.add(in_2021(9, 5, value()));
  all.add(in_2021(value(), value(), value()));
  CHECK(read_amount(all) == "revenue, rnd, is_listed, revenue,rnd,is_listed, ");
}

TEST_CASE("what is paid by item waits for its list where that is unknown", "[columns][waits]") {
  batched all({policy_text("demo/one", "staff > 0",
                           benefit_text("for_each: h in hires\nclauses:\n"
                                        "  - {clause: c, zh: 人, en: one, require: h.wage > 5}\n"
                                        "amount: h.wage\ntotal_at_most: revenue"))});
  all.add({{"staff", 1}});
  all.add({{"staff", 1}, {"hires", value::list{hire("master", value())}}});
  all.add({{"hires", value::null()}});
  CHECK(read_amount(all) == "hires, ? ? ");
  all.same_as_rows();
}
