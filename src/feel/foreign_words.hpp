#pragma once

#include <string>
#include <string_view>

namespace sudui::feel {

/// What a formula writes for an operator given as a word of Chinese, of another language or in
/// capitals; empty for all other words.
[[nodiscard]] std::string written_for(std::string_view word);

}  // namespace sudui::feel
