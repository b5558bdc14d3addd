#pragma once

#include <vector>

#include <sudui/profile.hpp>
#include <sudui/rule_set.hpp>

#include "model/rule_set.hpp"

namespace sudui {
inline namespace v1 {
namespace api {

/// What a test expects of groups and did not come, one text an expectation. Binds the policies that
/// the test speaks of with all that share groups with them; does nothing where it expects nothing.
[[nodiscard]] std::vector<localized> compare_groups(const rule_set& rules, const model::test& of,
                                                    const bind_options& options,
                                                    const profile& company);

}  // namespace api
}  // namespace v1
}  // namespace sudui
