#pragma once

#include <bit>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "columns/layout.hpp"
#include "columns/linear.hpp"
#include "columns/pieces.hpp"
#include "columns/ragged.hpp"
#include "columns/slices.hpp"
#include "plan/plan.hpp"

namespace sudui::columns {

using node_id = std::uint32_t;

enum class node_kind : std::uint8_t {
  // three-valued truths, as planes of bits
  truth,       // the same for every row: `state`
  flag,        // a column of flags
  flag_is,     // truth a is true (limit 1) or false (0)
  below,       // number a < limit
  equals,      // number a = limit
  day_below,   // day column < limit
  day_equals,  // day column = limit
  less,        // number a < number b
  same,        // number a = number b
  ratio,       // number a / number b < below/above
  quotient,    // number a / number b < number c / number d
  quotient_same,
  coded,  // a function of one column of texts or days
  both,   // a and b
  either,
  opposite,
  chosen,        // if a then b else c
  absent,        // number a is null
  absent_truth,  // truth a is null
  some,          // list
  every,         // list
  spread_truth,  // truth a of the companies, repeated for the items of a list
  flag_in_year,  // the flag that input `column` has for year a
  real_less,     // real a < real b
  real_same,     // real a = real b
  // numbers
  number,         // a column
  day_number,     // a column of days
  constant,       // limit
  gap,            // unknown for every row
  nothing,        // null for every row
  coded_number,   // a function of one column of texts or days
  dated,          // the day of year a, month `above`, day `below`; null where there is none
  sum,            // a + b
  difference,     // a - b
  product,        // a * b
  shifted,        // a * limit, a power of ten: another scale
  chosen_number,  // if a then b else c
  fallback,       // a unless it is null, then b
  least,          // the less of a and b
  most,
  counted,  // items of a list
  summed,   // over the items of a list
  smallest,
  largest,
  item_at,  // number a of the item at a place of a list, from 1 or from the end: `limit`
  spread_number,
  text_number,     // a column of texts: equal texts have equal numbers
  number_in_year,  // the number that input `column` has for year a
  real_floor,      // a number that real a does not go below
  real_ceiling,    // and one that it does not exceed
  // reals: what has no whole form, a double and how far it may be off
  real_of,        // number a
  real_constant,  // `nearest_to`
  real_sum,
  real_difference,
  real_product,
  real_quotient,
  real_least,
  real_most,
  real_chosen,    // if truth a then real b else real c
  real_fallback,  // real a unless it is null, then b
  real_summed,    // over the items of a list
  real_smallest,
  real_largest,
  real_spread
};

[[nodiscard]] constexpr bool is_truth(node_kind of) noexcept { return of < node_kind::number; }
[[nodiscard]] constexpr bool is_real(node_kind of) noexcept { return of >= node_kind::real_of; }

/// What a truth may be. The planes are: true; true or unknown; true, unknown or null.
enum class state : std::uint8_t { no, yes, unknown, null };

/// Whether a node joins the items of a list.
[[nodiscard]] constexpr bool joins_items(node_kind of) noexcept {
  switch (of) {
    case node_kind::some:
    case node_kind::every:
    case node_kind::counted:
    case node_kind::summed:
    case node_kind::smallest:
    case node_kind::largest:
    case node_kind::item_at:
    case node_kind::real_summed:
    case node_kind::real_smallest:
    case node_kind::real_largest:
      return true;
    default:
      return false;
  }
}

constexpr node_id no_node = ~node_id{0};

/// What the rows of a frame stand for: the companies (no list), the items of one list, or every
/// way to take an item of each of several lists of one company, for loops within loops.
struct frame_rows {
  std::vector<std::uint32_t> lists;  // the frames of one list each, ascending
  std::uint32_t column = 0;          // of one list: the companies' column
  std::uint32_t level = 0;  // loops over one list that lie within each other have rows of their own
  friend bool operator==(const frame_rows&, const frame_rows&) = default;
};

/// A list as a loop sees it: the items of a column, perhaps only those that a filter keeps.
struct list_source {
  std::uint32_t column = 0;  // of the companies
  std::uint32_t frame = 0;   // of its items
  std::uint32_t over = 0;    // of what is asked of them: with items of the loops around, if need be
  std::vector<node_id> kept;  // filters, truths in the frame `over`
  friend bool operator==(const list_source&, const list_source&) = default;
};

struct node {
  node_kind kind = node_kind::truth;
  bool inverted = false;  // of a comparison: the opposite, where both sides are known
  columns::state is = columns::state::no;
  std::int32_t scale = 0;  // of a number or real
  std::uint32_t frame = 0;
  std::uint32_t column = 0;  // of the frame
  node_id a = no_node, b = no_node, c = no_node, d = no_node;
  std::int64_t limit = 0;
  std::int64_t above = 0, below = 0;  // of a ratio; of quotients above is the power of ten of a*d
  // Of `coded` and `coded_number`: their table; of what joins the items of a list: the list; of a
  // comparison of reals: who tells where doubles cannot (`exact`); of a gap: the parameter that is
  // not published and 1, in the year `above`, or 0.
  std::uint32_t index = 0;
  friend bool operator==(const node&, const node&) = default;
};

// Compiling goes through all nodes, and so does every chunk: each has the size of a line of the
// cache.
static_assert(sizeof(node) == 64);

/// The double nearest to a `real_constant`, whose bits are its limit.
[[nodiscard]] constexpr double nearest_to(const node& of) noexcept {
  return std::bit_cast<double>(of.limit);
}

/// The instructions that give a truth, or a number, from the value of one column.
struct code_table {
  std::uint32_t frame = 0, column = 0;
  bool gives_number = false;
  std::int32_t scale = 0;
  std::span<const plan::instruction> code;  // in `program::code`
  plan::reg source = 0, result = 0;
};

/// A register of the main block, or of a block that runs for one benefit, and what it needs.
struct exact_value {
  plan::reg result = 0;
  slice code;
  std::uint32_t block = 0;
};

struct clause_step {
  model::clause_kind kind = model::clause_kind::require;
  std::uint32_t size = 1;
  node_id condition = no_node;  // no_node: only the row executor tells
};

/// A number node, to be multiplied by a power of ten so that it has the scale of its amount.
struct amount_part {
  node_id of = no_node;
  bool is_maximum = true;  // of a limit
  std::int64_t factor = 1;
};

/// A row of tiers.
struct tier {
  std::vector<node_id> tests;
  node_id amount = no_node;
};

/// An amount that asks truths or lists, so that the runner evaluates its nodes. Figures have the
/// amount's scale, those of the total its places.
struct evaluated_amount {
  model::hit_policy hit = model::hit_policy::unique;
  std::vector<tier> tiers;
  node_id otherwise = no_node;  // of tiers: where none applies
  node_id formula = no_node;    // where there are no tiers
  bool is_up_to = false;
  std::vector<amount_part> limits;
  bool of_items = false;             // of each item of a list, and then the sum
  std::uint32_t column = 0;          // the list
  std::vector<clause_step> clauses;  // of an item
  std::vector<amount_part> total_limits;
  std::vector<node_id> needs;   // what the runner must hold, for ceilings as well
  std::vector<node_id> floors;  // of reals
};

/// An amount as a formula with its limits: `linear`, or what nodes come to.
struct amount_plan {
  std::optional<linear_amount> linear;  // needs no nodes, and nothing of the rest
  node_id value = no_node;  // all of it as one node: what it needs proves that nothing overflows
  std::int32_t scale = 0;   // of all parts
  amount_part formula;
  std::span<const amount_part> limits;  // in `program::limits`
  std::optional<model::rounding_rule> round;
  std::unique_ptr<evaluated_amount> evaluated;  // what is no plain formula
  // Where figures are reals, `evaluated` has their floors and this their ceilings: the amount is
  // what both come to.
  std::unique_ptr<evaluated_amount> upper;
  bool is_up_to = false;  // the formula is the most of it, nothing the least
  bool is_none = false;   // the benefit is no amount

