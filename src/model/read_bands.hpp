#pragma once

#include <vector>

#include "model/reading.hpp"
#include "model/rule_set.hpp"

namespace sudui::model {

/// A list of bands, `{to, rate}`; the last may be open. Literal limits must ascend.
[[nodiscard]] std::vector<band> read_bands(const text::tree& from, const reading& in);

}  // namespace sudui::model
