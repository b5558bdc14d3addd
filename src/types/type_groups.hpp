#pragma once

#include <vector>

#include "text/sink.hpp"
#include "types/catalog.hpp"
#include "types/typed.hpp"

namespace sudui::types {

/// Whether an entry of `members` names the policy.
[[nodiscard]] bool selects(const model::group_member& by, const model::policy& what);

/// Finds the members of every group and which of their benefits it compares; types its formulas.
[[nodiscard]] std::vector<typed_group> type_groups(const std::vector<typed_policy>& policies,
                                                   catalog& names, text::sink& out);

}  // namespace sudui::types
