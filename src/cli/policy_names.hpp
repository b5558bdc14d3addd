#pragma once

#include <string>

#include <sudui/rule_set.hpp>

#include "cli/session.hpp"

namespace sudui::cli {

/// Whether a pattern of `--policy` matches a policy of these rules, on whatever day.
[[nodiscard]] bool has_policy(const rule_set& rules, const std::string& pattern);

/// Says on standard error that there is no such policy, and which may be meant.
void say_no_policy(const rule_set& rules, const std::string& pattern, const session& with);

}  // namespace sudui::cli
