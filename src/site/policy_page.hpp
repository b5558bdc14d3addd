#pragma once

#include <string>

#include "site/frame.hpp"

namespace sudui::site {

/// One policy as the day has it: title, standing, benefit, conditions, versions, data, figures.
[[nodiscard]] std::string policy_page(const page_place& at, const entry& from);

}  // namespace sudui::site
