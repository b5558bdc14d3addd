#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sudui/diagnostic.hpp>
#include <sudui/export.hpp>
#include <sudui/profile.hpp>
#include <sudui/rule_set.hpp>
#include <sudui/value.hpp>

namespace sudui {
inline namespace v1 {

/// What an expression is evaluated with. Nothing of it is kept; any thread.
struct expression_options {
  const rule_set* rules = nullptr;   ///< whose fields, parameters and definitions are names
  const profile* company = nullptr;  ///< values of the fields
  /// Names beside those of the rules, with the types that their values have.
  std::vector<std::pair<std::string, value>> variables;
  date as_of = std::chrono::year(1970) / 1 / 1;
  std::optional<int> year;  ///< default: that of the as-of day
  /// What can have one answer only has it, as in the standard: null (`1 + null`,
  /// `date("2024-02-30")`), or false (`{a: 1} = {b: 1}`). A rule set refuses it as a mistake.
  bool null_operands = false;
  bool steps = false;  ///< keep the values of all parts
};

/// The value of one part of an expression. Parts of a loop's body are left out: they have a value
/// for each item.
struct expression_step {
  std::string text;  ///< as it was written
  value held;
  std::vector<expression_step> parts;
};

struct expression_result {
  std::optional<value> held;  ///< nothing where the expression is refused: see `findings`
  std::string type;           ///< `number`, `list of string`
  diagnostics findings;
  std::optional<expression_step> steps;  ///< where asked for
};

/// Reads, types and evaluates one FEEL expression as a formula of a rule set is. Never fails: what
/// is wrong is in `findings`, under the name `expression`. O(rules) where rules are given.
[[nodiscard]] SUDUI_API expression_result evaluate(std::string_view formula,
                                                   const expression_options& options = {});

/// Everything that can be named: variables, names of the rules, built-in functions; sorted.
[[nodiscard]] SUDUI_API std::vector<std::string> expression_names(
    const expression_options& options = {});

}  // namespace v1
}  // namespace sudui
