#pragma once

#include "text/sink.hpp"
#include "types/catalog.hpp"
#include "types/typed.hpp"

namespace sudui::types {

// The lints, one a file: what is well typed and still cannot be meant.

/// A clause that is constant, or that contradicts an earlier one: `x > 5` after `x < 3`.
void check_never_met(const typed_policy& policy, text::sink& out);
/// Rows of tiers that overlap under `unique`, or leave a gap, where all tests of the one column are
/// constant.
void check_tiers(const typed_policy& policy, text::sink& out);
/// Parameters and definitions that no policy uses.
void check_unused(const catalog& names, text::sink& out);

}  // namespace sudui::types
