#pragma once

#include <span>
#include <string>
#include <string_view>

namespace sudui::text {

/// The candidate nearest to `name` by edit distance over code points, if near enough to be meant
/// (at most a third of the longer name, and never more than 3); else empty.
[[nodiscard]] std::string_view nearest(std::string_view name,
                                       std::span<const std::string_view> candidates);

}  // namespace sudui::text
