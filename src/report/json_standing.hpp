#pragma once

#include <span>

#include <sudui/decision.hpp>

#include "report/json_writer.hpp"

namespace sudui::report {

[[nodiscard]] std::string_view key_of(standing what) noexcept;
[[nodiscard]] std::string_view key_of(group_effect::reason what) noexcept;

/// Keys of an open object, none without effects: `standing` and `groups`.
void write_standing(json_writer& out, standing to, std::span<const group_effect> effects);
/// The key `groups` of an open object, none without results.
void write_results(json_writer& out, std::span<const group_result> all);

}  // namespace sudui::report
