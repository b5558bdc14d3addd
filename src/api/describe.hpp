#pragma once

#include <string>
#include <vector>

#include <sudui/rule_set.hpp>

#include "model/rule_set.hpp"
#include "text/source.hpp"
#include "types/typed.hpp"

namespace sudui {
inline namespace v1 {
namespace api {

/// The public structs of a model. Same numbers: policy i of the model is policy i here.
[[nodiscard]] std::vector<policy> describe_policies(const types::typed_rules& rules,
                                                    const text::sources& files);
/// `policies` are those of the first function; the groups point to them.
[[nodiscard]] std::vector<group> describe_groups(const types::typed_rules& rules,
                                                 const text::sources& files,
                                                 const std::vector<policy>& policies);
[[nodiscard]] std::vector<field> describe_fields(const types::typed_rules& rules);
[[nodiscard]] std::vector<parameter> describe_parameters(const types::typed_rules& rules);

[[nodiscard]] citation describe(const model::citation& from);
[[nodiscard]] location describe(text::span where, const text::sources& files);
/// The source text at a place, line ends and indentation folded to single spaces.
[[nodiscard]] std::string text_at(text::span where, const text::sources& files);

}  // namespace api
}  // namespace v1
}  // namespace sudui
