#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sudui/decision.hpp>
#include <sudui/rule_set.hpp>
#include <sudui/value.hpp>

namespace sudui::report {

/// Decisions with the dates and the rules they were made by: what the renderers of decisions are
/// given.
struct answer {
  date as_of{};
  int year = 0;
  localized title;      // of the rule set
  std::string version;  // of the rule set
  std::string digest;
  std::span<const decision> decisions;
  std::span<const policy* const> not_in_force;
  std::string_view profile_digest = {};  // empty: not asked for
  std::span<const group_result> groups{};
  verdict least = verdict::ineligible;  // decisions below it are left out
};

/// Whether every clause and benefit of the version has a verified source.
[[nodiscard]] bool is_verified(const policy_version& version);

/// The clauses in the order of a decision's outcomes: depth first, a group before its children.
[[nodiscard]] std::vector<const clause*> in_order(const std::vector<clause>& clauses);

}  // namespace sudui::report
