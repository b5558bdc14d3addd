// A parameter or a definition that nothing uses is often a misspelt one.
//
// Tested by tests/data/rules/bad/unused-*.

#include "types/checks/checks.hpp"

namespace sudui::types {

// Asked only of rule sets without errors: what could not be typed may be what uses them. Fields
// need no user: the dictionary is that of the registers.
void check_unused(const catalog& names, text::sink& out) {
  const auto& rules = names.rules();
  for (std::size_t i = 0; i < rules.parameters.size(); ++i) {
    if (names.parameter_used[i]) continue;
    out.report(text::message::unused_parameter, rules.parameters[i].id.where,
               {rules.parameters[i].id.text});
  }
  for (std::size_t i = 0; i < rules.definitions.size(); ++i) {
    if (names.definition_used[i]) continue;
    out.report(text::message::unused_definition, rules.definitions[i].id.where,
               {rules.definitions[i].id.text});
  }
}

}  // namespace sudui::types
