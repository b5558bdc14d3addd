// A yearly field of the year that an item, or another field, names.

#include "unit/columns/batched.hpp"

using namespace sudui;
using namespace sudui::tests;
using columns::node_kind;

namespace {

const char* const more_fields =
    "fields: more\nentries:\n"
    "  - {field: exempt, zh: 免税, en: exempt, type: boolean, per: year, holder: TAX}\n"
    "  - {field: barred, zh: 禁止, en: barred, type: boolean, per: year, holder: TAX, "
    "missing: false}\n";

profile company(unsigned i) {
  profile made = mixed(i);
  value::list hires;
  for (unsigned k = 0; k < i % 4; ++k) {
    value::context one{{"wage", 100 * k}};
    if (i % 5 != 0) one.emplace_back("hired", day(2019 + static_cast<int>((i + k) % 4), 3, 1));
    if (i % 7 == 0) one.back().second = value::null();
    hires.emplace_back(std::move(one));
  }
  made.set("hires", std::move(hires));
  made.set("exempt", by_year({{2020, i % 2 == 0}, {2021, value::null()}, {2022, value()}}));
  made.set("barred", by_year({{2020, i % 3 == 0}, {2019, true}}));
  return made;
}

batched filled(const std::string& formula) {
  batched made({more_fields, asks(formula)});
  for (unsigned i = 0; i < 200; ++i) made.add(company(i));
  return made;
}

}  // namespace

TEST_CASE("a flag of the year that an item names is asked in columns", "[columns][years]") {
  for (const auto* formula : {"some h in hires satisfies exempt(h.hired.year + 1)",
                              "every h in hires satisfies barred(h.hired.year)",
                              "some h in hires satisfies exempt(h.wage) or barred(h.hired.year)",
                              "exempt(founded.year) or barred(founded.year - 1)"}) {
    INFO(formula);
    auto made = filled(formula);
    CHECK(made.program().open_clauses == 0);
    CHECK(made.count(node_kind::flag_in_year) > 0);
    made.same_as_rows();
    CHECK(made.same_as_rows(64) == 0);
  }
}

TEST_CASE("a figure of the year that an item names is asked in columns", "[columns][years]") {
  auto made = filled("some h in hires satisfies revenue(h.hired.year) > 1010");
  CHECK(made.program().open_clauses == 0);
  CHECK(made.only(node_kind::number_in_year).scale == 2);
  CHECK(made.same_as_rows() == 0);
}

TEST_CASE("a figure of any year that no column holds makes its company an odd one",
          "[columns][years]") {
  auto made = filled("some h in hires satisfies revenue(h.hired.year) > 1010");
  auto odd = company(3);
  odd.set("revenue", by_year({{2015, number("0.001")}, {2021, 5}}));
  made.add(std::move(odd));
  CHECK(made.rows.odd().size() == 1);
  CHECK(made.same_as_rows() == 1);
}
