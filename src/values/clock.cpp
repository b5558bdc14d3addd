// Times and moments, read and written.
//
// A moment is a count of seconds on the clock that shows it, with that clock's offset: so its date,
// its hour and its text need no conversion, and comparing subtracts the offset. What does not exist
// (25:00, the 30th of February, an offset of 19 hours) is refused, never carried over.
//
// Tested by tests/unit/values/clock_test.cpp.

#include "values/clock.hpp"

#include "values/date.hpp"
#include "values/duration.hpp"

namespace sudui::values {
namespace {

constexpr std::int32_t furthest_offset = 14 * 3600;

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Two digits at the front, cut off; -1 where they are none.
std::int32_t take_pair(std::string_view& text) noexcept {
  if (text.size() < 2 || !is_digit(text[0]) || !is_digit(text[1])) return -1;
  const std::int32_t pair = (text[0] - '0') * 10 + (text[1] - '0');
  text.remove_prefix(2);
  return pair;
}

bool take(std::string_view& text, char sign) noexcept {
  if (text.empty() || text.front() != sign) return false;
  text.remove_prefix(1);
  return true;
}

/// `hh:mm:ss` in seconds; -1 where it is none.
std::int32_t take_clock(std::string_view& text) noexcept {
  const auto hours = take_pair(text);
  if (hours < 0 || hours > 24 || !take(text, ':')) return -1;
  const auto minutes = take_pair(text);
  if (minutes < 0 || minutes > 59 || !take(text, ':')) return -1;
  const auto seconds = take_pair(text);
  if (seconds < 0 || seconds > 59) return -1;
  return hours * 3600 + minutes * 60 + seconds;
}

/// The digits behind a point as nanoseconds; -1 where there are none or more than nine.
std::int32_t take_fraction(std::string_view& text) noexcept {
  std::int32_t nanos = 0;
  int count = 0;
  for (; !text.empty() && is_digit(text.front()); text.remove_prefix(1)) {
    if (++count > 9) return -1;
    nanos = nanos * 10 + (text.front() - '0');
  }
  if (count == 0) return -1;
  for (; count < 9; ++count) nanos *= 10;
  return nanos;
}

/// `Z`, `+08:00`, `-02:45:55`; the whole rest of the text.
std::optional<std::int32_t> take_offset(std::string_view text) noexcept {
  if (text == "Z") return 0;
  const bool is_west = text.front() == '-';
  if (!is_west && text.front() != '+') return std::nullopt;
  text.remove_prefix(1);
  const auto hours = take_pair(text);
  if (hours < 0 || !take(text, ':')) return std::nullopt;
  const auto minutes = take_pair(text);
  if (minutes < 0 || minutes > 59) return std::nullopt;
  std::int32_t seconds = 0;
  if (take(text, ':')) seconds = take_pair(text);
  if (seconds < 0 || seconds > 59 || !text.empty()) return std::nullopt;
  const auto offset = hours * 3600 + minutes * 60 + seconds;
  if (offset > furthest_offset) return std::nullopt;
  return is_west ? -offset : offset;
}

// As it is written: 24:00:00 stays one day long.
std::optional<ticks> read_time(std::string_view text) noexcept {
  ticks made;
  made.count = take_clock(text);
  if (made.count < 0) return std::nullopt;
  if (take(text, '.')) made.nanos = take_fraction(text);
  const bool is_beyond =
      made.count > seconds_per_day || (made.count == seconds_per_day && made.nanos > 0);
  if (made.nanos < 0 || is_beyond) return std::nullopt;
  if (text.empty()) return made;
  const auto offset = take_offset(text);
  if (!offset) return std::nullopt;
  made.offset = *offset;
  return made;
}

std::int64_t floor_days(std::int64_t seconds) noexcept {
  return seconds / seconds_per_day - (seconds % seconds_per_day < 0 ? 1 : 0);
}

void append_pair(std::string& text, std::int64_t pair, char before) {
  if (before != '\0') text += before;
  text += static_cast<char>('0' + pair / 10 % 10);
  text += static_cast<char>('0' + pair % 10);
}

void append_offset(std::string& text, std::int32_t offset) {
  if (offset == ticks::no_offset) return;
  if (offset == 0) {
    text += 'Z';
    return;
  }
  const auto size = offset < 0 ? -offset : offset;
  append_pair(text, size / 3600, offset < 0 ? '-' : '+');
  append_pair(text, size % 3600 / 60, ':');
  if (size % 60 != 0) append_pair(text, size % 60, ':');
}

}  // namespace

std::optional<ticks> parse_time(std::string_view text) noexcept {
  auto made = read_time(text);
  if (made) made->count %= seconds_per_day;
  return made;
}

std::optional<ticks> parse_moment(std::string_view text) noexcept {
  const auto day = parse_day(text.substr(0, 10));
  if (!day) return std::nullopt;
  if (text.size() == 10) return moment_at(*day, {});
  if (text[10] != 'T') return std::nullopt;
  const auto time = read_time(text.substr(11));
  if (!time) return std::nullopt;
  const bool is_next_day = time->count == seconds_per_day;
  if (!plus_days(*day, is_next_day ? 1 : 0)) return std::nullopt;
  return moment_at(*day, *time);
}

bool names_zone(std::string_view text) noexcept {
  const auto at = text.find('@');
  if (at == std::string_view::npos || at + 1 == text.size()) return false;
  return parse_time(text.substr(0, at)).has_value() || parse_moment(text.substr(0, at)).has_value();
}

std::string time_text(const ticks& clock) {
  std::string text;
  append_pair(text, clock.count / 3600, '\0');
  append_pair(text, clock.count % 3600 / 60, ':');
  append_pair(text, clock.count % 60, ':');
  text += fraction_text(clock.nanos);
  append_offset(text, clock.offset);
  return text;
}

std::string moment_text(const ticks& clock) {
  return day_text(day_of_moment(clock)) + 'T' + time_text(time_of_moment(clock));
}

ticks ticks_of(const time_of_day& time) noexcept {
  return {time.second, time.nanosecond, time.offset.value_or(ticks::no_offset)};
}

ticks ticks_of(const date_time& moment) noexcept {
  return moment_at(to_day(moment.day), ticks_of(moment.time));
}

time_of_day time_from(const ticks& clock) noexcept {
  time_of_day made{static_cast<std::int32_t>(clock.count), clock.nanos, std::nullopt};
  if (clock.offset != ticks::no_offset) made.offset = clock.offset;
  return made;
}

date_time moment_from(const ticks& clock) noexcept {
  return {from_day(day_of_moment(clock)), time_from(time_of_moment(clock))};
}

std::int32_t day_of_moment(const ticks& clock) noexcept {
  return static_cast<std::int32_t>(floor_days(clock.count));
}

ticks time_of_moment(const ticks& clock) noexcept {
  ticks made = clock;
  made.count -= floor_days(clock.count) * seconds_per_day;
  return made;
}

ticks moment_at(std::int32_t day, const ticks& time) noexcept {
  ticks made = time;
  made.count += day * seconds_per_day;
  return made;
}

}  // namespace sudui::values
