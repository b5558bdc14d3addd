#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <sudui/decimal.hpp>

#include "text/span.hpp"

namespace sudui::feel {

/// What a node is. The comments give its children, in order, and what `text`, `number` and `names`
/// hold; a comment above a group is for the whole group.
enum class node_kind : std::uint8_t {
  number,   // number; text as written: the suffix for ten thousand is in both
  string,   // text, unescaped
  boolean,  // flag
  null,
  at_literal,  // @"..."; text
  name,        // text: a field, parameter, definition, local variable, `year`, `as_of`
  negate,      // [operand]
  // arithmetic: [left, right]
  add,
  subtract,
  multiply,
  divide,
  power,
  // comparisons: [left, right]
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  // connectives: [left, right]; `not` is a call
  logic_and,
  logic_or,
  between,       // [value, low, high]
  in,            // [value, test...]; tests are unary tests
  if_then_else,  // [condition, then, else]
  // iterations: [list, ..., body]; names: one variable a list
  some,
  every,
  for_return,
  call,     // [callee, argument...]; names: a parameter name per argument, or empty when positional
  path,     // [operand]; text: member name
  filter,   // [operand, filter]: a condition on `item` or its members, or an index
  list,     // [item...]
  context,  // [value...]; names: the keys
  range,    // [low, high]; open_low, open_high; a missing end is a `null` node with flag set;
            // flag: of an iteration, `1..3` without brackets
  function,     // [body]; names: the parameters; text: their types, a line each, if any is given
  instance_of,  // [operand]; text: the type in one spelling, such as `list<number>`
  // unary tests, below `in`; any other node there is a value, a list or a range to be matched
  test_compare,  // [operand]; compare: the relation; as a value also: `(= 5)`, `(!= 5)`
  test_not,      // [test...]: not(...)
  test_any,      // `-`: every value passes
  error,         // what could not be read; a diagnostic has been reported
};

using node_id = std::uint32_t;
inline constexpr node_id no_node = ~node_id{0};

struct node {
  node_kind kind = node_kind::error;
  text::span where{};           // the whole construct, in the source file
  text::span operator_where{};  // the operator, the member or parameter name: for carets
  bool flag = false;
  bool open_low = false, open_high = false;
  node_kind compare = node_kind::error;  // of test_compare: less, less_equal, ..., equal, not_equal
  std::string text{};
  decimal number{};
  std::vector<std::string> names{};
  std::vector<text::span> name_places{};
  std::vector<node_id> children{};
};

/// One parsed expression: its nodes in one arena, children before parents. Always has a root.
struct expression {
  std::vector<node> nodes;
  node_id root = no_node;
  /// A mistake of grammar was reported. The tree then says what was read up to there, which is not
  /// what the author meant: nothing more may be concluded from it.
  bool is_broken = false;

  [[nodiscard]] const node& operator[](node_id id) const noexcept { return nodes[id]; }
  [[nodiscard]] const node& top() const noexcept { return nodes[root]; }
};

}  // namespace sudui::feel
