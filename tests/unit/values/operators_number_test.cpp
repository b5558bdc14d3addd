#include "catch.hpp"
#include "unit/values/workbench.hpp"

namespace sudui::tests {

using values::null_reason;
using values::op;

namespace {

std::string run(op code, std::string_view a) {
  workbench bench;
  return bench.text(code, {bench.n(a)});
}

std::string run(op code, std::string_view a, std::string_view b) {
  workbench bench;
  return bench.text(code, {bench.n(a), bench.n(b)});
}

null_reason reason(op code, std::string_view a, std::string_view b) {
  workbench bench;
  return bench.reason(code, {bench.n(a), bench.n(b)});
}

}  // namespace

TEST_CASE("the four operations compute exactly", "[values][operators_number]") {
  CHECK(run(op::number_add, "0.1", "0.2") == "0.3");
  CHECK(run(op::number_subtract, "1", "0.9") == "0.1");
  CHECK(run(op::number_multiply, "500000", "2.5e-2") == "12500");
  CHECK(run(op::number_divide, "1", "8") == "0.125");
  CHECK(run(op::number_negate, "-2") == "2");
  CHECK(run(op::number_abs, "-2.5") == "2.5");
  CHECK(run(op::number_abs, "2.5") == "2.5");
}

TEST_CASE("what has no result says why", "[values][operators_number]") {
  CHECK(reason(op::number_divide, "1", "0.00") == null_reason::division_by_zero);
  CHECK(reason(op::number_modulo, "1", "0") == null_reason::division_by_zero);
  CHECK(reason(op::number_power, "0", "-1") == null_reason::division_by_zero);
  CHECK(reason(op::number_add, "9e6144", "9e6144") == null_reason::overflow);
  CHECK(reason(op::number_subtract, "9e6144", "-9e6144") == null_reason::overflow);
  CHECK(reason(op::number_multiply, "1e4000", "1e4000") == null_reason::overflow);
  CHECK(reason(op::number_divide, "1e-4000", "1e4000") == null_reason::overflow);
  CHECK(reason(op::number_power, "10", "7000") == null_reason::overflow);
  CHECK(reason(op::number_power, "-8", "0.5") == null_reason::bad_argument);
  workbench bench;
  CHECK(bench.reason(op::number_sqrt, {bench.n("-1")}) == null_reason::bad_argument);
  CHECK(bench.reason(op::number_log, {bench.n("0")}) == null_reason::bad_argument);
  CHECK(bench.reason(op::number_exp, {bench.n("20000")}) == null_reason::overflow);
}

TEST_CASE("powers, roots and logarithms are there", "[values][operators_number]") {
  CHECK(run(op::number_power, "5", "-2") == "0.04");
  CHECK(run(op::number_power, "2", "10") == "1024");
  CHECK(run(op::number_sqrt, "6.25") == "2.5");
  CHECK(run(op::number_exp, "0") == "1");
  CHECK(run(op::number_log, "1") == "0");
}

TEST_CASE("modulo has the sign of the divisor", "[values][operators_number]") {
  CHECK(run(op::number_modulo, "12", "5") == "2");
  CHECK(run(op::number_modulo, "-12", "5") == "3");
  CHECK(run(op::number_modulo, "12", "-5") == "-3");
  CHECK(run(op::number_modulo, "-10.1", "4.5") == "3.4");
}

TEST_CASE("rounding functions take their places from the second operand",
          "[values][operators_number]") {
  CHECK(run(op::number_floor, "-1.56", "1") == "-1.6");
  CHECK(run(op::number_ceiling, "-1.56", "1") == "-1.5");
  CHECK(run(op::number_round_up, "5.5", "0") == "6");
  CHECK(run(op::number_round_up, "-5.5", "0") == "-6");
  CHECK(run(op::number_round_down, "-5.5", "0") == "-5");
  CHECK(run(op::number_round_half_up, "2.345", "2") == "2.35");
  CHECK(run(op::number_round_half_down, "2.345", "2") == "2.34");
  CHECK(run(op::number_round_half_even, "2.5", "0") == "2");
  CHECK(run(op::number_round_half_even, "12345", "-3") == "12000");
}

TEST_CASE("a fraction of the places is cut off, places out of range are refused",
          "[values][operators_number]") {
  CHECK(run(op::number_round_half_even, "0.3333", "2.5") == "0.33");
  CHECK(run(op::number_floor, "7", "6176") == "7");
  CHECK(reason(op::number_floor, "7", "6177") == null_reason::bad_argument);
  CHECK(reason(op::number_floor, "7", "-6112") == null_reason::bad_argument);
  CHECK(reason(op::number_floor, "7", "1e30") == null_reason::bad_argument);
}

TEST_CASE("whole numbers are even or odd, others neither", "[values][operators_number]") {
  CHECK(run(op::number_even, "-2") == "true");
  CHECK(run(op::number_even, "1e40") == "true");
  CHECK(run(op::number_odd, "-1") == "true");
  CHECK(run(op::number_odd, "3.0") == "true");
  CHECK(run(op::number_even, "1.5") == "false");
  CHECK(run(op::number_odd, "1.5") == "false");
  CHECK(run(op::number_odd, "2") == "false");
}

TEST_CASE("a number is read from text or refused", "[values][operators_number]") {
  workbench bench;
  CHECK(bench.text(op::number_from_string, {bench.s("-1.50")}) == "-1.5");
  CHECK(bench.reason(op::number_from_string, {bench.s("12万")}) == null_reason::bad_argument);
}

}  // namespace sudui::tests
