#pragma once

#include <optional>
#include <vector>

#include "text/sink.hpp"
#include "types/catalog.hpp"
#include "types/typed.hpp"

namespace sudui::types {

/// What the policies that affect a field add to it, or take off as a negative number: typed once.
/// None where the field depends on itself, which is reported at `where`.
[[nodiscard]] const std::vector<expr>* effects_on(std::uint32_t field, catalog& names,
                                                  text::sink& out, text::span where);

/// Reports what `affects:` says of no field and no benefit, also where nobody reads it.
void check_effects(catalog& names, text::sink& out);

}  // namespace sudui::types
