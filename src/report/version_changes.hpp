#pragma once

#include <string>
#include <vector>

#include <sudui/rule_set.hpp>
#include <sudui/text.hpp>

namespace sudui::report {

/// What a version of a policy has that the one before it had not, a sentence each: clauses and
/// benefits that came, went or read otherwise, other sources, another way of redemption.
[[nodiscard]] std::vector<std::string> version_changes(const policy_version& before,
                                                       const policy_version& after, language in);

/// The amount in a sentence: by item or not, its limits, how it is rounded; empty where there is
/// none.
[[nodiscard]] std::string amount_sentence(const benefit& of, language in);

/// The best evidence that the benefits of the version cite: a status word, or `illustrative`.
[[nodiscard]] std::string evidence_of(const policy_version& of);

/// The version that holds on the day, else the last one.
[[nodiscard]] const policy_version* version_to_show(const policy& of, date day);

}  // namespace sudui::report
