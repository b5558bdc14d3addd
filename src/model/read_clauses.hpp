#pragma once

#include <vector>

#include "model/mapping_reader.hpp"
#include "model/read_citation.hpp"
#include "model/rule_set.hpp"

namespace sudui::model {

/// The list below `clauses`, with groups and their children. Reports ids that occur twice in it.
[[nodiscard]] std::vector<clause> read_clauses(mapping_reader& keys, const cite_scope& scope);

}  // namespace sudui::model
