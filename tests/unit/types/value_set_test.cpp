#include "types/checks/value_set.hpp"

#include <chrono>

#include "catch.hpp"

using namespace sudui;
using types::value_range;
using types::value_set;

namespace {

value_set range(const value& low, const value& high, bool open_low = false,
                bool open_high = false) {
  return value_set::of({low, high, open_low, open_high});
}

date on_day(unsigned number) { return std::chrono::year(2024) / 1 / number; }

}  // namespace

TEST_CASE("open and closed ends that touch meet only where both hold the end",
          "[types][value_set]") {
  CHECK(range(1, 5).meets(range(5, 9)));
  CHECK_FALSE(range(1, 5, false, true).meets(range(5, 9)));
  CHECK_FALSE(range(1, 5).meets(range(5, 9, true)));
  CHECK(*range(1, 5).meet(range(5, 9)).example() == value(5));
  CHECK(range(5, 5, true).is_empty());
}

TEST_CASE("between two numbers there is another, between two days there is none",
          "[types][value_set]") {
  CHECK_FALSE(range(1, 2, true, true).is_empty());
  CHECK(*range(1, 2, true, true).example() == value(*decimal::parse("1.5")));
  CHECK(range(on_day(1), on_day(2), true, true).is_empty());
  CHECK(*range(on_day(1), on_day(3), true, true).example() == value(on_day(2)));
  CHECK(range(months_duration{1}, months_duration{2}, true, true).is_empty());
  CHECK(range(days_duration{1}, days_duration{1, 1}, true, true).is_empty());
  CHECK(range(days_duration{1, 999'999'999}, days_duration{2}, true, true).is_empty());
  CHECK_FALSE(range(days_duration{1}, days_duration{1, 2}, true, true).is_empty());
  CHECK_FALSE(range("a", "b", true, true).is_empty());
}

TEST_CASE("what is taken away leaves both sides", "[types][value_set]") {
  const auto left = value_set::all().minus(range(1, 5));
  CHECK_FALSE(left.meets(range(1, 5)));
  CHECK(left.meets(range(0, 1)));
  CHECK(left.meets(range(5, 6)));
  CHECK(left.minus(value_set::of({{}, value(1), false, true}))
            .minus(range(5, 9, true))
            .meets(range(9, 10)));
  CHECK(value_set::all().minus(value_set::all()).is_empty());
  CHECK(left.join(range(1, 5)).join(value_set::all()).minus(value_set::all()).is_empty());
}

TEST_CASE("sets of codes and truth values hold what they list", "[types][value_set]") {
  const auto both = value_set::one("a").join(value_set::one("b"));
  CHECK(both.minus(value_set::one("a")).minus(value_set::one("b")).is_empty());
  CHECK(*both.minus(value_set::one("a")).example() == value("b"));
  const auto truths = value_set::one(value(false)).join(value_set::one(value(true)));
  CHECK(*truths.minus(value_set::one(value(false))).example() == value(true));
}
