// Built-in functions: the forms that are taken, and what is said of the others.
#include "catch.hpp"
#include "type_of.hpp"

using namespace sudui::tests;

TEST_CASE("arguments may be named, in any order and each once", "[types][check_builtins]") {
  check_types({{"substring(start position: 2, string: region)", "string"},
               {"substring(length: 1, start position: 2, string: region)", "string"},
               {"substring(string: region, string: region)", "error: no-such-form"},
               {"substring(string: region, from: 2)", "error: no-such-form"},
               {"date(from: \"2021-01-31\")", "date"},
               {"date(day: 31, month: 1, year: 2021)", "date"},
               {"date(day: 31, month: 1, yeer: 2021)", "error: no-such-form"},
               {"list contains(element: 5, list: figures)", "boolean"}});
}

TEST_CASE("functions that round may leave out their places", "[types][check_builtins]") {
  check_types({{"ceiling(revenue)", "number (元)"},
               {"round up(score)", "number"},
               {"round down(staff, 0)", "number (人)"},
               {"round half down(revenue)", "number (元)"},
               {"decimal(score, 2)", "number"},
               {"decimal(score)", "error: no-such-form"},
               {"floor(region)", "error: argument-types"},
               {"floor(revenue, staff)", "error: argument-types"},
               {"floor()", "error: no-such-form"}});
}

TEST_CASE("a function of one value refuses any other number", "[types][check_builtins]") {
  check_types({{"not()", "error: argument-count"},
               {"not(is_listed, true)", "error: argument-count"},
               {"not(staff)", "error: wrong-type"},
               {"is_null()", "error: argument-count"},
               {"or_else(staff)", "error: argument-count"},
               {"sum()", "error: argument-count"},
               {"append()", "error: argument-count"},
               {"marginal(revenue)", "error: argument-count"},
               {"duration()", "error: argument-count"},
               {"date()", "error: argument-count"},
               {"flatten([[1], [2]])", "list of number"}});
}

TEST_CASE("a date is made of a text, of a date or of three numbers", "[types][check_builtins]") {
  check_types({{"date(founded)", "date"},
               {"date(2021, 1)", "error: argument-types"},
               {"date(2021)", "error: wrong-type"},
               {"date(staff, 1, 1)", "error: argument-types"},
               {"date(\"2021-02-29\")", "error: bad-date-literal"},
               {"date(null)", "date"}});
}

TEST_CASE("the least and the greatest need an order, sums need numbers",
          "[types][check_builtins]") {
  check_types({{"min(true, false)", "error: argument-types"},
               {"max(hires)", "error: argument-types"},
               {"max(founded, as_of)", "date"},
               {"min(duration(\"P1D\"), duration(\"P2D\"))", "days duration"},
               {"mean(region)", "error: argument-types"},
               {"any(is_listed, is_zombie)", "boolean"},
               {"all(is_listed, staff)", "error: mixed-list"},
               {"sum(revenue)", "number (元)"},
               {"sum([])", "null"},
               {"sum(revenue, null)", "number (元)"}});
}

TEST_CASE("lists keep their items, whatever is done with them", "[types][check_builtins]") {
  check_types({{"reverse(hires)", "list of context"},
               {"reverse(staff)", "error: argument-types"},
               {"append(staff, 1)", "error: not-a-list"},
               {"append(figures, 1, revenue)", "list of number (元)"},
               {"concatenate(figures, 5)", "error: mixed-list"},
               {"concatenate(figures)", "list of number (元)"},
               {"list contains(hires.degree, \"master\")", "boolean"},
               {"list contains(staff, 1)", "error: argument-types"}});
}

TEST_CASE("bands are pairs of an end and a rate", "[types][check_builtins]") {
  check_types({{"marginal(revenue, [{to: 5, rate: 10%}, {to: null, rate: 20%}])", "number (元)"},
               {"marginal(region, [{to: 5, rate: 10%}])", "error: wrong-type"},
               {"marginal(revenue, [{to: 5}])", "error: not-bands"},
               {"marginal(revenue, [{to: 5, rate: true}])", "error: not-bands"},
               {"marginal(revenue, [5])", "error: not-bands"},
               {"marginal(revenue, 5)", "error: not-bands"}});
}

TEST_CASE("lengths of time stay of their kind", "[types][check_builtins]") {
  check_types({{"abs(duration(\"-P1D\"))", "days duration"},
               {"abs(duration(\"-P1Y\"))", "months duration"},
               {"abs(region)", "error: argument-types"},
               {"duration(5)", "error: wrong-type"},
               {"years and months duration(founded, 5)", "error: argument-types"}});
}

TEST_CASE("texts become numbers and values texts", "[types][check_builtins]") {
  check_types({{"number(region)", "number"},
               {"number(staff)", "error: argument-types"},
               {"string(staff)", "string"},
               {"string(hires)", "string"},
               {"upper case(region)", "string"},
               {"ends with(region, 5)", "error: argument-types"}});
}

TEST_CASE("a mistake in an argument is the only one", "[types][check_builtins]") {
  check_types({{"sum(stafff, region)", "error: unknown-name"},
               {"abs(stafff)", "error: unknown-name"},
               {"or_else(stafff, region)", "error: unknown-name"},
               {"append(stafff, 5)", "error: unknown-name"},
               {"date(stafff)", "error: unknown-name"},
               {"duration(stafff)", "error: unknown-name"},
               {"not(stafff)", "error: unknown-name"},
               {"marginal(stafff, 5)", "error: unknown-name"},
               {"marginal(revenue, stafff)", "error: unknown-name"}});
}
