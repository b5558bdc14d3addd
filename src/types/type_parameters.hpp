#pragma once

#include <vector>

#include "text/sink.hpp"
#include "types/typed.hpp"

namespace sudui::types {

/// Types the parameters and folds their values. They may use literals only.
[[nodiscard]] std::vector<typed_parameter> type_parameters(const model::rule_set& rules,
                                                           const schema& dictionary,
                                                           text::sink& out);

/// The type of a list of bands: records of `to` (null: no end) and `rate`.
[[nodiscard]] type bands_type(unit to);

}  // namespace sudui::types
