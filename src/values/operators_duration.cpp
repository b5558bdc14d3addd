// Durations: both kinds are a count (of months, or of seconds with nanoseconds above them), so both
// share their arithmetic.
//
// Times and divided by work in decimals and cut the rest off towards zero, to whole months or
// nanoseconds: duration("P1Y11M") * -2.5 is -57 months. A duration divided by a duration is a plain
// number. Parts are those of the normalised form and have the sign of the whole:
// duration("-P1DT2H").hours is -2.
//
// Tested by tests/unit/values/operators_duration_test.cpp.

#include "values/duration.hpp"
#include "values/operators.hpp"

namespace sudui::values::operators {
namespace {

constexpr std::int32_t nanos_of_second = 1'000'000'000;

cell overflow() noexcept { return cell::null(null_reason::overflow); }

cell of_kind(kind what, std::int64_t count, std::int32_t nanos) noexcept {
  return what == kind::days ? cell::of_days(count, nanos) : cell::of_months(count);
}

cell sum(const cell& a, const cell& b) noexcept {
  const auto nanos = a.clock.nanos + b.clock.nanos;  // below two seconds
  const auto carry = nanos >= nanos_of_second ? 1 : 0;
  std::int64_t count = 0;
  if (__builtin_add_overflow(a.clock.count, b.clock.count, &count)) return overflow();
  if (__builtin_add_overflow(count, carry, &count)) return overflow();
  return of_kind(a.what, count, nanos - carry * nanos_of_second);
}

// Minus a count and a fraction upwards: one second less, and what is left of it.
cell negated(const cell& a) noexcept {
  std::int64_t count = 0;
  if (__builtin_sub_overflow(std::int64_t{0}, a.clock.count, &count)) return overflow();
  if (a.clock.nanos == 0) return of_kind(a.what, count, 0);
  if (__builtin_sub_overflow(count, std::int64_t{1}, &count)) return overflow();
  return of_kind(a.what, count, nanos_of_second - a.clock.nanos);
}

cell difference(const cell& a, const cell& b) noexcept {
  const auto other = negated(b);
  return other.is_known() ? sum(a, other) : other;
}

cell absolute(const cell& a) noexcept { return a.clock.count < 0 ? negated(a) : a; }

/// Months, or seconds with their fraction, exactly.
decimal amount_of(const cell& a) noexcept {
  const auto fraction = decimal::scaled(a.clock.nanos, -9);
  return add(decimal(a.clock.count), fraction).value_or(decimal(0));  // 28 digits: never overflows
}

/// Cut off towards zero, to whole months or nanoseconds.
cell cut(kind what, const std::optional<decimal>& amount) noexcept {
  const auto kept = amount ? round(*amount, what == kind::days ? 9 : 0, rounding::down) : amount;
  const auto below = kept ? round(*kept, 0, rounding::floor) : std::nullopt;
  const auto count = below ? below->to_int64() : std::nullopt;
  if (!count) return overflow();
  const auto rest = subtract(*kept, *below);
  const auto nanos = rest ? multiply(*rest, decimal(nanos_of_second)) : std::nullopt;
  const auto whole = nanos ? nanos->to_int64() : std::nullopt;
  return whole ? of_kind(what, *count, static_cast<std::int32_t>(*whole)) : overflow();
}

cell times(const cell& a, const cell& number) noexcept {
  return cut(a.what, multiply(amount_of(a), number.number));
}

cell divided(const cell& a, const cell& number) noexcept {
  if (number.number.is_zero()) return cell::null(null_reason::division_by_zero);
  return cut(a.what, divide(amount_of(a), number.number));
}

cell ratio(const cell& a, const cell& b) noexcept {
  const auto divisor = amount_of(b);
  if (divisor.is_zero()) return cell::null(null_reason::division_by_zero);
  return number_or_overflow(divide(amount_of(a), divisor));
}

cell number_of(std::int64_t number) noexcept { return cell::of(decimal(number)); }

/// Whole seconds towards zero: parts have the sign of the whole, and a second is whole.
std::int64_t whole_seconds(const cell& a) noexcept {
  return a.clock.count + (a.clock.count < 0 && a.clock.nanos != 0 ? 1 : 0);
}

}  // namespace

cell duration_days_from_string(operands given, surroundings&) {
  const auto length = parse_lapse(given[0].string());
  return length ? cell::of_days(length->count, length->nanos) : bad_argument();
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
  return number_of(whole_seconds(given[0]) / seconds_per_day);
}

cell days_hours(operands given, surroundings&) {
  return number_of(whole_seconds(given[0]) % seconds_per_day / 3600);
}

cell days_minutes(operands given, surroundings&) {
  return number_of(whole_seconds(given[0]) % 3600 / 60);
}

cell days_seconds(operands given, surroundings&) { return number_of(whole_seconds(given[0]) % 60); }

cell months_add(operands given, surroundings&) { return sum(given[0], given[1]); }
cell months_subtract(operands given, surroundings&) { return difference(given[0], given[1]); }
cell months_negate(operands given, surroundings&) { return negated(given[0]); }
cell months_times(operands given, surroundings&) { return times(given[0], given[1]); }
cell months_divide(operands given, surroundings&) { return divided(given[0], given[1]); }
cell months_ratio(operands given, surroundings&) { return ratio(given[0], given[1]); }
cell months_abs(operands given, surroundings&) { return absolute(given[0]); }
cell months_years(operands given, surroundings&) { return number_of(given[0].clock.count / 12); }
cell months_months(operands given, surroundings&) { return number_of(given[0].clock.count % 12); }

}  // namespace sudui::values::operators
