#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "values/cell.hpp"

// The two durations of FEEL: days and time as seconds and nanoseconds, years and months as whole
// months. They
// do not mix and are not comparable with each other, since months differ in length.
namespace sudui::values {

inline constexpr std::int64_t seconds_per_day = 86400;

/// `P3DT4H`, `-PT90M`, `PT5.0S`; nullopt for a fraction of a second, years or months, or overflow.
[[nodiscard]] std::optional<std::int64_t> parse_days(std::string_view text) noexcept;
/// The same with a fraction of the seconds, of nine digits at most; no offset.
[[nodiscard]] std::optional<ticks> parse_lapse(std::string_view text) noexcept;
/// `P1Y2M`, `-P14M`; nullopt for anything with days or time, or overflow.
[[nodiscard]] std::optional<std::int64_t> parse_months(std::string_view text) noexcept;

/// Normalised: 97200 seconds are `P1DT3H`, 0 is `PT0S`.
[[nodiscard]] std::string days_text(std::int64_t seconds, std::int32_t nanos = 0);
/// `.25` of 250,000,000 nanoseconds; empty for none.
[[nodiscard]] std::string fraction_text(std::int32_t nanos);
/// Normalised: 14 months are `P1Y2M`, 0 is `P0M`.
[[nodiscard]] std::string months_text(std::int64_t months);

}  // namespace sudui::values
