#include "values/cell.hpp"

#include <array>

#include "catch.hpp"
#include "unit/values/rational.hpp"

namespace sudui::tests {

using values::cell;
using values::kind;
using values::null_reason;

TEST_CASE("a fresh cell is unknown", "[values][cell]") {
  const cell fresh;
  CHECK(fresh.is_unknown());
  CHECK_FALSE(fresh.is_known());
  CHECK_FALSE(fresh.is_null());
}

TEST_CASE("each maker sets its kind and its member", "[values][cell]") {
  CHECK(cell::unknown(7).what == kind::unknown);
  CHECK(cell::unknown(7).why == 7);
  CHECK(cell::null(null_reason::no_entry).is_null());
  CHECK(cell::null(null_reason::no_entry).why == static_cast<std::uint32_t>(null_reason::no_entry));
  CHECK(cell::of(true).is_true());
  CHECK(cell::of(false).is_false());
  CHECK_FALSE(cell::of(false).is_true());
  CHECK(cell::of("1.25"_d).number == "1.25"_d);
  CHECK(cell::of(std::string_view("abc")).string() == "abc");
  CHECK(cell::of_day(-3).day == -3);
  CHECK(cell::of_days(INT64_MIN).clock.count == INT64_MIN);
  CHECK(cell::of_months(9).what == kind::months);
}

TEST_CASE("truth is asked of booleans only", "[values][cell]") {
  CHECK_FALSE(cell::of(decimal(1)).is_true());
  CHECK_FALSE(cell::null(null_reason::given).is_false());
  CHECK_FALSE(cell::unknown(0).is_false());
}

TEST_CASE("a number or a literal does not turn into a boolean", "[values][cell]") {
  CHECK(cell::of(5).what == kind::number);
  CHECK(cell::of("text").what == kind::string);
}

TEST_CASE("lists and records are views of their cells", "[values][cell]") {
  const std::array items{cell::of(decimal(1)), cell::of(true)};
  CHECK(cell::of_list(items).what == kind::list);
  CHECK(cell::of_list(items).list().data() == items.data());
  CHECK(cell::of_record(items).what == kind::record);
  CHECK(cell::of_record(items).list().size() == 2);
  CHECK(cell::of_list({}).list().empty());
}

}  // namespace sudui::tests
