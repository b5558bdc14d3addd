#pragma once

#include <sudui/rule_set.hpp>

#include "text/sink.hpp"
#include "text/tree.hpp"
#include "types/typed.hpp"

namespace sudui::ingest {

/// A mapping of parameter names to values that replace the rule set's own: by date a value, by year
/// or by code a mapping. `unknown` may stand for a value. What does not fit is reported and left
/// out.
[[nodiscard]] parameter_values parameters_of(const text::tree& what,
                                             const types::typed_rules& rules, text::sink& out);

}  // namespace sudui::ingest
