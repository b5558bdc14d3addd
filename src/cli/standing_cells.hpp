#pragma once

#include <span>
#include <string>
#include <string_view>

#include <sudui/decision.hpp>

namespace sudui::cli {

/// Of a benefit that no group had to settle anything for.
inline constexpr std::string_view no_standing_cells = ",,,";
/// `,displaced,national/hnte-15,0.00`: standing of the benefit, by whom, and what is left of it, an
/// interval as `low..high`.
[[nodiscard]] std::string standing_cells(const benefit& which, const amount& granted,
                                         std::span<const group_effect> effects);

}  // namespace sudui::cli
