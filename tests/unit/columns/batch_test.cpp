// From profiles to columns.

#include "columns/batch.hpp"

#include "support/rows_of.hpp"
#include "unit/columns/batched.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {
const columns::column& column_at(const columns::batch& of, std::size_t which) {
  return of.companies().columns[which];
}
}  // namespace

TEST_CASE("what the dictionary reads as zero or false stands so in its column",
          "[columns][batch]") {
  batched made({asks("debts = 0 and is_zombie = false and staff > 1")});
  made.add({});
  made.add({{"debts", 2}, {"is_zombie", true}, {"staff", 5}});
  made.add({{"debts", value::null()}, {"is_zombie", value::null()}, {"staff", value::null()}});
  const auto& debts = column_at(made.rows, 0);
  CHECK(debts.known.at(0));
  CHECK(debts.numbers[0] == 0);
  CHECK_FALSE(debts.has_unknown);
  CHECK(debts.null.at(2));
  CHECK(column_at(made.rows, 1).known.at(0));
  CHECK_FALSE(column_at(made.rows, 1).flags.at(0));
  CHECK(column_at(made.rows, 1).flags.at(1));
  CHECK_FALSE(column_at(made.rows, 2).known.at(0));
  CHECK_FALSE(column_at(made.rows, 2).null.at(0));
  CHECK(made.same_as_rows() == 0);
}

TEST_CASE("each year goes to its own column", "[columns][batch]") {
  batched made({asks("revenue > 5 and revenue(2020) > 7")});
  made.add({{"revenue", by_year({{2020, 1}, {2021, 2}, {1999, 3}})}});
  made.add({{"revenue", by_year({{2021, 4}})}});
  const auto now = *made.rows.places().find(0, 2021);
  const auto before = *made.rows.places().find(0, 2020);
  CHECK(rows_of(column_at(made.rows, now).numbers, 2) == std::vector<std::int64_t>{200, 400});
  CHECK(rows_of(column_at(made.rows, before).numbers, 2) == std::vector<std::int64_t>{100, 0});
  CHECK_FALSE(column_at(made.rows, before).known.at(1));
}

TEST_CASE("where any year may be asked for, all that are given are kept", "[columns][batch]") {
  batched made({asks("revenue(staff) > 5")});
  made.add({{"staff", 2019}, {"revenue", by_year({{2019, 1}, {2021, value::null()}})}});
  made.add({{"staff", 2019}});
  const auto years = made.rows.years(1, 0);
  REQUIRE(years.size() == 2);
  CHECK(years[0].year == 2019);
  CHECK(years[1].held.is_null());
  CHECK(made.rows.years(1, 1).empty());
  CHECK(made.same_as_rows() == 0);
}

TEST_CASE("a row with a value that no column holds is kept as given", "[columns][batch]") {
  batched made({asks("staff > 5 and score > 1")});
  made.add({{"staff", 6}, {"score", 2}});
  made.add({{"staff", number("6.005")}, {"score", 2}});
  made.add({{"staff", 6}, {"score", number("1e40")}});
  REQUIRE(made.rows.odd().size() == 2);
  CHECK(made.rows.odd().contains(1));
  CHECK(*made.rows.odd().at(2).find("score") == value(number("1e40")));
  CHECK(made.verdicts() == "eee");
  CHECK(made.same_as_rows() == 2);
}

TEST_CASE("a field that no clause reads makes no row odd", "[columns][batch]") {
  batched made({asks("staff > 5")});
  made.add({{"staff", 6}, {"score", number("1e40")}, {"nobody_knows", 1}});
  CHECK(made.rows.odd().empty());
  CHECK(made.rows.companies().columns.size() == 1);
}

TEST_CASE("an emptied batch takes other companies", "[columns][batch]") {
  batched made({asks("staff > 5 and region = \"a\" and revenue(staff) > 1")});
  made.add({{"staff", number("0.001")}, {"region", "a"}, {"revenue", by_year({{2021, 1}})}});
  made.add({{"staff", 7}});
  made.clear();
  CHECK(made.rows.rows() == 0);
  CHECK(made.rows.odd().empty());
  made.add({{"staff", 2021}, {"region", "b"}, {"revenue", by_year({{2021, 5}})}});
  made.add({{"staff", 2021}, {"region", "a"}, {"revenue", by_year({{2021, 5}})}});
  CHECK(made.rows.rows() == 2);
  CHECK(made.rows.years(2, 1).size() == 1);
  CHECK(made.verdicts() == "ie");
  CHECK(made.same_as_rows() == 0);
}
