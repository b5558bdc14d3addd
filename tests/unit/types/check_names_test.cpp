// Names, paths, lists and calls: their types.
#include "catch.hpp"
#include "type_of.hpp"

using namespace sudui::tests;

TEST_CASE("literals and names", "[types][check_names]") {
  check_types({{"5000万", "number"},
               {"\"text\"", "string"},
               {"true", "boolean"},
               {"null", "null"},
               {"@\"2021-01-31\"", "date"},
               {"@\"P1Y\"", "months duration"},
               {"@\"P1D\"", "days duration"},
               {"@\"soon\"", "error: bad-date-literal"},
               {"year", "number"},
               {"as_of", "date"},
               {"staff", "number (人)"},
               {"职工人数", "number (人)"},
               {"revenue", "number (元)"},
               {"count", "error: function-as-value"},
               {"nothing", "error: unknown-name"}});
}

TEST_CASE("paths into contexts, lists, dates and durations", "[types][check_names]") {
  check_types({{"hires[1].degree", "string"},
               {"hires.wage", "list of number (元)"},
               {"hires.工资", "list of number (元)"},
               {"hires.wages", "error: unknown-member"},
               {"founded.year", "number"},
               {"founded.yeer", "error: unknown-member"},
               {"(as_of - founded).days", "number"},
               {"duration(\"P1Y\").years", "number"},
               {"staff.size", "error: no-members"},
               {"{a: 1, b: \"x\"}.b", "string"},
               {"{a: 1, a: 2}", "error: key-twice"}});
}

TEST_CASE("lists, filters and loops", "[types][check_lists]") {
  check_types({{"[1, 2]", "list of number"},
               {"[revenue, 2]", "list of number (元)"},
               {"[revenue, staff]", "error: mixed-list"},
               {"[]", "list of null"},
               {"hires[degree = \"master\"]", "list of context"},
               {"hires[item.wage > 5]", "list of context"},
               {"hires[2]", "context"},
               {"hires[\"two\"]", "error: wrong-type"},
               {"staff[1]", "error: not-a-list"},
               {"for h in hires return h.wage", "list of number (元)"},
               {"for h in hires return wage", "error: unknown-name"},
               {"some h in hires satisfies h.wage > 5", "boolean"},
               {"some h in hires satisfies h.wage", "error: wrong-type"},
               {"some h in staff satisfies h > 5", "error: not-a-list"},
               {"every f in figures, h in hires satisfies f > h.wage", "boolean"}});
}

TEST_CASE("codes of a field are checked where they are written", "[types][check_operators]") {
  check_types({{"hires[1].degree = \"master\"", "boolean"},
               {"\"master\" = hires[1].degree", "boolean"},
               {"hires[1].degree = \"magister\"", "error: unknown-code"},
               {"hires[1].degree in (\"master\", \"phd\")", "error: unknown-code"},
               {"hires[1].degree in [\"master\", \"phd\"]", "error: unknown-code"},
               {"count(hires[degree = \"phd\"])", "error: unknown-code"},
               {"region = \"anything\"", "boolean"}});
}

TEST_CASE("yearly fields are functions of the year", "[types][check_calls]") {
  check_types({{"revenue(2021)", "number (元)"},
               {"revenue(year - 1)", "number (元)"},
               {"revenue([year - 2..year])", "list of number (元)"},
               {"revenue((2019..2021])", "error: open-year-range"},
               {"revenue(2021, 2022)", "error: argument-count"},
               {"revenue(\"2021\")", "error: wrong-type"},
               {"revenue(as_of)", "error: wrong-type"},
               {"staff(2021)", "error: not-yearly"},
               {"revenue(y: 2021)", "error: named-arguments"}});
}

TEST_CASE("built-in functions take what their table says", "[types][check_builtins]") {
  check_types({{"abs(revenue)", "number (元)"},
               {"round half up(revenue, 2)", "number (元)"},
               {"floor(revenue)", "number (元)"},
               {"sqrt(revenue)", "error: argument-types"},
               {"sqrt(score)", "number"},
               {"modulo(revenue, 3)", "number (元)"},
               {"string length(region)", "number"},
               {"string length(staff)", "error: argument-types"},
               {"substring(region, 1, 2)", "string"},
               {"substring(region)", "error: no-such-form"},
               {"contains(string: region, match: \"a\")", "boolean"},
               {"contains(match: \"a\", string: region)", "boolean"},
               {"contains(text: region, match: \"a\")", "error: no-such-form"},
               {"last day of month(founded)", "number"},
               {"date(2021, 1, 31)", "date"},
               {"date(\"2021-01-32\")", "error: bad-date-literal"},
               {"date(region)", "date"},
               {"duration(\"P1Y\")", "months duration"},
               {"duration(\"P1\")", "error: bad-duration-literal"},
               {"duration(region)", "error: duration-not-literal"},
               {"years and months duration(founded, as_of)", "months duration"},
               {"in_region(region, \"32\")", "boolean"}});
}

TEST_CASE("aggregates keep the type of their items", "[types][check_builtins]") {
  check_types({{"sum(hires.wage)", "number (元)"},
               {"sum(revenue, rnd)", "number (元)"},
               {"sum(revenue, staff)", "error: mixed-list"},
               {"max(hires.hired)", "date"},
               {"min(region, \"a\")", "string"},
               {"sum(hires.hired)", "error: argument-types"},
               {"mean(figures)", "number (元)"},
               {"all([is_listed, true])", "boolean"},
               {"all(figures)", "error: argument-types"},
               {"count(hires)", "number"},
               {"count(staff)", "error: argument-types"},
               {"list contains(figures, revenue)", "boolean"},
               {"list contains(figures, staff)", "error: argument-types"},
               {"distinct values(hires.degree)", "list of string"},
               {"append(figures, 5)", "list of number (元)"},
               {"append(figures, \"five\")", "error: mixed-list"},
               {"concatenate(figures, hires.wage)", "list of number (元)"},
               {"or_else(revenue, 0)", "number (元)"},
               {"or_else(revenue, staff)", "error: branches-differ"},
               {"is_null(staff)", "boolean"},
               {"marginal(revenue, [{to: 5, rate: 10%}])", "number (元)"},
               {"marginal(revenue, figures)", "error: not-bands"}});
}