  /// Whether only the row executor works it out.
  [[nodiscard]] bool is_open() const { return !is_none && !linear && value == no_node; }
  /// What the runner must hold.
  [[nodiscard]] std::span<const node_id> needs() const {
    return evaluated ? std::span<const node_id>(evaluated->needs) : std::span<const node_id>();
  }
  /// Of what comes out.
  [[nodiscard]] std::int32_t places() const {
    return round && round->places < scale ? round->places : scale;
  }
};

/// A plan as columns run it. Immutable.
struct program {
  std::vector<frame_rows> frames;  // the first: the companies
  std::vector<node> nodes;         // operands first
  std::size_t for_conditions = 0;  // of the nodes; those behind are for amounts alone
  std::vector<code_table> tables;
  pieces<plan::instruction> code;  // of tables
  std::vector<list_source> lists;
  std::vector<exact_value> exact;
  std::vector<std::string> texts;    // constants that have numbers, by number
  ragged<clause_step> policies;      // as the plan's
  std::vector<node_id> order;        // in which nodes run: operands first, those of amounts last
  std::vector<node_id> places;       // of the nodes in the order
  std::vector<node_id> needs;        // by policy: its conditions lie before this place of the order
  ragged<amount_plan> amounts;       // by policy and benefit
  pieces<amount_part> limits;        // of amounts
  pieces<linear_form::term> terms;   // of linear amounts
  std::vector<node_id> for_amounts;  // what `evaluated` amounts need, with its operands, ascending
  std::size_t open_clauses = 0;      // left to the row executor
};

[[nodiscard]] program compile(const plan::plan& of, const layout& places);
[[nodiscard]] program compile(const plan::plan& of, const layout& places, const constants& known);

}  // namespace sudui::columns
