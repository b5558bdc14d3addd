#pragma once

#include "syntax/alignment.hpp"

namespace sudui::syntax {

/// Lays the text of a literal (`|`) or folded (`>`) block scalar, whose header starts at `both.at`,
/// beside its lines. Returns the end of its last line; 0 if that cannot be done.
[[nodiscard]] std::uint32_t align_block(alignment& both);

}  // namespace sudui::syntax
