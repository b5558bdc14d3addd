// A plan with traces that has run for a company, for tests that look into explanations.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "api/describe.hpp"
#include "api/loaded.hpp"
#include "catch.hpp"
#include "decide/answers.hpp"
#include "decide/row.hpp"
#include "explain/explain.hpp"
#include "explain/grants.hpp"
#include "explain/steps.hpp"
#include "plan/from_types.hpp"
#include "support/rules.hpp"

namespace sudui::tests {

/// The policy `demo/one` of the documents, on the last day of 2021.
class traced {
 public:
  explicit traced(const std::vector<std::string>& documents, const profile& company = {})
      : rules_(rules_of(documents)) {
    asked_.keeps = std::make_shared<rule_set>(rules_);
    asked_.names = {rules_.policies(), rules_.fields(), rules_.parameters()};
    asked_.of = rules_.find("demo/one");
    asked_.rules = rules_.held().typed;
    asked_.on.as_of = day(2021, 12, 31);
    asked_.on.year = 2021;
    asked_.digest = rules_.digest();
    const auto& files = rules_.held().files;
    asked_.place = [&files](text::span where) { return api::describe(where, files); };
    asked_.text = [&files](text::span where) { return api::text_at(where, files); };
    asked_.cite = [](const model::citation& from) { return api::describe(from); };
    auto on = asked_.on;
    on.traced = true;
    planned_ = plan::from_types(asked_.rules, on);
    answers_.decide(*planned_, asked_.names, company, run_);
  }
  traced(const traced&) = delete;
  traced& operator=(const traced&) = delete;

  [[nodiscard]] const explain::request& asked() const { return asked_; }
  [[nodiscard]] const decision& decided() const { return answers_.all().front(); }

  /// The step of the first clause.
  [[nodiscard]] step clause() {
    explain::step_maker steps(asked_, *planned_, run_);
    return steps.make(planned_->traces.front().clauses.front());
  }
  /// The steps of the first benefit.
  [[nodiscard]] std::vector<step> amount() {
    const auto& lowered = planned_->policies.front();
    const auto& typed = asked_.rules->policies[lowered.index].versions[lowered.version];
    decide::run_block(*planned_, lowered.benefits.front().code, run_);
    explain::step_maker steps(asked_, *planned_, run_);
    return explain::amount_steps(lowered.benefits.front(),
                                 planned_->traces.front().benefits.front(), typed.benefits.front(),
                                 steps, asked_, run_);
  }

 private:
  rule_set rules_;
  explain::request asked_;
  std::shared_ptr<const plan::plan> planned_;
  decide::state run_;
  decide::answers answers_;
};

/// A step and its parts on one line: `comparison(input, constant)`.
inline std::string outline(const step& of) {
  static const char* const words[] = {"logic",     "comparison", "quantifier",  "definition",
                                      "parameter", "input",      "calculation", "constant",
                                      "tier",      "band",       "limit",       "rounding"};
  std::string made = words[static_cast<std::size_t>(of.what)];
  if (of.parts.empty()) return made;
  made += "(";
  for (const auto& part : of.parts) made += (&part == of.parts.data() ? "" : ", ") + outline(part);
  return made + ")";
}

}  // namespace sudui::tests
