#pragma once

#include <span>

#include "model/reading.hpp"
#include "model/rule_set.hpp"

namespace sudui::model {

enum class gap_policy : bool { refused, allowed };

/// Reports days that two windows hold, days between them that none holds (unless gaps are allowed),
/// and windows that do not stand in the order of time.
void check_timeline(std::span<const window> written, gap_policy gaps, const reading& in);

}  // namespace sudui::model
