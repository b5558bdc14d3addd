#pragma once

#include "model/reading.hpp"

namespace sudui::model {

/// A version's mapping laid over its policy's: mappings merge key by key, lists replace, a null
/// takes the key away. `clauses` and `benefits` given as a mapping from ids merge into the list
/// they cover; an id that is not in the list is reported.
[[nodiscard]] text::tree overlay(text::tree base, const text::tree& over, const reading& in);

}  // namespace sudui::model
