#pragma once

#include <span>
#include <string>
#include <string_view>

#include <sudui/decision.hpp>
#include <sudui/text.hpp>

namespace sudui::report {

[[nodiscard]] std::string_view word_of(standing what, language in) noexcept;
/// What a group does, in a few words: `the best one, nothing twice`.
[[nodiscard]] std::string_view rule_text(std::string_view rule, language in) noexcept;
/// What a group makes of a policy and why: `gives way to ... (group)`.
[[nodiscard]] std::string effect_text(const group_effect& of, language in);
/// What people call a benefit of the policy, in the last version that has it.
[[nodiscard]] std::string benefit_name(const policy& of, std::string_view id, language in);
/// An amount in the unit that the group compares.
[[nodiscard]] std::string group_amount(const amount& how_much, const group& of, language in);
/// What a result rests on: an election still to be made, a reading, missing inputs; may be empty.
[[nodiscard]] std::string result_remark(const group_result& of, language in);

/// The groups that a policy is in, each with its rule, the other members and where it stands in the
/// law; empty where it is in none.
[[nodiscard]] std::string membership_text(const policy& of, std::span<const group> groups,
                                          language in);

}  // namespace sudui::report
