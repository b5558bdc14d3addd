#include "catch.hpp"
#include "unit/values/workbench.hpp"

namespace sudui::tests {

using values::null_reason;
using values::op;

namespace {

/// 2.5 % to 1,000,000, 10 % to 3,000,000 and nothing above.
std::string pay(std::string_view base) {
  workbench bench;
  const auto first = bench.record({bench.n("1000000"), bench.n("0.025")});
  const auto second = bench.record({bench.n("3000000"), bench.n("0.1")});
  return bench.text(op::marginal, {bench.n(base), bench.list({first, second})});
}

std::string lies_in(std::string_view code, std::string_view region) {
  workbench bench;
  return bench.text(op::code_prefix, {bench.s(code), bench.s(region)});
}

}  // namespace

TEST_CASE("each band pays on its own slice", "[values][operators_policy]") {
  CHECK(pay("500000") == "12500");
  CHECK(pay("1000000") == "25000");
  CHECK(pay("1000000.01") == "25000.001");
  CHECK(pay("1200000") == "45000");
  CHECK(pay("3000000") == "225000");
}

TEST_CASE("a base outside the bands pays up to their edge", "[values][operators_policy]") {
  CHECK(pay("3000001") == "225000");
  CHECK(pay("1e30") == "225000");
  CHECK(pay("0") == "0");
  CHECK(pay("-5") == "0");
}

TEST_CASE("a band without a limit takes the rest", "[values][operators_policy]") {
  workbench bench;
  const auto bands = bench.list(
      {bench.record({bench.n("100"), bench.n("0")}), bench.record({bench.none(), bench.n("0.5")})});
  CHECK(bench.text(op::marginal, {bench.n("1000"), bands}) == "450");
  CHECK(bench.text(op::marginal, {bench.n("99"), bands}) == "0");
  CHECK(bench.text(op::marginal, {bench.n("9"), bench.list({})}) == "0");
}

TEST_CASE("only the bands that are reached matter", "[values][operators_policy]") {
  workbench bench;
  const auto bands = bench.list({bench.record({bench.n("100"), bench.n("0.1")}),
                                 bench.record({bench.n("200"), bench.unknown(1)}),
                                 bench.record({bench.unknown(2), bench.none()})});
  CHECK(bench.text(op::marginal, {bench.n("100"), bands}) == "10");
  CHECK(bench.text(op::marginal, {bench.n("101"), bands}) == "unknown 1");
  CHECK(bench.text(op::marginal, {bench.unknown(7), bands}) == "unknown 7");
  const auto holed = bench.list({bench.record({bench.n("100"), bench.none()})});
  CHECK(bench.text(op::marginal, {bench.n("1"), holed}) == "null");
  const auto open = bench.list({bench.record({bench.unknown(2), bench.n("0.1")})});
  CHECK(bench.text(op::marginal, {bench.n("1"), open}) == "unknown 2");
  CHECK(bench.text(op::marginal, {bench.n("1"), bench.list({bench.unknown(3)})}) == "unknown 3");
}

TEST_CASE("a slice beyond all numbers is null", "[values][operators_policy]") {
  workbench bench;
  const auto bands = bench.list({bench.record({bench.none(), bench.n("9e3000")})});
  CHECK(bench.reason(op::marginal, {bench.n("9e6000"), bands}) == null_reason::overflow);
}

TEST_CASE("a code lies in the regions above it", "[values][operators_policy]") {
  CHECK(lies_in("320412", "320412") == "true");
  CHECK(lies_in("320412", "320400") == "true");
  CHECK(lies_in("320412", "3204") == "true");
  CHECK(lies_in("320412", "320000") == "true");
  CHECK(lies_in("320412", "32") == "true");
  CHECK(lies_in("320412", "320500") == "false");
  CHECK(lies_in("320412", "330000") == "false");
  CHECK(lies_in("320400", "320412") == "false");
}

TEST_CASE("towns and villages have levels of three digits", "[values][operators_policy]") {
  CHECK(lies_in("320412001005", "320412001000") == "true");
  CHECK(lies_in("320412002005", "320412001000") == "false");
  CHECK(lies_in("320412100005", "320412100000") == "true");
  CHECK(lies_in("320412001005", "320400000000") == "true");
  CHECK(lies_in("320412001005", "320412000000") == "true");
  CHECK(lies_in("320421", "3204") == "true");
  CHECK(lies_in("C3900", "C39") == "true");
}

TEST_CASE("an unknown code waits", "[values][operators_policy]") {
  workbench bench;
  CHECK(bench.text(op::code_prefix, {bench.unknown(1), bench.s("3204")}) == "unknown 1");
  CHECK(bench.text(op::code_prefix, {bench.s("320412"), bench.none()}) == "null");
}

TEST_CASE("a text is sought among others", "[values][operators_policy]") {
  workbench bench;
  const auto texts = bench.list({bench.s("a"), bench.s("c"), bench.s("e")});
  for (const auto* each : {"a", "c", "e"}) {
    CHECK(bench.text(op::text_among, {bench.s(each), texts}) == "true");
  }
  for (const auto* each : {"", "b", "ca", "f"}) {
    CHECK(bench.text(op::text_among, {bench.s(each), texts}) == "false");
  }
  CHECK(bench.text(op::text_among, {bench.none(), texts}) == "false");
  CHECK(bench.text(op::text_among, {bench.unknown(4), texts}) == "unknown 4");
}

}  // namespace sudui::tests
