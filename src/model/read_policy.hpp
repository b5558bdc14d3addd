#pragma once

#include "model/reading.hpp"
#include "model/rule_set.hpp"

namespace sudui::model {

/// A `policy:` document with its versions, sorted by time.
[[nodiscard]] policy read_policy(const text::tree& from, const reading& in);

}  // namespace sudui::model
