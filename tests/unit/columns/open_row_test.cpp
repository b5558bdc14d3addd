// A company between its text and the columns.

#include "columns/open_row.hpp"

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

TEST_CASE("what is not written is as the dictionary reads it", "[columns][open_row]") {
  batched made({asks("debts = 0 and is_zombie = false and staff > 1")});
  made.rows.start_row().put_number(2, 500);
  made.rows.keep_row();
  made.rows.start_row().put_number(0, 1'000'000);
  made.rows.keep_row();
  made.companies = {{{"staff", 5}}, {{"debts", 1}}};
  CHECK(made.verdicts() == "ei");
  CHECK(made.rows.companies().columns[2].has_unknown);
  CHECK_FALSE(made.rows.companies().columns[0].has_unknown);
  CHECK(made.same_as_rows() == 0);
}

TEST_CASE("what is said to be unknown or null is so, whatever the dictionary says",
          "[columns][open_row]") {
  batched made({asks("debts = 0 and is_zombie = false and staff > 1")});
  auto& row = made.rows.start_row();
  columns::piece said;
  said.is = columns::piece::state::unknown;
  row.put(0, said);
  said.is = columns::piece::state::null;
  row.put(2, said);
  made.rows.keep_row();
  const auto& all = made.rows.companies().columns;
  CHECK((!all[0].known.at(0) && !all[0].null.at(0) && all[0].has_unknown));
  CHECK((!all[2].known.at(0) && all[2].null.at(0) && all[2].has_null));
}

TEST_CASE("a row that is not kept leaves nothing behind", "[columns][open_row]") {
  batched made({asks("debts = 0 and is_zombie = false and staff > 1")});
  const auto refuse = [&] {
    auto& row = made.rows.start_row();
    row.put_number(0, 7);
    row.put_flag(1, true);
    row.put_number(2, 9);
  };
  for (std::size_t i = 0; i < 130; ++i) {
    refuse();
    refuse();
    if (i % 3 == 0) {
      made.add({{"staff", 5}});  // as a profile
      continue;
    }
    (void)made.rows.start_row();
    made.rows.keep_row();
    made.companies.emplace_back();
  }
  refuse();
  CHECK(made.rows.rows() == 130);
  CHECK(made.same_as_rows() == 0);
  made.clear();
  made.add({{"staff", 5}});  // whichever way the first row comes, a gap in the second is told of
  (void)made.rows.start_row();
  made.rows.keep_row();
  made.companies.emplace_back();
  CHECK(made.verdicts() == "eu");
  CHECK(made.rows.companies().columns[2].has_unknown);
}

TEST_CASE("items go to the columns of their members", "[columns][open_row]") {
  batched made({asks("some h in hires satisfies h.degree = \"doctor\" and h.wage > 5")});
  const auto members = made.rows.companies().columns[0].items->columns.size();
  const auto add = [&](std::string_view degree, std::int64_t wage) {
    auto& row = made.rows.start_row();
    auto list = known(static_cast<std::int64_t>(row.items()));
    (void)row.add_item(members);  // nothing known of the first
    const auto second = row.add_item(members);
    row.item(second) = known(0);
    row.item(second).text = degree;
    row.item(second + 1) = known(wage);
    list.items = 2;
    row.put(0, list);
  };
  add("doctor", 600);
  made.rows.keep_row();
  add("master", 900);  // not kept
  add("master", 600);
  made.rows.keep_row();
  const auto item = [](const char* degree) {
    return value(value::list{value(value::context{}), hire(degree, 6)});
  };
  made.companies = {{{"hires", item("doctor")}}, {{"hires", item("master")}}};
  CHECK(made.verdicts() == "eu");
  made.same_as_rows();
}

TEST_CASE("years of inputs that are asked for any year are kept", "[columns][open_row]") {
  batched made({asks("revenue(staff) > 5")});
  const std::uint32_t revenue = made.rows.places().asks_any_year[0] ? 0 : 1;
  auto& row = made.rows.start_row();
  row.put_number(0, 201900);
  row.add_year(revenue, 2019, values::cell::of(decimal(7)));
  made.rows.keep_row();
  made.rows.start_row().put_number(0, 201900);
  made.rows.keep_row();
  REQUIRE(made.rows.years(revenue, 0).size() == 1);
  CHECK(made.rows.years(revenue, 1).empty());
  made.companies = {{{"staff", 2019}, {"revenue", by_year({{2019, 7}})}}, {{"staff", 2019}}};
  CHECK(made.verdicts() == "eu");
  made.same_as_rows();
}
