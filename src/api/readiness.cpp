// Tested by tests/api/readiness_test.cpp.
#include "review/readiness.hpp"

#include <sudui/readiness.hpp>

#include "api/bound.hpp"

namespace sudui {
inline namespace v1 {

std::vector<policy_readiness> readiness_of(const matcher& by) {
  const api::bound& held = by.held();
  const rule_set& rules = by.rules();
  const review::readiness_request what{*rules.held().typed, held.on, rules.policies(),
                                       rules.fields(), rules.parameters()};
  std::vector<policy_readiness> all;
  all.reserve(held.planned->policies.size());
  for (const auto& each : held.planned->policies) {
    all.push_back(review::ready(what, each.index, each.version));
  }
  return all;
}

}  // namespace v1
}  // namespace sudui
