// Plans and decisions from rule texts, for tests that look inside.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "api/loaded.hpp"
#include "decide/answers.hpp"
#include "decide/row.hpp"
#include "decide/state.hpp"
#include "plan/from_types.hpp"
#include "support/rules.hpp"

namespace sudui::tests {

/// A plan with the rules it came from.
struct planned {
  rule_set rules;
  std::shared_ptr<const plan::plan> made;

  [[nodiscard]] std::size_t count(plan::instruction_kind kind, std::uint32_t block = 0) const {
    std::size_t found = 0;
    for (const auto& each : made->blocks[block].code) found += each.kind == kind ? 1 : 0;
    return found;
  }
  [[nodiscard]] std::size_t count(values::op code, std::uint32_t block = 0) const {
    std::size_t found = 0;
    for (const auto& each : made->blocks[block].code) {
      found += each.kind == plan::instruction_kind::apply && each.code == code ? 1 : 0;
    }
    return found;
  }
  [[nodiscard]] std::size_t length(std::uint32_t block = 0) const {
    return made->blocks[block].code.size();
  }
};

inline planned plan_of(const std::vector<std::string>& documents, date as_of = day(2021, 12, 31)) {
  plan::binding on;
  on.as_of = as_of;
  on.year = static_cast<int>(as_of.year());
  planned made{rules_of(documents), nullptr};
  made.made = plan::from_types(made.rules.held().typed, on);
  return made;
}

/// What a plan makes of a company, with the memory it stands in.
struct run_of {
  planned by;
  decide::state run;
  decide::answers answers;

  explicit run_of(const std::vector<std::string>& documents, const profile& company = {})
      : by(plan_of(documents)) {
    take(company);
  }
  void take(const profile& company) {
    const decide::catalogue names{by.rules.policies(), by.rules.fields(), by.rules.parameters()};
    answers.decide(*by.made, names, company, run);
  }
  [[nodiscard]] const decision& first() const { return answers.all().front(); }
  [[nodiscard]] const amount& paid() const { return first().grants.front().how_much; }
};

/// An amount as a text: `100`, `100 .. 200`, `? .. 200`, `unknown`, `null`, `none`.
inline std::string text_of(const amount& of) {
  const auto end = [](const std::optional<decimal>& what) {
    return what ? what->to_string() : std::string("?");
  };
  switch (of.is) {
    case amount::state::none:
      return "none";
    case amount::state::null:
      return "null";
    case amount::state::unknown:
      return "unknown";
    case amount::state::exact:
      return end(of.low);
    case amount::state::interval:
      break;
  }
  return end(of.low) + " .. " + end(of.high);
}

inline std::string names_of(std::span<const missing_input> inputs) {
  std::string all;
  for (const auto& each : inputs) all += (all.empty() ? "" : ", ") + each.name();
  return all;
}

}  // namespace sudui::tests
