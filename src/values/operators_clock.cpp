// Times of day and moments: made from parts or text, moved, subtracted, and asked for their parts.
//
// A time wraps around midnight and forgets the days: 23:00 plus PT2H is 01:00. A moment moved by
// months keeps its time and takes the month's last day where its own does not exist. Only two with
// an offset, or two without one, can be compared or subtracted: the others have no common clock,
// and the result is null. A date that meets a moment is its midnight at UTC, as the standard has
// it.
//
// Tested by tests/data/feel/times.csv.

#include "values/clock.hpp"
#include "values/date.hpp"
#include "values/duration.hpp"
#include "values/operators.hpp"

namespace sudui::values::operators {
namespace {

cell overflow_of_clock() noexcept { return cell::null(null_reason::overflow); }

// Only moments of the years 0001 to 9999 exist.
cell moment_or_overflow(const ticks& clock) noexcept {
  const auto day = clock.count / seconds_per_day;
  const bool is_near = day > -800'000 && day < 3'000'000;  // so that it is an int32
  if (!is_near || !plus_days(day_of_moment(clock), 0)) return overflow_of_clock();
  return cell::of_moment(clock);
}

/// The clock moved by a length, its nanoseconds carried; `sign` is 1 or -1.
std::optional<ticks> moved(const ticks& clock, const ticks& by, int sign) noexcept {
  ticks made = clock;
  const auto nanos = clock.nanos + sign * by.nanos;
  const auto carry = nanos < 0 ? -1 : nanos >= nanos_per_second ? 1 : 0;
  made.nanos = nanos - carry * nanos_per_second;
  std::int64_t count = 0;
  const bool fails = sign > 0 ? __builtin_add_overflow(clock.count, by.count, &count)
                              : __builtin_sub_overflow(clock.count, by.count, &count);
  if (fails || __builtin_add_overflow(count, carry, &made.count)) return std::nullopt;
  return made;
}

cell moved_clock(const cell& from, const cell& by, int sign) noexcept {
  auto made = moved(from.clock, by.clock, sign);
  if (!made) return overflow_of_clock();
  if (from.what == kind::moment) return moment_or_overflow(*made);
  return cell::of_time(time_of_moment(*made));
}

cell moved_by_months(const cell& moment, std::int64_t months) noexcept {
  const auto day = plus_months(day_of_moment(moment.clock), months);
  if (!day) return overflow_of_clock();
  return cell::of_moment(moment_at(*day, time_of_moment(moment.clock)));
}

std::int64_t second_of_day(const cell& from) noexcept {
  return from.what == kind::moment ? time_of_moment(from.clock).count : from.clock.count;
}

// Hours, minutes and the whole seconds of a decimal, in their ranges.
std::optional<ticks> clock_of(operands given) noexcept {
  const auto hours = given[0].number.to_int64();
  const auto minutes = given[1].number.to_int64();
  const auto seconds = whole_part(given[2].number);
  if (!hours || !minutes || !seconds || given[2].number.is_negative()) return std::nullopt;
  if (*hours < 0 || *hours > 23 || *minutes < 0 || *minutes > 59 || *seconds > 59) {
    return std::nullopt;
  }
  const auto rest = subtract(given[2].number, decimal(*seconds));
  const auto nanos = rest ? multiply(*rest, decimal(nanos_per_second)) : std::nullopt;
  const auto whole = nanos ? nanos->to_int64() : std::nullopt;
  if (!whole) return std::nullopt;
  return ticks{*hours * 3600 + *minutes * 60 + *seconds, static_cast<std::int32_t>(*whole),
               ticks::no_offset};
}

cell clock_number(std::int64_t number) noexcept { return cell::of(decimal(number)); }

}  // namespace

cell time_from_string(operands given, surroundings&) {
  const auto made = parse_time(given[0].string());
  return made ? cell::of_time(*made) : bad_argument();
}

// A null offset is none: the time stands on a clock without a zone.
cell time_from_parts(operands given, surroundings& around) {
  if (const auto gap = find_gap(given.first(3), around.missing)) return *gap;
  if (given[3].is_unknown()) return given[3];
  auto made = clock_of(given);
  if (!made) return bad_argument();
  if (given[3].is_null()) return cell::of_time(*made);
  const auto& offset = given[3].clock;
  constexpr std::int64_t most_offset = std::int64_t{14} * 3600;
  const bool is_near = offset.count >= -most_offset && offset.count <= most_offset;
  if (!is_near || offset.nanos != 0) return bad_argument();
  made->offset = static_cast<std::int32_t>(offset.count);
  return cell::of_time(*made);
}

cell time_of_date(operands, surroundings&) { return cell::of_time({0, 0, 0}); }

cell moment_time(operands given, surroundings&) {
  return cell::of_time(time_of_moment(given[0].clock));
}

cell moment_from_string(operands given, surroundings&) {
  const auto made = parse_moment(given[0].string());
  return made ? cell::of_moment(*made) : bad_argument();
}

cell moment_of_date(operands given, surroundings&) {
  return cell::of_moment(moment_at(given[0].day, {0, 0, 0}));
}

cell moment_from_parts(operands given, surroundings&) {
  return cell::of_moment(moment_at(given[0].day, given[1].clock));
}

cell moment_date(operands given, surroundings&) {
  return cell::of_day(day_of_moment(given[0].clock));
}

cell clock_plus_days(operands given, surroundings&) { return moved_clock(given[0], given[1], 1); }

cell clock_minus_days(operands given, surroundings&) { return moved_clock(given[0], given[1], -1); }

cell moment_plus_months(operands given, surroundings&) {
  return moved_by_months(given[0], given[1].clock.count);
}

cell moment_minus_months(operands given, surroundings&) {
  const auto months = given[1].clock.count;
  return months == INT64_MIN ? overflow_of_clock() : moved_by_months(given[0], -months);
}

cell clock_difference(operands given, surroundings&) {
  if (differ_in_zone(given[0].clock, given[1].clock)) return bad_argument();
  const ticks first{at_utc(given[0].clock), given[0].clock.nanos, ticks::no_offset};
  const ticks second{at_utc(given[1].clock), given[1].clock.nanos, ticks::no_offset};
  const auto made = moved(first, second, -1);
  return made ? cell::of_days(made->count, made->nanos) : overflow_of_clock();
}

cell clock_hour(operands given, surroundings&) {
  return clock_number(second_of_day(given[0]) / 3600);
}

cell clock_minute(operands given, surroundings&) {
  return clock_number(second_of_day(given[0]) % 3600 / 60);
}

cell clock_second(operands given, surroundings&) {
  return clock_number(second_of_day(given[0]) % 60);
}

cell clock_offset(operands given, surroundings&) {
  const auto offset = given[0].clock.offset;
  return offset == ticks::no_offset ? cell::null(null_reason::no_element) : cell::of_days(offset);
}

// The name of a zone, which none has that could be read.
cell clock_zone(operands, surroundings&) { return cell::null(null_reason::no_element); }

}  // namespace sudui::values::operators
