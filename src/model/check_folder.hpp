#pragma once

#include "model/reading.hpp"
#include "model/rule_set.hpp"

namespace sudui::model {

/// Checks that need all documents at once: names declared twice, holders nobody declared, tests of
/// things that do not exist.
void check_folder(const rule_set& rules, const reading& in);

}  // namespace sudui::model
