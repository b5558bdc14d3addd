// The types of operators, tests and conditions: one table a matter.
#include "catch.hpp"
#include "type_of.hpp"

using namespace sudui::tests;

TEST_CASE("sums keep the unit, products and quotients make one", "[types][check_operators]") {
  check_types({{"revenue + rnd", "number (元)"},
               {"revenue + 5", "number (元)"},
               {"5 - revenue", "number (元)"},
               {"revenue * 2", "number (元)"},
               {"revenue / staff", "number (元/人)"},
               {"revenue / rnd", "number"},
               {"revenue / staff * staff", "number (元)"},
               {"staff * (revenue / staff) + rnd", "number (元)"},
               {"1 / revenue", "number"},
               {"revenue + staff", "error: unit-clash"},
               {"revenue + revenue / rnd", "error: unit-clash"},
               {"-revenue", "number (元)"},
               {"-is_listed", "error: wrong-type"},
               {"score ** 2", "number"},
               {"revenue / 0", "error: division-by-zero"},
               {"revenue ** 2", "error: power-with-unit"}});
}

TEST_CASE("dates and durations", "[types][check_operators]") {
  check_types({{"as_of - founded", "days duration"},
               {"founded + duration(\"P1Y\")", "date"},
               {"duration(\"P1D\") + founded", "date"},
               {"founded - duration(\"P30D\")", "date"},
               {"duration(\"P1Y\") * 2", "months duration"},
               {"2 * duration(\"P1D\")", "days duration"},
               {"duration(\"P1D\") / duration(\"PT1H\")", "number"},
               {"duration(\"P1Y\") + duration(\"P1D\")", "error: operand-types"},
               {"founded + founded", "error: operand-types"},
               {"founded + 30", "error: operand-types"}});
}

TEST_CASE("comparisons are boolean, and need types that fit", "[types][check_operators]") {
  check_types({{"revenue > rnd", "boolean"},
               {"revenue > 5", "boolean"},
               {"revenue > staff", "error: unit-clash"},
               {"revenue / rnd > 4%", "boolean"},
               {"region < \"a\"", "boolean"},
               {"founded <= as_of", "boolean"},
               {"is_listed = true", "boolean"},
               {"is_listed < true", "error: not-ordered"},
               {"hires = hires", "boolean"},
               {"hires < hires", "error: not-ordered"},
               {"founded = \"2021-01-01\"", "error: operand-types"},
               {"staff = null", "boolean"},
               {"staff < null", "error: null-comparison"}});
}

TEST_CASE("logic takes booleans, and each wrong side is told", "[types][check_operators]") {
  check_types({{"is_listed and staff > 5", "boolean"},
               {"not(is_listed)", "boolean"},
               {"is_listed or staff", "error: wrong-type"},
               {"score or staff", "error: wrong-type wrong-type"},
               {"if is_listed then revenue else 0", "number (元)"},
               {"if is_listed then 0 else revenue", "number (元)"},
               {"if is_listed then revenue else staff", "error: branches-differ"},
               {"if is_listed then null else staff", "number (人)"},
               {"if staff then 1 else 2", "error: wrong-type"}});
}

TEST_CASE("tests behind in are typed against what they test", "[types][check_tests]") {
  check_types({{"staff in [1..5]", "boolean"},
               {"staff in (1, 2, > 5)", "boolean"},
               {"staff in not(1, 2)", "boolean"},
               {"staff in revenue", "error: unit-clash"},
               {"staff in [1..\"five\"]", "error: operand-types"},
               {"staff in [\"one\"..\"five\"]", "error: operand-types"},
               {"region in (\"a\", 5)", "error: operand-types"},
               {"score in [1, 2]", "boolean"},
               {"staff in figures", "error: operand-types"},
               {"staff between 1 and 5", "boolean"},
               {"staff between revenue and rnd", "error: unit-clash"}});
}

TEST_CASE("one mistake is told once, however deep it stands", "[types][checker]") {
  check_types({{"(stafff + 1) * 2 > 5 and is_listed", "error: unknown-name"},
               {"if stafff > 5 then 1 else \"two\"", "error: unknown-name"},
               {"stafff + revenu", "error: unknown-name unknown-name"},
               {"sum([stafff, 1]) > 5", "error: unknown-name"}});
}
