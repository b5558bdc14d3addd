#pragma once

#include "model/reading.hpp"
#include "model/rule_set.hpp"

namespace sudui::model {

/// A decision table: rows of tests over the values of `on`. Every row must test every value.
[[nodiscard]] tiers read_tiers(const text::tree& from, const reading& in);

}  // namespace sudui::model
