#pragma once

#include <memory>
#include <string>
#include <vector>

#include <sudui/matcher.hpp>
#include <sudui/rule_set.hpp>

#include "api/loaded.hpp"
#include "decide/answers.hpp"
#include "decide/state.hpp"
#include "plan/from_types.hpp"
#include "plan/plan.hpp"

namespace sudui {
inline namespace v1 {
namespace api {

/// What a matcher handle holds.
struct bound {
  rule_set rules;
  plan::binding on;  // kept, to bind one policy again with traces
  std::shared_ptr<const plan::plan> planned;
  std::vector<const policy*> not_in_force;

  [[nodiscard]] decide::catalogue names() const {
    return {rules.policies(), rules.fields(), rules.parameters()};
  }
};

/// What decisions hold: the memory they view, and what keeps the rules alive.
struct decided {
  decide::state run;
  decide::answers answers;
  std::shared_ptr<const bound> by;
};

/// Whether the text matches a pattern in which `*` stands for any run of characters. Linear for
/// each star.
[[nodiscard]] bool matches_glob(std::string_view pattern, std::string_view text) noexcept;

}  // namespace api
}  // namespace v1
}  // namespace sudui
