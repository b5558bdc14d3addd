#pragma once

#include <string_view>

namespace sudui::review {

/// Whether the Chinese words of a clause and the sign of its one limit agree on whether the limit
/// itself counts. True where no word says so, or several do not agree among themselves.
[[nodiscard]] bool words_agree(std::string_view label, std::string_view relation);

}  // namespace sudui::review
