#pragma once

#include "model/reading.hpp"
#include "model/rule_set.hpp"

namespace sudui::model {

/// A `define:` document.
[[nodiscard]] definition read_definition(const text::tree& from, const reading& in);

}  // namespace sudui::model
