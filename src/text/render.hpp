#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <sudui/diagnostic.hpp>

#include "text/finding.hpp"
#include "text/source.hpp"

namespace sudui::text {

/// The finding in both languages with its place and snippet. Nothing in it can move a cursor or
/// ring a bell: control characters of the source are shown as U+FFFD.
[[nodiscard]] diagnostic render(const finding& what, const sources& files);

/// The line that holds `begin`, and under it carets below the bytes [begin, end), at least one and
/// not beyond the line's end. A long line is cut on both sides with `...`.
[[nodiscard]] std::string snippet(const source& from, std::uint32_t begin, std::uint32_t end);

}  // namespace sudui::text
