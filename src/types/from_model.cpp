// The arrow from the model to the typed model: dictionary and parameters first, for they use
// nothing else; then the policies, which pull in the definitions they use; then the definitions
// nobody used, so that a mistake in them shows all the same; then the lints.
//
// Tested by tests/unit/types/from_model_test.cpp and tests/data/rules.

#include "types/from_model.hpp"

#include <utility>

#include "types/checker.hpp"
#include "types/checks/checks.hpp"
#include "types/type_parameters.hpp"
#include "types/type_policies.hpp"

namespace sudui::types {

namespace {
// A definition without a call has no argument types: its parameters are taken as numbers, which
// most are. A definition that is never called is typed without its findings when that guess may be
// wrong.
void check_uncalled(catalog& names, text::sink& out) {
  const auto& definitions = names.rules().definitions;
  for (std::uint32_t i = 0; i < definitions.size(); ++i) {
    if (names.definition_used[i] || !definitions[i].parameters.empty()) continue;
    feel::expression call;
    feel::node name;
    name.kind = feel::node_kind::name;
    name.text = definitions[i].id.text;
    name.where = definitions[i].id.where;
    call.nodes.push_back(std::move(name));
    call.root = 0;
    scope locals;
    static_cast<void>(checker(names, out, locals, call).check());
    names.definition_used[i] = false;
  }
}
}  // namespace

typed_rules from_model(std::shared_ptr<const model::rule_set> rules, text::sink& out) {
  typed_rules made;
  made.from = std::move(rules);
  made.dictionary = schema(made.from->fields, out);
  made.parameters = type_parameters(*made.from, out);
  catalog names(*made.from, made.dictionary, made.parameters, out);
  for (const auto& policy : made.from->policies) {
    made.policies.push_back(type_policy(policy, names, out));
    check_never_met(made.policies.back(), out);
    check_tiers(made.policies.back(), out);
  }
  check_uncalled(names, out);
  check_unused(names, out);
  made.slot_count = names.slot_count();
  return made;
}

}  // namespace sudui::types
