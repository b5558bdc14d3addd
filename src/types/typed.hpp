#pragma once

// The typed model: every name resolved, every node with its type. What plan lowers and what the
// tests' oracle walks. Owns nothing of the text but views into the model it was made from.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <sudui/value.hpp>

#include "model/rule_set.hpp"
#include "text/span.hpp"
#include "types/schema.hpp"
#include "types/type.hpp"
#include "values/op.hpp"

namespace sudui::types {

enum class expr_kind : std::uint8_t {
  constant,     // constant
  year,         // the assessment year
  as_of,        // the as-of day
  field,        // index: field; parts: [] or, for a yearly one, [year]
  field_range,  // index: yearly field; parts: [from, to]: the list of the years, both ends included
  parameter,    // index: parameter; parts: [] by date, [year] by year, [code] by code
  local,        // index: slot of a local variable
  apply,        // code on parts
  some,
  every,    // index: slot; parts: [list, condition]
  filter,   // index: slot; parts: [list, condition]
  collect,  // index: slot; parts: [list, result]: FEEL `for x in list return result`
  call      // index: definition; parts: arguments; called: their slots and the bodies
};

struct expr;

/// The body of a definition in one window, typed for one call.
struct called_version {
  model::window days;
  std::shared_ptr<const expr> body;
};

/// A definition typed for the arguments of a call. Calls with arguments of the same types share it.
struct called_definition {
  std::vector<std::uint32_t> slots;  // one a parameter
  std::vector<called_version> versions;
};

struct expr {
  expr_kind kind = expr_kind::constant;
  values::op code{};
  std::uint32_t index = 0;
  type of;
  value constant;
  std::vector<expr> parts;
  std::shared_ptr<const called_definition> called;
  text::span where;
};

/// The parts of an expression, moved into place where they may be: a list in braces would copy each
/// with all that is below it.
template <class... Each>
[[nodiscard]] std::vector<expr> parts_of(Each&&... each) {
  std::vector<expr> made;
  made.reserve(sizeof...(each));
  (made.push_back(std::forward<Each>(each)), ...);
  return made;
}

struct typed_clause {
  const model::clause* from = nullptr;
  expr require;                        // of a leaf
  std::vector<typed_clause> children;  // of a group
};

struct typed_limit {
  const model::limit* from = nullptr;
  expr amount;
};

struct typed_band {
  std::optional<expr> to;
  expr rate;
};

struct typed_row {
  const model::tier_row* from = nullptr;
  std::vector<expr> tests;  // one boolean expression per column that is not `-`
  expr amount;
};

enum class amount_form : std::uint8_t { none, formula, up_to, tiers, bands };

struct typed_benefit {
  const model::benefit* from = nullptr;
  amount_form form = amount_form::none;
  std::string unit;           // for people
  std::optional<expr> items;  // the list of for_each
  std::uint32_t slot = 0;     // its variable
  std::vector<typed_clause> item_clauses;
  std::optional<expr> amount;     // formula, up_to; of `bands`: the whole as marginal(base, bands)
  std::vector<expr> on;           // of tiers: what the columns test
  std::vector<typed_row> rows;    // under `priority` in the order of their outputs
  std::optional<expr> otherwise;  // of tiers: what is paid where no row applies
  std::vector<typed_limit> limits;
  std::vector<typed_limit> total_limits;
};

struct typed_version {
  const model::policy_version* from = nullptr;
  std::vector<typed_clause> clauses;
  std::vector<typed_benefit> benefits;
};

struct typed_policy {
  const model::policy* from = nullptr;
  std::vector<typed_version> versions;
};

/// A policy of a group, and which of its benefits counts there.
struct typed_member {
  const model::group_member* from = nullptr;
  std::uint32_t policy = 0;
  std::string option;                                  // of the election
  std::vector<std::optional<std::uint32_t>> benefits;  // by version; none: no member then
};

/// INVARIANT: all counted benefits are of `kind` and have amounts in `unit`; of a group over items,
/// all of them pay for the items of the field `items`.
struct typed_group {
  const model::group* from = nullptr;
  model::benefit_kind kind = model::benefit_kind::cash;
  std::string unit;  // for people
  std::optional<std::uint32_t> items;
  std::vector<typed_member> members;  // by policy, each once
  std::optional<expr> cap, paid, election;
};

/// One value of a parameter, folded to a constant.
struct parameter_value {
  model::window days;
  std::optional<std::int32_t> year;
  std::string code;
  value held;  // unknown where nobody has published it
  const model::parameter_entry* from = nullptr;
};

struct typed_parameter {
  const model::parameter* from = nullptr;
  type of;
  std::vector<parameter_value> values;
};

/// Everything of a rule set, typed. Keeps the model it points into.
struct typed_rules {
  std::shared_ptr<const model::rule_set> from;
  schema dictionary;
  std::vector<typed_parameter> parameters;
  std::vector<typed_policy> policies;
  std::vector<typed_group> groups;
  std::uint32_t slot_count =
      0;  // local slots are numbered 0 .. slot_count - 1 over the whole rule set
};

}  // namespace sudui::types
