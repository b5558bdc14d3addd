#pragma once

#include <string_view>

#include "text/sink.hpp"
#include "text/tree.hpp"

namespace sudui::syntax {

/// Reports every key of this mapping (not of those inside) that an earlier entry has already.
/// `from` tells the line of the earlier one; without it the line is left out. O(n log n).
void refuse_duplicates(const text::tree& mapping, text::sink& out,
                       const text::source* from = nullptr);

}  // namespace sudui::syntax
