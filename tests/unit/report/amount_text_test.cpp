#include "report/amount_text.hpp"

#include <sudui/report.hpp>

#include "catch.hpp"

using namespace sudui;

namespace {

benefit in_yuan() {
  benefit made;
  made.unit = "元";
  return made;
}

amount between(std::optional<decimal> low, std::optional<decimal> high) {
  return {amount::state::interval, low, high};
}

}  // namespace

TEST_CASE("an exact amount has separators, places and unit", "[report][amount_text]") {
  const amount held{amount::state::exact, decimal(3'400'000), decimal(3'400'000)};
  CHECK(to_text(held, in_yuan(), language::en) == "3,400,000.00 元");
  benefit whole = in_yuan();
  whole.places = 0;
  CHECK(to_text(held, whole, language::zh) == "3,400,000 元");
  CHECK(to_text(held, benefit{}, language::zh) == "3,400,000.00");
}

TEST_CASE("an interval has both ends, or says which one is open", "[report][amount_text]") {
  CHECK(to_text(between(decimal(0), decimal(500'000)), in_yuan(), language::en) ==
        "0.00 - 500,000.00 元");
  CHECK(to_text(between(decimal(5), {}), in_yuan(), language::en) == "at least 5.00 元");
  CHECK(to_text(between({}, decimal(5)), in_yuan(), language::zh) == "至多 5.00 元");
  CHECK(to_text(between({}, {}), in_yuan(), language::zh) == "金额未知");
}

TEST_CASE("what is unknown is said and never shown as zero", "[report][amount_text]") {
  CHECK(to_text(amount{amount::state::unknown, {}, {}}, in_yuan(), language::en) ==
        "amount unknown");
  CHECK(to_text(amount{amount::state::null, {}, {}}, in_yuan(), language::zh) == "无金额");
  CHECK(to_text(amount{}, in_yuan(), language::en).empty());
}

TEST_CASE("nobody is promised the money of a pool", "[report][amount_text]") {
  const amount held{amount::state::exact, decimal(200'000), decimal(200'000)};
  CHECK(report::discretionary_text(held, in_yuan(), language::en) ==
        "may apply, up to 200,000.00 元");
  CHECK(report::discretionary_text(between(decimal(0), decimal(7)), in_yuan(), language::zh) ==
        "可申请，最高 7.00 元");
  CHECK(report::discretionary_text(amount{}, in_yuan(), language::zh) == "可申请");
}
