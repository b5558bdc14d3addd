#pragma once

#include <vector>

#include "model/reading.hpp"
#include "model/rule_set.hpp"

namespace sudui::model {

/// A `fields:` document: entries of the field dictionary, in the order written.
[[nodiscard]] std::vector<field> read_fields(const text::tree& from, const reading& in);

}  // namespace sudui::model
