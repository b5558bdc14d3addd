// Durations: both kinds are a whole number (seconds or months), so both share their arithmetic.
//
// Times and divided by work in decimals and cut the rest off towards zero, as FEEL does:
// duration("P1Y11M") * -2.5 is -57 months. A duration divided by a duration is a plain number.
// Parts are those of the normalised form and have the sign of the whole: duration("-P1DT2H").hours
// is -2.
//
// Tested by tests/unit/values/operators_duration_test.cpp.

#include "values/duration.hpp"
#include "values/operators.hpp"

namespace sudui::values::operators {
namespace {

cell of_kind(kind what, std::int64_t length) noexcept {
  return what == kind::days ? cell::of_days(length) : cell::of_months(length);
}

cell overflow() noexcept { return cell::null(null_reason::overflow); }

cell sum(const cell& a, const cell& b) noexcept {
  std::int64_t length = 0;
  if (__builtin_add_overflow(a.length, b.length, &length)) return overflow();
  return of_kind(a.what, length);
}

cell difference(const cell& a, const cell& b) noexcept {
  std::int64_t length = 0;
  if (__builtin_sub_overflow(a.length, b.length, &length)) return overflow();
  return of_kind(a.what, length);
}

cell negated(const cell& a) noexcept { return difference(of_kind(a.what, 0), a); }

cell absolute(const cell& a) noexcept { return a.length < 0 ? negated(a) : a; }

cell whole(kind what, const std::optional<decimal>& length) noexcept {
  const auto cut = length ? whole_part(*length) : std::nullopt;
  return cut ? of_kind(what, *cut) : overflow();
}

cell times(const cell& a, const cell& number) noexcept {
  return whole(a.what, multiply(decimal(a.length), number.number));
}

cell divided(const cell& a, const cell& number) noexcept {
  if (number.number.is_zero()) return cell::null(null_reason::division_by_zero);
  return whole(a.what, divide(decimal(a.length), number.number));
}

cell ratio(const cell& a, const cell& b) noexcept {
  if (b.length == 0) return cell::null(null_reason::division_by_zero);
  return number_or_overflow(divide(decimal(a.length), decimal(b.length)));
}

cell number_of(std::int64_t number) noexcept { return cell::of(decimal(number)); }

}  // namespace

cell duration_days_from_string(operands given, surroundings&) {
  const auto length = parse_days(given[0].string());
  return length ? cell::of_days(*length) : bad_argument();
}

cell duration_months_from_string(operands given, surroundings&) {
  const auto length = parse_months(given[0].string());
  return length ? cell::of_months(*length) : bad_argument();
}

cell days_add(operands given, surroundings&) { return sum(given[0], given[1]); }
cell days_subtract(operands given, surroundings&) { return difference(given[0], given[1]); }
cell days_negate(operands given, surroundings&) { return negated(given[0]); }
cell days_times(operands given, surroundings&) { return times(given[0], given[1]); }
cell days_divide(operands given, surroundings&) { return divided(given[0], given[1]); }
cell days_ratio(operands given, surroundings&) { return ratio(given[0], given[1]); }
cell days_abs(operands given, surroundings&) { return absolute(given[0]); }

cell days_days(operands given, surroundings&) {
  return number_of(given[0].length / seconds_per_day);
}

cell days_hours(operands given, surroundings&) {
  return number_of(given[0].length % seconds_per_day / 3600);
}

cell days_minutes(operands given, surroundings&) { return number_of(given[0].length % 3600 / 60); }

cell days_seconds(operands given, surroundings&) { return number_of(given[0].length % 60); }

cell months_add(operands given, surroundings&) { return sum(given[0], given[1]); }
cell months_subtract(operands given, surroundings&) { return difference(given[0], given[1]); }
cell months_negate(operands given, surroundings&) { return negated(given[0]); }
cell months_times(operands given, surroundings&) { return times(given[0], given[1]); }
cell months_divide(operands given, surroundings&) { return divided(given[0], given[1]); }
cell months_ratio(operands given, surroundings&) { return ratio(given[0], given[1]); }
cell months_abs(operands given, surroundings&) { return absolute(given[0]); }
cell months_years(operands given, surroundings&) { return number_of(given[0].length / 12); }
cell months_months(operands given, surroundings&) { return number_of(given[0].length % 12); }

}  // namespace sudui::values::operators
