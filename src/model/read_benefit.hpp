#pragma once

#include <vector>

#include "model/mapping_reader.hpp"
#include "model/read_citation.hpp"
#include "model/rule_set.hpp"

namespace sudui::model {

/// The key `benefit`, one mapping, or `benefits`, a list with ids; reports when there is neither.
[[nodiscard]] std::vector<benefit> read_benefits(mapping_reader& keys, const cite_scope& scope);

}  // namespace sudui::model
