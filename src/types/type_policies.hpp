#pragma once

#include "text/sink.hpp"
#include "types/catalog.hpp"
#include "types/typed.hpp"

namespace sudui::types {

/// Types the clauses of a version and one of its benefits.
[[nodiscard]] typed_version type_part(const model::policy_version& version,
                                      const model::benefit& benefit, catalog& names,
                                      text::sink& out);

/// Types clauses, benefits and limits of every version of a policy.
[[nodiscard]] typed_policy type_policy(const model::policy& from, catalog& names, text::sink& out);

}  // namespace sudui::types
