#pragma once

#include "model/reading.hpp"
#include "model/rule_set.hpp"

namespace sudui::model {

/// A `parameter:` document.
[[nodiscard]] parameter read_parameter(const text::tree& from, const reading& in);

}  // namespace sudui::model
