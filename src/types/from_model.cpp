// The arrow from the model to the typed model: dictionary and parameters first, for they use
// nothing else; then the policies, which pull in the definitions they use; then the groups of
// policies; then the definitions nobody used, so that a mistake in them shows all the same; then
// the lints.
//
// Tested by tests/unit/types/from_model_test.cpp and tests/data/rules.

#include "types/from_model.hpp"

#include <utility>

#include "types/checker.hpp"
#include "types/checks/checks.hpp"
#include "types/effects.hpp"
#include "types/type_groups.hpp"
#include "types/type_parameters.hpp"
#include "types/type_policies.hpp"

namespace sudui::types {

namespace {
// With parameters of type `error`, about which nothing is said: only mistakes that hang on no
// argument show.
void check_uncalled(catalog& names, text::sink& out) {
  const feel::expression nothing;
  scope locals;
  for (std::uint32_t i = 0; i < names.rules().definitions.size(); ++i) {
    if (names.definition_used[i]) continue;
    checker(names, out, locals, nothing).check_uncalled(i);
    names.definition_used[i] = false;
  }
}
}  // namespace

typed_rules from_model(std::shared_ptr<const model::rule_set> rules, text::sink& out) {
  typed_rules made;
  made.from = std::move(rules);
  made.dictionary = schema(made.from->fields, out);
  made.parameters = type_parameters(*made.from, made.dictionary, out);
  catalog names(*made.from, made.dictionary, made.parameters, out);
  check_effects(names, out);
  made.policies.reserve(made.from->policies.size());
  for (const auto& policy : made.from->policies) {
    made.policies.push_back(type_policy(policy, names, out));
    check_never_met(made.policies.back(), out);
    check_tiers(made.policies.back(), made.dictionary, out);
  }
  made.groups = type_groups(made.policies, names, out);
  check_groups(made, out);
  check_uncalled(names, out);
  // What could not be read or typed may be what uses them.
  if (!out.has_errors()) check_unused(names, out);
  made.slot_count = names.slot_count();
  return made;
}

}  // namespace sudui::types
