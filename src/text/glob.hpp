#pragma once

#include <string_view>

namespace sudui::text {

/// Whether the text matches a pattern in which `*` stands for any run of characters. Linear for
/// each star.
[[nodiscard]] bool matches_glob(std::string_view pattern, std::string_view text) noexcept;

}  // namespace sudui::text
