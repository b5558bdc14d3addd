// Calendar days: made from parts or text, moved, and asked for their parts.
//
// Moving by months keeps the day of the month or takes the month's last: one month after 2024-01-31
// is 2024-02-29. A date has no time, so of a days duration only whole days count. What would leave
// the years 0001 to 9999 is null.
//
// Tested by tests/unit/values/operators_date_test.cpp.

#include <array>

#include "values/date.hpp"
#include "values/duration.hpp"
#include "values/operators.hpp"

namespace sudui::values::operators {
namespace {

constexpr std::array<std::string_view, 7> weekday_names{
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> month_names{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

cell day_or(const std::optional<std::int32_t>& day, null_reason otherwise) noexcept {
  return day ? cell::of_day(*day) : cell::null(otherwise);
}

cell number_of(std::int32_t number) noexcept { return cell::of(decimal(number)); }

unsigned month_of(std::int32_t day) noexcept {
  return static_cast<unsigned>(from_day(day).month());
}

/// Division by the length of a day, towards the past.
std::int64_t floor_to_days(std::int64_t seconds) noexcept {
  return seconds / seconds_per_day - (seconds % seconds_per_day < 0 ? 1 : 0);
}

cell moved_days(const cell& day, std::int64_t seconds) noexcept {
  return day_or(plus_days(day.day, floor_to_days(seconds)), null_reason::overflow);
}

cell moved_months(const cell& day, std::int64_t months) noexcept {
  return day_or(plus_months(day.day, months), null_reason::overflow);
}

}  // namespace

cell date_from_parts(operands given, surroundings&) {
  const auto year = given[0].number.to_int64();
  const auto month = given[1].number.to_int64();
  const auto day = given[2].number.to_int64();
  if (!year || !month || !day) return bad_argument();
  return day_or(day_of(*year, *month, *day), null_reason::bad_argument);
}

cell date_from_string(operands given, surroundings&) {
  return day_or(parse_day(given[0].string()), null_reason::bad_argument);
}

cell date_plus_days(operands given, surroundings&) {
  return moved_days(given[0], given[1].clock.count);
}

cell date_minus_days(operands given, surroundings&) {
  const auto seconds = given[1].clock.count;
  if (seconds == INT64_MIN) return cell::null(null_reason::overflow);
  return moved_days(given[0], -seconds);
}

cell date_plus_months(operands given, surroundings&) {
  return moved_months(given[0], given[1].clock.count);
}

cell date_minus_months(operands given, surroundings&) {
  const auto months = given[1].clock.count;
  if (months == INT64_MIN) return cell::null(null_reason::overflow);
  return moved_months(given[0], -months);
}

cell date_minus_date(operands given, surroundings&) {
  return cell::of_days((std::int64_t{given[0].day} - given[1].day) * seconds_per_day);
}

cell date_year(operands given, surroundings&) {
  return number_of(static_cast<int>(from_day(given[0].day).year()));
}

cell date_month(operands given, surroundings&) { return cell::of(decimal(month_of(given[0].day))); }

cell date_day(operands given, surroundings&) {
  return cell::of(decimal(static_cast<unsigned>(from_day(given[0].day).day())));
}

cell date_weekday(operands given, surroundings&) { return number_of(weekday_of(given[0].day)); }

cell date_day_of_year(operands given, surroundings&) {
  return number_of(day_of_year(given[0].day));
}

cell date_week_of_year(operands given, surroundings&) {
  return number_of(week_of_year(given[0].day));
}

cell date_day_of_week_name(operands given, surroundings&) {
  return cell::of(weekday_names[static_cast<std::size_t>(weekday_of(given[0].day) - 1)]);
}

cell date_month_name(operands given, surroundings&) {
  return cell::of(month_names[month_of(given[0].day) - 1]);
}

cell date_last_day_of_month(operands given, surroundings&) {
  return number_of(last_day_of_month(given[0].day));
}

cell months_between(operands given, surroundings&) {
  return cell::of_months(months_from_to(given[0].day, given[1].day));
}

}  // namespace sudui::values::operators
