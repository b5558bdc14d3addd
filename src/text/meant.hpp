#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sudui::text {

/// The candidates that `name` may stand for: at most five that contain it, in the order given;
/// where none does, the nearest by spelling, if that is near enough.
[[nodiscard]] std::vector<std::string_view> meant(std::string_view name,
                                                  std::span<const std::string_view> candidates);

/// The same as the end of a message, "`a`, `b`", with this between them; empty where there is none.
[[nodiscard]] std::string quoted(std::span<const std::string_view> names, std::string_view between);

}  // namespace sudui::text
