#pragma once

#include "model/mapping_reader.hpp"
#include "model/rule_set.hpp"

namespace sudui::model {

/// The key `unit`, checked against the known units; empty when it is not there or not known.
[[nodiscard]] name read_unit(mapping_reader& keys);

}  // namespace sudui::model
