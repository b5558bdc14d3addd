#pragma once

#include "text/sink.hpp"
#include "types/catalog.hpp"
#include "types/typed.hpp"

namespace sudui::types {

// The lints, one a file: what is well typed and still cannot be meant.

/// A clause that is constant, or that contradicts an earlier one: `x > 5` after `x < 3`.
void check_never_met(const typed_policy& policy, text::sink& out);
/// Rows of tiers on one number that leave a gap, where all tests are constant; and check_rows.
void check_tiers(const typed_policy& policy, const schema& dictionary, text::sink& out);
/// Rows of a decision table that violate its hit policy for some company, which is named; and what
/// a table that is said to be complete leaves out.
void check_rows(const model::tiers& from, const std::vector<expr>& on,
                const std::vector<typed_row>& rows, const schema& dictionary, text::sink& out);
/// Groups that share members and still cannot be resolved together, and groups of one member.
void check_groups(const typed_rules& rules, text::sink& out);
/// Parameters and definitions that no policy uses.
void check_unused(const catalog& names, text::sink& out);

}  // namespace sudui::types
