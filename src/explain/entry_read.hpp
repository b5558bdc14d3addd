#pragma once

#include "plan/from_types.hpp"
#include "types/typed.hpp"
#include "values/cell.hpp"

namespace sudui::explain {

/// The entry of a parameter that gave its value on the day: by year or by code the one for `key`,
/// which by date is not looked at. None where there is none, where nobody knows the key, and where
/// the value came from outside.
[[nodiscard]] const model::parameter_entry* entry_read(const types::typed_rules& rules,
                                                       std::uint32_t parameter,
                                                       const plan::binding& on, date day,
                                                       const values::cell& key);

}  // namespace sudui::explain
