#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <sudui/profile.hpp>
#include <sudui/value.hpp>

#include "decide/state.hpp"
#include "feel/ast.hpp"
#include "plan/plan.hpp"
#include "text/sink.hpp"
#include "types/typed.hpp"

namespace sudui {
inline namespace v1 {
namespace api {

/// A name that an expression finds beside those of its rule set. An unknown value is a missing one.
struct variable {
  std::string name;
  types::type of;
  value held;
};

struct evaluate_options {
  std::shared_ptr<const types::typed_rules> rules;  // none: no names but the variables
  const profile* company = nullptr;
  date as_of = std::chrono::year(1970) / 1 / 1;
  std::optional<int> year;     // default: that of the day
  bool null_operands = false;  // see expression_options
  bool traced = false;
};

/// What became of an expression, with the run that it came from.
struct evaluation {
  types::type of;
  std::optional<value> held;  // nothing where it was refused
  plan::trace trace;          // where traced; points into `body`
  std::shared_ptr<const types::expr> body;
  std::shared_ptr<const plan::plan> planned;
  std::shared_ptr<decide::state> run;
};

/// Types, lowers and runs one parsed expression, as a formula of a rule set is. What is wrong with
/// it is reported, and nothing is run then.
[[nodiscard]] evaluation evaluate(const feel::expression& tree, std::span<const variable> variables,
                                  const evaluate_options& options, text::sink& out);

/// The same of a decision table, as a definition with `table:` holds one.
[[nodiscard]] evaluation evaluate_table(const model::tiers& table,
                                        std::span<const variable> variables,
                                        const evaluate_options& options, text::sink& out);

/// The type of a value, its empty lists being lists of null.
[[nodiscard]] types::type type_of(const value& held);

}  // namespace api
}  // namespace v1
}  // namespace sudui
