#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <sudui/value.hpp>

// Days are counted from 1970-01-01 in the proleptic Gregorian calendar, years 0001 to 9999. What
// would leave these years gives nullopt.
namespace sudui::values {

[[nodiscard]] std::int32_t to_day(date when) noexcept;  // of a valid date
[[nodiscard]] date from_day(std::int32_t day) noexcept;
[[nodiscard]] std::optional<std::int32_t> day_of(std::int64_t year, std::int64_t month,
                                                 std::int64_t day) noexcept;
/// `2024-01-31`: four digits, two, two.
[[nodiscard]] std::optional<std::int32_t> parse_day(std::string_view text) noexcept;
[[nodiscard]] std::string day_text(std::int32_t day);

[[nodiscard]] std::optional<std::int32_t> plus_days(std::int32_t day, std::int64_t days) noexcept;
/// The same day of the month, or the month's last: 2024-01-31 plus one month is 2024-02-29.
[[nodiscard]] std::optional<std::int32_t> plus_months(std::int32_t day,
                                                      std::int64_t months) noexcept;
/// Whole months from one day to another, towards zero: 2024-01-31 to 2024-02-29 is 0.
[[nodiscard]] std::int64_t months_from_to(std::int32_t from, std::int32_t to) noexcept;

[[nodiscard]] std::int32_t weekday_of(std::int32_t day) noexcept;  // 1 Monday .. 7 Sunday
[[nodiscard]] std::int32_t day_of_year(std::int32_t day) noexcept;
[[nodiscard]] std::int32_t week_of_year(std::int32_t day) noexcept;       // ISO 8601
[[nodiscard]] std::int32_t last_day_of_month(std::int32_t day) noexcept;  // 28 .. 31

}  // namespace sudui::values
