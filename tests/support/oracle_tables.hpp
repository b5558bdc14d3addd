#pragma once

#include <vector>

#include "support/oracle_value.hpp"
#include "values/op.hpp"

namespace oracle {

/// Equality as FEEL has it: true, false or unknown.
[[nodiscard]] thing same(const thing& a, const thing& b);

[[nodiscard]] bool is_table(sudui::values::op code);
/// A decision table: every choice of the rows that may apply is decided by itself.
[[nodiscard]] thing table(sudui::values::op code, const std::vector<thing>& given);

}  // namespace oracle
