#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <sudui/value.hpp>

#include "values/cell.hpp"

// Times of day and moments (date and time), as ISO 8601 and XML Schema write them. An offset from
// UTC lies within 14 hours; a time without one is not comparable with a time that has one. Named
// zones are not known: no library of the platforms we build on has them for all.
namespace sudui::values {

inline constexpr std::int32_t nanos_per_second = 1'000'000'000;

/// `10:30:00`, `10:30:00.25Z`, `10:30:00+08:00`; `24:00:00` is 00:00:00. Nine digits of a fraction
/// at most.
[[nodiscard]] std::optional<ticks> parse_time(std::string_view text) noexcept;
/// `2024-01-31T10:30:00+08:00`; a date alone is its midnight; `T24:00:00` is the next day's.
[[nodiscard]] std::optional<ticks> parse_moment(std::string_view text) noexcept;
/// Whether the text would be a time or a moment if it did not name a zone (`@Europe/Paris`).
[[nodiscard]] bool names_zone(std::string_view text) noexcept;

/// Between the public values and cells.
[[nodiscard]] ticks ticks_of(const time_of_day& time) noexcept;
[[nodiscard]] ticks ticks_of(const date_time& moment) noexcept;
[[nodiscard]] time_of_day time_from(const ticks& clock) noexcept;
[[nodiscard]] date_time moment_from(const ticks& clock) noexcept;

[[nodiscard]] std::string time_text(const ticks& clock);
[[nodiscard]] std::string moment_text(const ticks& clock);

/// The day on the moment's own clock, and the time of it.
[[nodiscard]] std::int32_t day_of_moment(const ticks& clock) noexcept;
[[nodiscard]] ticks time_of_moment(const ticks& clock) noexcept;
[[nodiscard]] ticks moment_at(std::int32_t day, const ticks& time) noexcept;

/// Whether one has an offset and the other has none.
[[nodiscard]] inline bool differ_in_zone(const ticks& a, const ticks& b) noexcept {
  return (a.offset == ticks::no_offset) != (b.offset == ticks::no_offset);
}
/// Seconds at UTC; on its own clock where no offset is known.
[[nodiscard]] inline std::int64_t at_utc(const ticks& clock) noexcept {
  return clock.count - (clock.offset == ticks::no_offset ? 0 : clock.offset);
}

}  // namespace sudui::values
