#pragma once

#include <string_view>

namespace sudui::site {

/// The style sheet of the site.
[[nodiscard]] std::string_view style_sheet() noexcept;

}  // namespace sudui::site
