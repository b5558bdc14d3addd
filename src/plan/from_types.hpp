#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include <sudui/value.hpp>

#include "plan/plan.hpp"
#include "types/typed.hpp"

namespace sudui::plan {

/// What binding fixes. Parameter values given here replace the rule set's own: by date a value, by
/// year or code a context of year or code to value; they fit the parameter's type (the caller has
/// checked).
struct binding {
  date as_of{};
  std::int32_t year = 0;
  std::function<bool(const std::string& policy)> chosen;  // empty: all
  std::map<std::uint32_t, value> parameters;              // by parameter number
  bool traced = false;
};

/// Lowers the policies in force. Total: every typed rule set without errors has a plan.
[[nodiscard]] std::shared_ptr<const plan> from_types(
    std::shared_ptr<const types::typed_rules> rules, const binding& on);

/// The day that picks versions, parameters and definitions of a policy.
[[nodiscard]] date policy_day(const model::policy& policy, const binding& on);

}  // namespace sudui::plan
