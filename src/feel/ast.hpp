#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <sudui/decimal.hpp>

#include "text/span.hpp"

namespace sudui::feel {

/// What a node is. The comment gives its children, in order, and what `text`, `number`, `names` hold.
enum class node_kind : std::uint8_t {
  number,        // number; text as written (5000万 has number 50000000)
  string,        // text, unescaped
  boolean,       // flag
  null,
  at_literal,    // @"..."; text
  name,          // text: a field, parameter, definition, local variable, `year`, `as_of`
  negate,        // [operand]
  add, subtract, multiply, divide, power,                              // [left, right]
  equal, not_equal, less, less_equal, greater, greater_equal,          // [left, right]
  logic_and, logic_or,                                                 // [left, right]
  between,       // [value, low, high]
  in,            // [value, test...]; tests are unary tests
  if_then_else,  // [condition, then, else]
  some, every,   // [list, ..., body]; names: one variable a list
  for_return,    // [list, ..., body]; names: one variable a list
  call,          // [callee, argument...]; names: a parameter name per argument, or empty when positional
  path,          // [operand]; text: member name
  filter,        // [operand, filter]: a condition on `item` or its members, or an index
  list,          // [item...]
  context,       // [value...]; names: the keys
  range,         // [low, high]; open_low, open_high; a missing end is a `null` node with flag set
  function,      // [body]; names: the parameters
  instance_of,   // [operand]; text: the type as written
  // unary tests, only below `in` and in a list of tests:
  test_compare,  // [operand]; compare: the relation of `< 5`, `!= x`, ...
  test_not,      // [test...]: not(...)
  test_any,      // `-`: every value passes
  // any other node below `in` is a value, a list or a range to be matched
  error,         // what could not be read; a diagnostic has been reported
};

using node_id = std::uint32_t;
inline constexpr node_id no_node = ~node_id{0};

struct node {
  node_kind kind = node_kind::error;
  text::span where;                 // the whole construct, in the source file
  text::span operator_where;        // the operator, the member or parameter name: for carets
  std::string text;
  decimal number;
  bool flag = false;
  bool open_low = false, open_high = false;
  node_kind compare = node_kind::error;  // of test_compare: less, less_equal, ..., equal, not_equal
  std::vector<std::string> names;
  std::vector<text::span> name_places;
  std::vector<node_id> children;
};

/// One parsed expression: its nodes in one arena, children before parents. Always has a root.
struct expression {
  std::vector<node> nodes;
  node_id root = no_node;

  [[nodiscard]] const node& operator[](node_id id) const noexcept { return nodes[id]; }
  [[nodiscard]] const node& top() const noexcept { return nodes[root]; }
};

}  // namespace sudui::feel
