// Ratios compared without dividing.

#include "values/quotient.hpp"

#include "catch.hpp"
#include "unit/values/rational.hpp"
#include "unit/values/workbench.hpp"

namespace sudui::tests {
namespace {

using values::compare_quotients;
using values::null_reason;
using values::op;

int order(const decimal& a, const decimal& b, const decimal& c, const decimal& d) {
  const auto result = compare_quotients(a, b, c, d);
  return result < 0 ? -1 : result > 0 ? 1 : 0;
}

int sign(int number) { return number < 0 ? -1 : number > 0 ? 1 : 0; }

}  // namespace

TEST_CASE("a ratio that is exactly the limit ties", "[values][quotient]") {
  CHECK(order(21000, 500000, "0.042"_d, 1) == 0);
  CHECK(order("20999.99"_d, 500000, "0.042"_d, 1) == -1);
  CHECK(order(21000, "499999.99"_d, "0.042"_d, 1) == 1);
  CHECK(order(1, 3, 2, 6) == 0);
  CHECK(order(1, 3, "0.3333333333333333333333333333333333"_d, 1) == 1);
}

TEST_CASE("signs of dividends and divisors count", "[values][quotient]") {
  CHECK(order(1, -2, 1, 3) == -1);
  CHECK(order(-1, -2, 1, 3) == 1);
  CHECK(order(-1, 2, -1, 3) == -1);
  CHECK(order(1, -2, 0, 5) == -1);
  CHECK(order(0, -2, 0, 5) == 0);
  CHECK(order(1, -2, -3, 6) == 0);
}

TEST_CASE("ratios of 34 digits differ by their last one", "[values][quotient]") {
  const auto big = "9999999999999999999999999999999999"_d;
  const auto less = "9999999999999999999999999999999998"_d;
  CHECK(order(big, less, less, "9999999999999999999999999999999997"_d) == -1);
  CHECK(order(less, big, big, less) == -1);
  CHECK(order(big, big, 1, 1) == 0);
  CHECK(order(INT64_MAX, INT64_MIN, -1, 1) == 1);
}

TEST_CASE("exponents far apart do not matter", "[values][quotient]") {
  CHECK(order("1e6000"_d, "1e-6000"_d, "1e-6000"_d, "1e6000"_d) == 1);
  CHECK(order("3e6000"_d, "1e6000"_d, "3e-6000"_d, "1e-6000"_d) == 0);
  CHECK(order("1e-6143"_d, "9e6144"_d, 0, 1) == 1);
  CHECK(order("12e4"_d, "1200"_d, "1e3"_d, "10.00"_d) == 0);
}

TEST_CASE("random ratios compare as fractions do", "[values][quotient]") {
  for (const int digits : {4, 15, 34}) {
    decimal_source source(static_cast<std::uint64_t>(digits) + 500);
    for (int round = 0; round < 1500; ++round) {
      const auto a = source.next(digits, 3);
      const auto b = source.next(digits, 3);
      const auto c = source.next(digits, 3);
      const auto d = source.next(digits, 3);
      if (b.is_zero() || d.is_zero()) continue;
      CAPTURE(a, b, c, d);
      const rational left = exact(a) / exact(b);
      const rational right = exact(c) / exact(d);
      REQUIRE(order(a, b, c, d) == sign(left.compare(right)));
    }
  }
}

TEST_CASE("the operators of ratios agree with the order", "[values][quotient]") {
  workbench bench;
  const auto run = [&](op code, const char* a, const char* d) {
    return bench.text(code, {bench.n(a), bench.n("500000"), bench.n(d), bench.n("100")});
  };
  CHECK(run(op::quotient_equal, "21000", "4.2") == "true");
  CHECK(run(op::quotient_not_equal, "21000", "4.2") == "false");
  CHECK(run(op::quotient_less, "21000", "4.2") == "false");
  CHECK(run(op::quotient_less_equal, "21000", "4.2") == "true");
  CHECK(run(op::quotient_greater, "21000.01", "4.2") == "true");
  CHECK(run(op::quotient_greater_equal, "20999.99", "4.2") == "false");
}

TEST_CASE("a zero divisor makes its side null", "[values][quotient]") {
  workbench bench;
  const auto run = [&](op code, const char* b, const char* d) {
    return bench.text(code, {bench.n("1"), bench.n(b), bench.n("1"), bench.n(d)});
  };
  CHECK(bench.reason(op::quotient_less, {bench.n("1"), bench.n("0"), bench.n("1"), bench.n("2")}) ==
        null_reason::division_by_zero);
  CHECK(run(op::quotient_greater_equal, "2", "0") == "null");
  CHECK(run(op::quotient_equal, "0", "2") == "false");
  CHECK(run(op::quotient_equal, "0", "0") == "true");
  CHECK(run(op::quotient_not_equal, "2", "0") == "true");
}

TEST_CASE("equality of ratios treats null as equality does", "[values][quotient]") {
  workbench bench;
  const auto one = bench.n("1");
  CHECK(bench.text(op::quotient_equal, {bench.none(), one, one, one}) == "false");
  CHECK(bench.text(op::quotient_equal, {bench.none(), one, one, bench.none()}) == "true");
  CHECK(bench.text(op::quotient_equal, {bench.unknown(1), one, one, bench.none()}) == "unknown 1");
  CHECK(bench.text(op::quotient_not_equal, {bench.unknown(1), one, one, one}) == "unknown 1");
}

}  // namespace sudui::tests
