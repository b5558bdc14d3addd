// A company between its text and the columns.

#include "columns/draft.hpp"

#include "unit/columns/batched.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {
columns::piece known(std::int64_t whole) {
  columns::piece made;
  made.whole = whole;
  made.is = columns::piece::state::known;
  return made;
}
}  // namespace

TEST_CASE("what is not set is as the dictionary reads it", "[columns][draft]") {
  batched made({asks("debts = 0 and is_zombie = false and staff > 1")});
  columns::draft row(made.rows.places(), *made.by.made);
  row.start();
  row.set(2, known(500));
  made.rows.append(row);
  row.start();
  row.set(0, known(1'000'000));
  made.rows.append(row);
  made.companies = {{{"staff", 5}}, {{"debts", 1}}};
  CHECK(made.verdicts() == "ei");
  CHECK(made.rows.companies().columns[2].has_unknown);
  CHECK(made.same_as_rows() == 0);
}

TEST_CASE("items go to the columns of their members", "[columns][draft]") {
  batched made({asks("some h in hires satisfies h.degree = \"doctor\" and h.wage > 5")});
  columns::draft row(made.rows.places(), *made.by.made);
  const auto members = made.rows.companies().columns[0].items->columns.size();
  const auto add = [&](std::string_view degree, std::int64_t wage) {
    row.start();
    auto list = known(static_cast<std::int64_t>(row.items()));
    (void)row.add_item(members);  // nothing known of the first
    const auto second = row.add_item(members);
    row.item(second) = known(0);
    row.item(second).text = degree;
    row.item(second + 1) = known(wage);
    list.items = 2;
    row.set(0, list);
    made.rows.append(row);
  };
  add("doctor", 600);
  add("master", 600);
  const auto item = [](const char* degree) {
    return value(value::list{value(value::context{}), hire(degree, 6)});
  };
  made.companies = {{{"hires", item("doctor")}}, {{"hires", item("master")}}};
  CHECK(made.verdicts() == "eu");
  made.same_as_rows();
}

TEST_CASE("years of inputs that are asked for any year are kept", "[columns][draft]") {
  batched made({asks("revenue(staff) > 5")});
  columns::draft row(made.rows.places(), *made.by.made);
  const std::uint32_t revenue = made.rows.places().asks_any_year[0] ? 0 : 1;
  row.start();
  row.set(0, known(201900));
  row.add_year(revenue, 2019, values::cell::of(decimal(7)));
  made.rows.append(row);
  row.start();
  row.set(0, known(201900));
  made.rows.append(row);
  REQUIRE(made.rows.years(revenue, 0).size() == 1);
  CHECK(made.rows.years(revenue, 1).empty());
  made.companies = {{{"staff", 2019}, {"revenue", by_year({{2019, 7}})}}, {{"staff", 2019}}};
  CHECK(made.verdicts() == "eu");
  made.same_as_rows();
}
