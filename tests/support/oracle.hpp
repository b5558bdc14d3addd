#pragma once

// The reference every executor must equal: a tree walk over the typed model, as naive as can be. It
// knows nothing of plans, registers, cells or the operators of `values`.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <sudui/decision.hpp>
#include <sudui/profile.hpp>

#include "support/oracle_value.hpp"
#include "types/typed.hpp"

namespace oracle {

struct amount {
  sudui::amount::state is = sudui::amount::state::none;
  std::optional<rational> low, high;
};

struct decision {
  std::string policy;
  sudui::verdict verdict = sudui::verdict::undetermined;
  std::vector<sudui::outcome> clauses;  // depth first
  std::vector<amount> grants;
  std::set<std::string> missing;
};

/// Decides every policy in force on the day.
class judge {
 public:
  judge(const sudui::types::typed_rules& rules, const sudui::profile& company, sudui::date as_of,
        int year)
      : rules_(rules), company_(company), as_of_(as_of), year_(year) {}

  [[nodiscard]] std::vector<decision> decide();

 private:
  using expr = sudui::types::expr;

  // oracle.cpp
  thing eval(const expr& what);
  thing eval_field(std::uint32_t field, const std::optional<thing>& year);
  thing eval_range(const expr& what);
  thing eval_parameter(const expr& what);
  thing eval_loop(const expr& what);
  thing eval_call(const expr& what);

  // oracle_operators.cpp
  thing apply(sudui::values::op code, const std::vector<thing>& given);

  // oracle_policies.cpp
  decision decide_one(const sudui::types::typed_policy& policy,
                      const sudui::types::typed_version& version);
  sudui::outcome outcome_of(const sudui::types::typed_clause& clause,
                            std::vector<sudui::outcome>& out, std::set<std::string>& missing);
  sudui::outcome together(const std::vector<sudui::types::typed_clause>& clauses,
                          std::vector<sudui::outcome>& out, std::set<std::string>& missing);
  amount grant_of(const sudui::types::typed_benefit& benefit);
  amount one_amount(const sudui::types::typed_benefit& benefit);
  amount of_tiers(const sudui::types::typed_benefit& benefit);

  const sudui::types::typed_rules& rules_;
  const sudui::profile& company_;
  sudui::date as_of_;
  int year_;
  sudui::date day_{};  // of the policy being decided
  std::map<std::uint32_t, thing> locals_;
};

}  // namespace oracle
