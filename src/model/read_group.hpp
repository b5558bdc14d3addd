#pragma once

#include "model/reading.hpp"
#include "model/rule_set.hpp"

namespace sudui::model {

/// A `group:` document: how policies live together.
[[nodiscard]] group read_group(const text::tree& from, const reading& in);

}  // namespace sudui::model
