// Calendar days as plain numbers.
//
// A date is one int32, so that comparing and subtracting is integer arithmetic; year, month and day
// are worked out where a rule asks, by <chrono>. Periods of the law are counted from day to day:
// "two years after 2022-02-28" ends on 2024-02-28, and what has no such day ends on the month's
// last. Whole months between two days follow from the same rule: a month counts once its day is
// reached.
//
// Weeks are those of ISO 8601: a week belongs to the year of its Thursday, so 2021-01-03 lies in
// week 53 and 2018-12-31 in week 1.
//
// Tested by tests/unit/values/date_test.cpp, every day of 400 years in both directions.

#include "values/date.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cstring>

namespace sudui::values {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::int32_t first_day = -719162;  // 0001-01-01
constexpr std::int32_t last_day = 2932896;   // 9999-12-31
constexpr std::int64_t months_of_all_years = std::int64_t{9999} * 12;

void append_digits(std::string& text, unsigned number, int count) {
  const auto start = text.size();
  for (; count > 0; --count, number /= 10) {
    text.insert(start, 1, static_cast<char>('0' + number % 10));
  }
}

}  // namespace

std::int32_t to_day(date when) noexcept {
  return static_cast<std::int32_t>(sys_days(when).time_since_epoch().count());
}

date from_day(std::int32_t day) noexcept { return date(sys_days(days(day))); }

std::optional<std::int32_t> day_of(std::int64_t year, std::int64_t month,
                                   std::int64_t day) noexcept {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
    return std::nullopt;
  }
  const date when(std::chrono::year(static_cast<int>(year)),
                  std::chrono::month(static_cast<unsigned>(month)),
                  std::chrono::day(static_cast<unsigned>(day)));
  if (!when.ok()) return std::nullopt;
  return to_day(when);
}

namespace {

struct month_span {
  std::int32_t begin;  // its first day
  std::uint32_t length;
};

// The months of two centuries, in which most days lie.
constexpr std::int64_t first_near = 1900;
constexpr auto near_months = [] {
  std::array<month_span, std::size_t{200} * 12> made{};
  std::int32_t day = -25'567;  // 1900-01-01
  for (std::size_t i = 0; i < made.size(); ++i) {
    const auto year = first_near + static_cast<std::int64_t>(i) / 12;
    constexpr std::uint32_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    const auto length = lengths[i % 12] + (i % 12 == 1 && is_leap ? 1 : 0);
    made[i] = {day, length};
    day += static_cast<std::int32_t>(length);
  }
  return made;
}();

}  // namespace

// `2023-12-31`: without the form `0000-00-`, eight bytes are digits below ten and zeros for
// hyphens.
std::optional<std::int32_t> parse_day(std::string_view text) noexcept {
  static_assert(std::endian::native == std::endian::little);
  if (text.size() != 10) return std::nullopt;
  std::uint64_t held = 0;
  std::memcpy(&held, text.data(), sizeof held);
  held ^= 0x2D30302D30303030U;
  const std::uint64_t above_nine = (held | (held + 0x7676767676767676U)) & 0x8080808080808080U;
  const std::uint64_t hyphens = held & 0xFF0000FF00000000U;
  const auto tens = static_cast<unsigned>(static_cast<unsigned char>(text[8])) - '0';
  const auto ones = static_cast<unsigned>(static_cast<unsigned char>(text[9])) - '0';
  if ((above_nine | hyphens) != 0 || tens > 9 || ones > 9) return std::nullopt;
  const auto pairs = held * 10 + (held >> 8U);  // in the bytes 0, 2 and 5
  const auto pair = [&](unsigned at) { return static_cast<std::int64_t>(pairs >> 8 * at & 0xFFU); };
  const auto year = pair(0) * 100 + pair(2);
  const auto month = pair(5);
  const auto day = tens * 10 + ones;
  const auto near = static_cast<std::uint64_t>((year - first_near) * 12 + month - 1);
  if (near >= near_months.size() || month < 1 || month > 12) return day_of(year, month, day);
  const auto& of = near_months[near];
  if (day - 1 >= of.length) return std::nullopt;
  return of.begin + static_cast<std::int32_t>(day) - 1;
}

std::string day_text(std::int32_t day) {
  const auto when = from_day(day);
  std::string text;
  append_digits(text, static_cast<unsigned>(static_cast<int>(when.year())), 4);
  text += '-';
  append_digits(text, static_cast<unsigned>(when.month()), 2);
  text += '-';
  append_digits(text, static_cast<unsigned>(when.day()), 2);
  return text;
}

std::optional<std::int32_t> plus_days(std::int32_t day, std::int64_t count) noexcept {
  if (count > last_day - std::int64_t{day} || count < first_day - std::int64_t{day}) {
    return std::nullopt;
  }
  return static_cast<std::int32_t>(day + count);
}

std::optional<std::int32_t> plus_months(std::int32_t day, std::int64_t months) noexcept {
  if (months > months_of_all_years || months < -months_of_all_years) return std::nullopt;
  const auto when = from_day(day);
  const auto moved = std::chrono::year_month(when.year(), when.month()) +
                     std::chrono::months(static_cast<int>(months));
  const auto year = static_cast<int>(moved.year());
  const auto month = static_cast<unsigned>(moved.month());
  const auto last = static_cast<unsigned>((moved / std::chrono::last).day());
  return day_of(year, month, std::min(static_cast<unsigned>(when.day()), last));
}

std::int64_t months_from_to(std::int32_t from, std::int32_t to) noexcept {
  const auto a = from_day(from);
  const auto b = from_day(to);
  auto months = std::int64_t{static_cast<int>(b.year()) - static_cast<int>(a.year())} * 12 +
                static_cast<int>(static_cast<unsigned>(b.month())) -
                static_cast<int>(static_cast<unsigned>(a.month()));
  if (months > 0 && b.day() < a.day()) --months;
  if (months < 0 && b.day() > a.day()) ++months;
  return months;
}

std::int32_t weekday_of(std::int32_t day) noexcept {
  return static_cast<std::int32_t>(std::chrono::weekday(sys_days(days(day))).iso_encoding());
}

std::int32_t day_of_year(std::int32_t day) noexcept {
  const date first(from_day(day).year(), std::chrono::January, std::chrono::day(1));
  return day - to_day(first) + 1;
}

std::int32_t week_of_year(std::int32_t day) noexcept {
  const auto thursday = day - weekday_of(day) + 4;
  return (day_of_year(thursday) - 1) / 7 + 1;
}

std::int32_t last_day_of_month(std::int32_t day) noexcept {
  const auto when = from_day(day);
  const auto last = (when.year() / when.month() / std::chrono::last).day();
  return static_cast<std::int32_t>(static_cast<unsigned>(last));
}

}  // namespace sudui::values
