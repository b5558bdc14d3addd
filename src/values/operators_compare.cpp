// Equality and order.
//
// Equality is total and deep: null equals null and nothing else, lists and records are compared
// member by member. It is unknown only where the known parts agree: [1, unknown] = [2, unknown] is
// false. Order exists for numbers, strings (by code point, which is the order of UTF-8's bytes),
// dates, times, moments and durations; asking for it elsewhere gives null, and so does asking for
// that of a time with an offset and one without. Equality of times and moments looks at whole
// seconds, as the standard's table has it; the order and `is` look at fractions too.
//
// The quotient forms mean exactly what the plain forms mean for `a / b` and `c / d`, without
// rounding the quotients: a zero divisor makes that side null, and null is equal to null.
//
// Tested by tests/unit/values/operators_compare_test.cpp, quotient_test.cpp.

#include "values/clock.hpp"
#include "values/operators.hpp"
#include "values/quotient.hpp"
#include "values/ternary.hpp"

namespace sudui::values {
namespace {

bool same_scalar(const cell& a, const cell& b) noexcept {
  switch (a.what) {
    case kind::boolean:
      return a.flag == b.flag;
    case kind::number:
      return a.number == b.number;
    case kind::string:
      return a.string() == b.string();
    case kind::date:
      return a.day == b.day;
    case kind::days:
    case kind::months:
      return a.clock == b.clock;
    case kind::time:
    case kind::moment:
      return !differ_in_zone(a.clock, b.clock) && at_utc(a.clock) == at_utc(b.clock);
    default:
      return false;
  }
}

std::strong_ordering order_of_ticks(std::int64_t first, std::int64_t second, const cell& a,
                                    const cell& b) noexcept {
  return first == second ? a.clock.nanos <=> b.clock.nanos : first <=> second;
}

bool is_sequence(const cell& what) noexcept {
  return what.what == kind::list || what.what == kind::record || what.what == kind::range;
}

cell same_items(std::span<const cell> a, std::span<const cell> b, missing_graph& missing) {
  if (a.size() != b.size()) return cell::of(false);
  cell all = cell::of(true);
  for (std::size_t at = 0; at < a.size() && !all.is_false(); ++at) {
    all = ternary_and(all, equality(a[at], b[at], missing), missing);
  }
  return all;
}

}  // namespace

cell equality(const cell& a, const cell& b, missing_graph& missing) {
  if (a.is_unknown() && b.is_unknown()) return cell::unknown(missing.both(a.why, b.why));
  if (a.is_unknown() || b.is_unknown()) return a.is_unknown() ? a : b;
  if (a.what != b.what) return cell::of(false);
  if (a.is_null()) return cell::of(true);
  if (is_sequence(a)) return same_items(a.list(), b.list(), missing);
  return cell::of(same_scalar(a, b));
}

std::optional<std::strong_ordering> order_of(const cell& a, const cell& b) noexcept {
  if (a.what != b.what) return std::nullopt;
  switch (a.what) {
    case kind::number:
      return a.number <=> b.number;
    case kind::string:
      return a.string() <=> b.string();
    case kind::date:
      return a.day <=> b.day;
    case kind::days:
    case kind::months:
      return order_of_ticks(a.clock.count, b.clock.count, a, b);
    case kind::time:
    case kind::moment:
      if (differ_in_zone(a.clock, b.clock)) return std::nullopt;
      return order_of_ticks(at_utc(a.clock), at_utc(b.clock), a, b);
    default:
      return std::nullopt;
  }
}

namespace operators {
namespace {

template <class Test>
cell ordered(operands given, Test&& holds) {
  const auto order = order_of(given[0], given[1]);
  return order ? cell::of(holds(*order)) : bad_argument();
}

/// a/b against c/d; all four are known.
template <class Test>
cell ordered_quotients(operands given, Test&& holds) {
  const auto& divisor = given[1].number;
  const auto& other_divisor = given[3].number;
  if (divisor.is_zero() || other_divisor.is_zero()) {
    return cell::null(null_reason::division_by_zero);
  }
  return cell::of(
      holds(compare_quotients(given[0].number, divisor, given[2].number, other_divisor)));
}

bool is_no_quotient(const cell& dividend, const cell& divisor) noexcept {
  return dividend.is_null() || divisor.is_null() || divisor.number.is_zero();
}

}  // namespace

cell equal(operands given, surroundings& around) {
  return equality(given[0], given[1], around.missing);
}

cell not_equal(operands given, surroundings& around) {
  return ternary_not(equality(given[0], given[1], around.missing));
}

cell less(operands given, surroundings&) {
  return ordered(given, [](auto order) { return order < 0; });
}

cell less_equal(operands given, surroundings&) {
  return ordered(given, [](auto order) { return order <= 0; });
}

cell greater(operands given, surroundings&) {
  return ordered(given, [](auto order) { return order > 0; });
}

cell greater_equal(operands given, surroundings&) {
  return ordered(given, [](auto order) { return order >= 0; });
}

cell quotient_equal(operands given, surroundings& around) {
  const auto gap = find_gap(given, around.missing);
  if (gap && gap->is_unknown()) return *gap;
  const bool left = is_no_quotient(given[0], given[1]);
  const bool right = is_no_quotient(given[2], given[3]);
  if (left || right) return cell::of(left == right);
  return ordered_quotients(given, [](auto order) { return order == 0; });
}

cell quotient_not_equal(operands given, surroundings& around) {
  return ternary_not(quotient_equal(given, around));
}

cell quotient_less(operands given, surroundings&) {
  return ordered_quotients(given, [](auto order) { return order < 0; });
}

cell quotient_less_equal(operands given, surroundings&) {
  return ordered_quotients(given, [](auto order) { return order <= 0; });
}

cell quotient_greater(operands given, surroundings&) {
  return ordered_quotients(given, [](auto order) { return order > 0; });
}

cell quotient_greater_equal(operands given, surroundings&) {
  return ordered_quotients(given, [](auto order) { return order >= 0; });
}

}  // namespace operators
}  // namespace sudui::values
