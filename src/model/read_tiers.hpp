#pragma once

#include "model/reading.hpp"
#include "model/rule_set.hpp"

namespace sudui::model {

/// The decision table of a benefit: rows of tests over the values of `on`, each with its amount.
/// Every row must test every value. Hit policies that give lists are refused.
[[nodiscard]] tiers read_tiers(const text::tree& from, const reading& in);
/// That of a definition: `then` in the place of `amount`, any hit policy.
[[nodiscard]] tiers read_table(const text::tree& from, const reading& in);

}  // namespace sudui::model
