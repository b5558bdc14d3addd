// What a table works out, and when it works again.

#include "columns/tables.hpp"

#include "unit/columns/batched.hpp"

using namespace sudui;
using namespace sudui::tests;
using columns::state;

namespace {
struct tabled {
  batched made;
  columns::value_table table;
  decide::state run;

  explicit tabled(const std::string& formula)
      : made({asks(formula)}), table(*made.by.made, made.program().tables.front()) {}
  const columns::column& column() const { return made.rows.companies().columns.front(); }
  bool cover() { return table.cover(column(), run); }
  state of_code(std::size_t row) const { return table.at(column().codes[row]); }
  state of_day(std::size_t row) const {
    return table.at(static_cast<std::size_t>(column().days[row] - table.origin()));
  }
};
}  // namespace

TEST_CASE("a table has a truth for every different text", "[columns][tables]") {
  tabled of("region in [\"a\", \"b\"]");
  for (const auto* text : {"a", "c", "b", "a", ""}) of.made.add({{"region", text}});
  CHECK(of.cover());
  CHECK(of.table.size() == 5);  // with the place of no text
  CHECK(of.of_code(0) == state::yes);
  CHECK(of.of_code(1) == state::no);
  CHECK(of.of_code(2) == state::yes);
  CHECK(of.of_code(4) == state::no);
  CHECK(of.table.is_decided());
}

TEST_CASE("what is unknown or null has a truth of its own", "[columns][tables]") {
  tabled total("region = \"a\""), strict("starts with(region, \"a\")");
  for (auto* each : {&total, &strict}) {
    each->made.add({});
    CHECK(each->cover());
    CHECK(each->table.of_unknown() == state::unknown);
  }
  CHECK(total.table.of_null() == state::no);
  CHECK(strict.table.of_null() == state::null);
}

TEST_CASE("a table that gives neither yes nor no for some text says so", "[columns][tables]") {
  tabled of("number(region) > 5");
  of.made.add({{"region", "7"}});
  CHECK(of.cover());
  CHECK(of.table.is_decided());
  of.made.add({{"region", "seven"}});
  CHECK(of.cover());
  CHECK(of.of_code(0) == state::yes);
  CHECK(of.of_code(1) == state::null);
  CHECK_FALSE(of.table.is_decided());
}

TEST_CASE("only new texts are worked out, also behind an emptied batch", "[columns][tables]") {
  tabled of("region = \"a\"");
  of.made.add({{"region", "a"}});
  CHECK(of.cover());
  CHECK_FALSE(of.cover());
  of.made.clear();
  of.made.add({{"region", "a"}});
  CHECK_FALSE(of.cover());
  of.made.add({{"region", "b"}});
  CHECK(of.cover());
  CHECK(of.of_code(0) == state::yes);
  CHECK(of.of_code(1) == state::no);
}

TEST_CASE("another batch has other codes, and the table follows", "[columns][tables]") {
  tabled first("region = \"a\"");
  first.made.add({{"region", "a"}});
  CHECK(first.cover());
  columns::batch other(first.made.by.made);
  other.append({{"region", "x"}});
  other.append({{"region", "a"}});
  const auto& column = other.companies().columns.front();
  CHECK(first.table.cover(column, first.run));
  CHECK(first.table.at(column.codes[0]) == state::no);
  CHECK(first.table.at(column.codes[1]) == state::yes);
}

TEST_CASE("days stand at their distance from the first, which may move", "[columns][tables]") {
  tabled of("founded + duration(\"P1M\") > date(\"2020-02-01\")");
  of.made.add({{"founded", day(2020, 1, 1)}});
  of.made.add({{"founded", day(2020, 1, 2)}});
  CHECK(of.cover());
  CHECK(of.of_day(0) == state::no);
  CHECK(of.of_day(1) == state::yes);
  of.made.add({{"founded", day(1949, 10, 1)}});  // before 1970
  of.made.add({{"founded", day(2021, 1, 1)}});
  CHECK(of.cover());
  CHECK(of.table.origin() < 0);
  CHECK(of.of_day(0) == state::no);
  CHECK(of.of_day(1) == state::yes);
  CHECK(of.of_day(2) == state::no);
  CHECK(of.of_day(3) == state::yes);
  CHECK_FALSE(of.cover());
}
