// `in` and unary tests: what a test means for the value in front of it.
#include "catch.hpp"
#include "type_of.hpp"

using namespace sudui::tests;

TEST_CASE("a test compares, lies in a range or is one of several", "[types][check_tests]") {
  check_types({{"staff in 5", "boolean"},
               {"staff in (1, 5, > 10)", "boolean"},
               {"staff in [1..5]", "boolean"},
               {"staff in (> 5)", "boolean"},
               {"staff in not(1, 2)", "boolean"},
               {"founded in [date(\"2020-01-01\")..as_of]", "boolean"},
               {"region in (\"a\", \"b\")", "boolean"},
               {"is_listed in true", "boolean"}});
}

TEST_CASE("tests need types and units that fit", "[types][check_tests]") {
  check_types({{"staff in revenue", "error: unit-clash"},
               {"staff in (1, revenue)", "error: unit-clash"},
               {"staff in [1..revenue]", "error: unit-clash"},
               {"staff in [revenue..5]", "error: unit-clash"},
               {"staff in \"a\"", "error: operand-types"},
               {"staff in not(\"a\")", "error: operand-types"},
               {"is_listed in [true..false]", "error: not-ordered"},
               {"staff in (< null)", "error: null-comparison"},
               {"stafff in [1..5]", "error: unknown-name"},
               {"staff in (1, stafff)", "error: unknown-name"}});
}

TEST_CASE("one wrong end of a range is told, not both", "[types][check_tests]") {
  check_types({{"staff in [\"a\"..\"b\"]", "error: operand-types"},
               {"staff between \"a\" and \"b\"", "error: operand-types"},
               {"staff between 1 and \"b\"", "error: operand-types"}});
}

TEST_CASE("a value is sought in a list, a list is compared with one", "[types][check_tests]") {
  check_types({{"revenue in figures", "boolean"},
               {"staff in figures", "error: operand-types"},
               {"staff in [1, 2]", "boolean"},
               {"figures in [[1, 2], [3]]", "boolean"},
               {"figures in [1, 2]", "boolean"},
               {"\"master\" in hires.degree", "boolean"},
               {"5 in hires.degree", "error: operand-types"}});
}
