#pragma once

#include "model/reading.hpp"
#include "model/rule_set.hpp"

namespace sudui::model {

/// The version of the rule language that this library reads.
inline constexpr int language_version = 1;

/// The `rule_set:` document.
[[nodiscard]] header read_header(const text::tree& from, const reading& in);

}  // namespace sudui::model
