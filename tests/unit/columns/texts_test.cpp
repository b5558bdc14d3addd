// Texts of columns beside each other and beside what a formula chooses.

#include "unit/columns/batched.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

const char* const more_fields =
    "fields: more\nentries:\n"
    "  - {field: seat, zh: 驻地, en: seat, type: string, holder: TAX}\n"
    "  - field: payments\n    zh: 拨付\n    en: payments\n    type: list\n    holder: TAX\n"
    "    members:\n      - {field: person, zh: 人员, en: person, type: string}\n"
    "      - {field: sum, zh: 金额, en: sum, type: number, unit: 元}\n";

profile company(unsigned i) {
  profile made = mixed(i);
  const std::vector<value> seats{"320400", "320500", "doctor", value(), value::null()};
  made.set("seat", seats[i % seats.size()]);
  value::list payments;
  for (unsigned k = 0; k < i % 3; ++k) {
    payments.emplace_back(value::context{{"person", k == 0 ? "doctor" : "master"}, {"sum", i + k}});
  }
  made.set("payments", std::move(payments));
  return made;
}

}  // namespace

TEST_CASE("texts of two columns are compared in columns", "[columns][texts]") {
  for (const auto* formula :
       {"region = seat", "region != seat", "(if staff > 10 then region else \"320500\") = seat",
        "some h in hires satisfies h.degree = seat",
        "some h in hires satisfies sum(payments[person = h.degree].sum) > 20"}) {
    INFO(formula);
    batched made({more_fields, asks(formula)});
    CHECK(made.program().open_clauses == 0);
    for (unsigned i = 0; i < 300; ++i) made.add(company(i));
    CHECK(made.same_as_rows() == 0);
    CHECK(made.same_as_rows(64) == 0);
  }
}

TEST_CASE("another batch has texts of its own", "[columns][texts]") {
  batched made({more_fields, asks("region = seat")});
  columns::executor run(made.compiled);
  for (unsigned i = 0; i < 40; ++i) made.add(company(i));
  CHECK(made.same_as_rows(run) == 0);
  columns::batch other(made.by.made);
  other.append({{"region", "x"}, {"seat", "y"}});
  other.append({{"region", "z"}, {"seat", "z"}});
  columns::verdicts verdicts;
  run.decide(other, verdicts);
  CHECK(verdicts.of(0, 0) == verdict::ineligible);
  CHECK(verdicts.of(0, 1) == verdict::eligible);
}
