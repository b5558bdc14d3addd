#pragma once

#include <vector>

#include <sudui/readiness.hpp>

#include "plan/from_types.hpp"
#include "types/typed.hpp"

namespace sudui::review {

/// What is looked at: the rules of a binding, and the public structs in the same order.
struct readiness_request {
  const types::typed_rules& rules;
  const plan::binding& on;
  std::span<const policy> policies;
  std::span<const field> fields;
  std::span<const parameter> parameters;
};

/// One version in force, by the numbers of its policy and of itself.
[[nodiscard]] policy_readiness ready(const readiness_request& what, std::uint32_t policy,
                                     std::uint32_t version);

/// What an input asks of the company.
[[nodiscard]] input_role role_of(const field& what, const field* member);

}  // namespace sudui::review
