#pragma once

#include <cstdint>
#include <string_view>

#include "syntax/limits.hpp"
#include "text/sink.hpp"

namespace sudui::syntax {

/// Whether `bytes` is small enough, UTF-8, and free of control characters other than tab and line
/// ends; reports the first thing that is wrong.
[[nodiscard]] bool check_bytes(std::string_view bytes, std::uint32_t file, text::sink& out,
                               const limits& most);

}  // namespace sudui::syntax
