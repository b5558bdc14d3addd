#pragma once

#include <span>
#include <string>
#include <string_view>

#include <sudui/decision.hpp>

namespace sudui::cli {

/// Of a policy that no group had to settle anything for.
inline constexpr std::string_view no_standing_cells = ",,,";
/// `,displaced,national/hnte-15,0.00`: standing, by whom, and what the last group pays, an interval
/// as `low..high`.
[[nodiscard]] std::string standing_cells(standing to, std::span<const group_effect> effects);

}  // namespace sudui::cli
