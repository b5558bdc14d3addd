#pragma once

// A rule set bound to a day and a year, lowered to flat instructions over registers: what an
// executor runs. Equal subexpressions of all policies share one register; everything constant has
// been computed; loops contain only what depends on their item. A plan is immutable; executors keep
// registers of their own.

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sudui/decimal.hpp>
#include <sudui/value.hpp>

#include "types/typed.hpp"
#include "values/arena.hpp"
#include "values/cell.hpp"
#include "values/op.hpp"

namespace sudui::plan {

using reg = std::uint32_t;

enum class instruction_kind : std::uint8_t {
  apply,          // code on operands
  load,           // input `index`
  load_year,      // yearly input `index`; operand: the year
  load_range,     // yearly input `index`; operands: first and last year
  lookup,         // table `index`; operand: the year or the code
  not_published,  // parameter `index` has no value on the day or in `year`: unknown
  some,
  every,  // block `index` for every item of the operand
  filter,
  collect
};

struct instruction {
  instruction_kind kind = instruction_kind::apply;
  values::op code{};
  reg result = 0;
  std::uint32_t first = 0;  // operands[first, first + count)
  std::uint32_t count = 0;
  std::uint32_t index = 0;
  std::int32_t year = 0;
};

/// A straight run of instructions: the main block, the body of a loop, or the amounts of a benefit.
struct block {
  std::vector<instruction> code;
  reg item = 0;    // of a loop: where the executor puts the item
  reg result = 0;  // of a loop: what it reads
};

/// A field that some instruction loads.
struct input {
  std::uint32_t field = 0;  // of the dictionary
  const types::type* of = nullptr;
  bool is_yearly = false;
  model::absence missing = model::absence::unknown;
};

/// A parameter that is looked up while running, because its year or code comes from the profile.
struct table {
  std::uint32_t parameter = 0;
  model::code_match match = model::code_match::exact;
  bool by_year = false;
  std::map<std::int32_t, values::cell> years;
  std::map<std::string, values::cell, std::less<>> codes;
};

/// A clause, depth first: a group is followed by its children.
struct clause {
  model::clause_kind kind = model::clause_kind::require;
  reg condition = 0;       // of a leaf
  std::uint32_t size = 1;  // clauses of the subtree, itself included
};

struct limit {
  bool is_maximum = true;
  reg amount = 0;
};

struct row {
  std::vector<reg> tests;
  reg amount = 0;
};

/// How the amount of one benefit (or of one of its items) comes about.
struct amount {
  types::amount_form form = types::amount_form::none;
  model::hit_policy hit = model::hit_policy::unique;
  reg formula = 0;  // of formula, up_to and bands
  std::vector<row> rows;
  std::optional<reg> otherwise;  // of tiers: where no row applies
  std::vector<limit> limits;
  std::optional<model::rounding_rule> round;
};

struct benefit {
  std::uint32_t code = 0;  // block to be run before the amount is read
  amount how_much;
  std::optional<reg> items;     // the list of for_each
  std::uint32_t item_code = 0;  // its block
  std::vector<clause> item_clauses;
  std::vector<limit> total_limits;
};

struct policy {
  std::uint32_t index = 0;  // of the rule set
  std::uint32_t version = 0;
  std::vector<clause> clauses;
  std::vector<benefit> benefits;
};

/// A policy of a group that is in force: its place in `plan::policies`, and the benefit that
/// counts.
struct group_member {
  std::uint32_t policy = 0;
  std::uint32_t benefit = 0;
  std::uint32_t member = 0;  // of the typed group
};

/// A group with at least one member in force.
struct group {
  std::uint32_t index = 0;  // of the rule set
  std::vector<group_member> members;
  std::optional<std::uint32_t> code;  // block to be run before the registers are read
  std::optional<reg> cap, paid, election;
};

/// What was lowered to what, for explanations; recorded only when asked for.
struct trace {
  const types::expr* of = nullptr;
  reg held = 0;
  std::optional<std::pair<reg, reg>> quotient;  // held is the first over the second
  std::uint32_t block = 0;                      // of a loop
  std::vector<trace> parts;
};

struct policy_trace {
  std::vector<trace> clauses;  // one a leaf, depth first
  struct of_benefit {
    std::vector<trace> amount;              // formula; or a row's amount each
    std::vector<std::vector<trace>> tests;  // of rows
    std::vector<trace> limits, total_limits;
    std::vector<trace> item_clauses;  // one a leaf, depth first
  };
  std::vector<of_benefit> benefits;
};

/// Hash of names that takes views, so that a look-up makes no string.
struct name_hash {
  using is_transparent = void;
  [[nodiscard]] std::size_t operator()(std::string_view name) const noexcept {
    return std::hash<std::string_view>{}(name);
  }
};
using name_table =
    boost::unordered_flat_map<std::string, std::uint32_t, name_hash, std::equal_to<>>;

struct plan {
  std::shared_ptr<const types::typed_rules> rules;
  date as_of{};
  std::int32_t year = 0;
  std::vector<values::cell> registers;  // as they are before a run: constants in place
  std::vector<reg> operands;
  std::vector<block> blocks;  // the first is the main block
  std::vector<input> inputs;
  name_table input_names;  // names and aliases of the inputs
  std::vector<table> tables;
  std::vector<policy> policies;             // in force, by id
  std::vector<group> groups;                // by id
  std::vector<std::uint32_t> not_in_force;  // policies chosen, without a version on their day
  std::vector<policy_trace> traces;         // one a policy, when asked for
  values::arena memory;                     // of constants
};

}  // namespace sudui::plan
