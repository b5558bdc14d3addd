// The type of a formula over the small dictionary, or what is said against it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/evaluate.hpp"
#include "support/rules.hpp"

namespace sudui::tests {

inline std::string type_of(std::string_view formula) {
  static const rule_set rules = rules_of({});
  const auto made = evaluator(rules).run(formula);
  return made.held ? made.of.to_string() : made.to_string();
}

using formulas = std::vector<std::pair<const char*, const char*>>;

/// Checks every formula's type against the text beside it.
inline void check_types(const formulas& all) {
  for (const auto& [formula, wanted] : all) {
    INFO(formula);
    CHECK(type_of(formula) == wanted);
  }
}

}  // namespace sudui::tests
