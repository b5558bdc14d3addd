// A plan of `demo/one` with traces, on the last day of 2021, and the limits in it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "api/loaded.hpp"
#include "plan/from_types.hpp"
#include "review/limits.hpp"
#include "support/rules.hpp"

namespace sudui::tests {

struct limited {
  rule_set rules;
  std::shared_ptr<const plan::plan> planned;
  std::vector<review::limit_found> limits;

  explicit limited(const std::vector<std::string>& documents) : rules(rules_of(documents)) {
    plan::binding on;
    on.as_of = day(2021, 12, 31);
    on.year = 2021;
    on.traced = true;
    on.chosen = [](const std::string& id) { return id == "demo/one"; };
    planned = plan::from_types(rules.held().typed, on);
    limits = review::find_limits(*planned, rules.find("demo/one")->versions.front());
  }
  [[nodiscard]] decide::catalogue names() const {
    return {rules.policies(), rules.fields(), rules.parameters()};
  }
};

}  // namespace sudui::tests
