#pragma once

#include "model/reading.hpp"
#include "model/rule_set.hpp"

namespace sudui::model {

/// A `test:` document. Profile and parameters stay trees: who runs the test reads them.
[[nodiscard]] test read_test(const text::tree& from, const reading& in);

}  // namespace sudui::model
