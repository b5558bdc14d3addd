// Which columns a plan reads, and how they are held.

#include "columns/layout.hpp"

#include "unit/columns/batched.hpp"

using namespace sudui;
using namespace sudui::tests;
using columns::form;

namespace {
columns::layout layout_of(const std::string& formula) {
  const auto made = plan_of({asks(formula)});
  return columns::layout_of(*made.made);
}
const columns::column_kind& only(const columns::layout& of) {
  REQUIRE(of.places.size() == 1);
  return of.places.front().kind;
}
}  // namespace

TEST_CASE("every type of field has its form", "[columns][layout]") {
  CHECK(only(layout_of("is_listed")).of == form::flag);
  CHECK(only(layout_of("region = \"320400\"")).of == form::text);
  CHECK(only(layout_of("founded > date(\"2020-01-01\")")).of == form::day);
  const auto money = layout_of("revenue > 5");
  CHECK(only(money).of == form::number);
  CHECK(only(money).scale == 2);
  CHECK(only(layout_of("score > 5")).scale == 6);  // a figure without unit
}

TEST_CASE("lists have a column a member, or one of their items", "[columns][layout]") {
  const auto records = layout_of("count(hires) > 1");
  CHECK(only(records).of == form::list);
  CHECK(only(records).has_records);
  REQUIRE(only(records).members.size() == 3);
  CHECK(only(records).members[0].of == form::text);
  CHECK(only(records).members[1].scale == 2);
  CHECK(only(records).members[2].of == form::day);
  const auto scalars = layout_of("sum(figures) > 1");
  CHECK_FALSE(only(scalars).has_records);
  REQUIRE(only(scalars).members.size() == 1);
  CHECK(only(scalars).members[0].of == form::number);
}

TEST_CASE("a list within a list is kept as cells", "[columns][layout]") {
  const auto deep = types::list_of(types::list_of(types::simple(types::type_kind::boolean)));
  CHECK(columns::kind_of(deep).of == form::cells);
  CHECK(columns::kind_of(types::simple(types::type_kind::null)).of == form::cells);
}

TEST_CASE("a yearly field has a column a year, each once", "[columns][layout]") {
  const auto made =
      layout_of("revenue > 5 and revenue(2020) > 5 and sum(revenue([2019..2021])) > 5");
  CHECK(made.places.size() == 3);
  CHECK_FALSE(made.asks_any_year[0]);
  for (const auto year : {2019, 2020, 2021}) CHECK(made.find(0, year));
  CHECK_FALSE(made.find(0, 2018));
  CHECK_FALSE(made.find(0, values::missing_graph::input::no_year));
}

TEST_CASE("a year of the profile, or a very long range, is any year", "[columns][layout]") {
  CHECK(layout_of("revenue(staff) > 5").asks_any_year[1]);
  CHECK(layout_of("sum(revenue([1900..2021])) > 5").asks_any_year[0]);
  const auto whole = layout_of("sum(revenue([1958..2021])) > 5");
  CHECK(whole.places.size() == 64);
  CHECK_FALSE(whole.asks_any_year[0]);
}

TEST_CASE("constants are the registers that nothing writes", "[columns][layout]") {
  // The first register is a constant here, and amounts have blocks of their own.
  const auto made = plan_of({asks("10 < staff")});
  const columns::constants known(*made.made);
  const auto& compared = made.made->blocks.front().code.back();
  const auto& operands = made.made->operands;
  const auto* ten = known.in(operands[compared.first]);
  REQUIRE(ten != nullptr);
  CHECK(ten->number == decimal(10));
  CHECK(known.year_in(operands[compared.first]) == 10);
  CHECK(known.in(operands[compared.first + 1]) == nullptr);
  CHECK_FALSE(known.year_in(operands[compared.first + 1]));
}

TEST_CASE("the item of a loop is no constant", "[columns][layout]") {
  const auto made = plan_of({asks("some h in hires satisfies h.wage > 5")});
  const columns::constants known(*made.made);
  std::size_t loops = 0;
  for (const auto& block : made.made->blocks) {
    if (block.item == 0) continue;
    ++loops;
    CHECK(known.in(block.item) == nullptr);
  }
  CHECK(loops == 1);
}
