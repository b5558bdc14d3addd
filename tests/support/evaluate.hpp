// One formula at a time, through the stages that a formula of a rule set goes through: parsed,
// typed, lowered, run.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <sudui/profile.hpp>
#include <sudui/rule_set.hpp>

#include "text/source.hpp"
#include "types/typed.hpp"

namespace sudui::tests {

/// What became of a formula: a value, or what was said against it.
struct evaluated {
  std::optional<value> held;
  types::type of;
  diagnostics findings;
  /// The value as FEEL text, or the codes of the findings: `error: unknown-name`.
  [[nodiscard]] std::string to_string() const;
};

/// Types a formula against the names of a rule set, and evaluates it for profiles.
class evaluator {
 public:
  explicit evaluator(const rule_set& rules) : rules_(rules) {}

  [[nodiscard]] evaluated run(std::string_view formula, const profile& company = {},
                              date as_of = std::chrono::year(2021) / 12 / 31) const;

 private:
  rule_set rules_;
};

}  // namespace sudui::tests
