#include "columns/waits.hpp"

#include "batched.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

/// What the first policy waits for in each company: field numbers; `?` where rows have to tell.
std::string read(const batched& all, std::size_t chunk = 64) {
  columns::executor by(all.compiled, *kernels::usable().front(), chunk);
  columns::verdicts verdicts;
  by.decide(all.rows, verdicts);
  columns::lane lane(*all.by.made);
  lane.take(all.rows);
  columns::runner runner(*all.by.made, all.program(), *kernels::usable().front(), lane);
  runner.take(all.rows);
  runner.run(0, all.rows.rows());
  columns::wait_reader waits(*all.by.made, all.program());
  waits.take(all.rows, runner, 0);
  std::string line;
  const auto names = all.by.rules.fields();
  for (std::size_t row = 0; row < all.rows.rows(); ++row) {
    if (verdicts.of(0, row) != verdict::undetermined) {
      line += "- ";
      continue;
    }
    columns::wait_reader::inputs found;
    line += waits.read(0, row, found) ? "" : "?";
    for (const auto& each : found) line += names[each.index].name + ",";
    line += ' ';
  }
  return line;
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

TEST_CASE("where an operator hands on less, rows tell", "[columns][waits]") {
  batched chosen({asks("if is_listed then staff > 5 else score > 5")});
  chosen.add({});
  chosen.add({{"staff", 9}});
  chosen.add({{"is_listed", true}});
  CHECK(read(chosen).find('?') != std::string::npos);
  chosen.same_as_rows();
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
