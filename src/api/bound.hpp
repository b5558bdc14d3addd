#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <sudui/matcher.hpp>
#include <sudui/rule_set.hpp>

#include "api/loaded.hpp"
#include "decide/answers.hpp"
#include "decide/state.hpp"
#include "plan/from_types.hpp"
#include "plan/plan.hpp"
#include "portfolio/program.hpp"
#include "portfolio/resolve.hpp"

namespace sudui {
inline namespace v1 {
namespace api {

/// What a matcher handle holds.
struct bound {
  rule_set rules;
  plan::binding on;  // kept, to bind one policy again with traces
  std::shared_ptr<const plan::plan> planned;
  std::vector<const policy*> not_in_force;
  std::shared_ptr<const portfolio::program> groups;

  [[nodiscard]] decide::catalogue names() const {
    return {rules.policies(), rules.fields(), rules.parameters()};
  }
};

/// Binds the policies that are chosen, all without a function. As rule_set::bind.
[[nodiscard]] result<matcher> bind(const rule_set& rules, date as_of, const bind_options& options,
                                   std::function<bool(const std::string&)> chosen);

/// What decisions hold: the memory they view, and what keeps the rules alive.
struct decided {
  decide::state run;
  decide::answers answers;
  std::shared_ptr<const bound> by;
  std::optional<portfolio::resolver> resolver;  // for `by`
  portfolio::resolution resolved;
};

}  // namespace api
}  // namespace v1
}  // namespace sudui
