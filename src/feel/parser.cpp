// The two entries to the parser; `reader` holds the grammar.
//
// Operators are read by precedence climbing, everything else by recursive descent, one method a
// construct. Two decisions shape the code:
//
// - One diagnostic of grammar a formula. At the first token that fits nowhere the reader reports,
//   jumps to the end and lets every open construct close silently around an `error` node. Guessing
//   on from there yields more messages than mistakes; a rule author mends one and runs again.
// - No backtracking. What a bracket opens (a group, an open range, a list of tests) shows behind
// its
//   first expression; `continue_with` then carries on from the operand already read.
//
// Depth is bounded twice: nesting while reading, by a counter, and the height of the tree, kept per
// node, because a chain `a + b + c + ...` is read in a loop but walked by recursion.
//
// Cost: linear in the formula, apart from the lists of names in scope tried at each word.
//
// Tested by tests/unit/feel/parser_*_test.cpp and the fuzz target `feel`.
#include "feel/parser.hpp"

#include "feel/reader.hpp"

namespace sudui::feel {

expression parse(const text::excerpt& formula, text::sink& out, const parse_options& options) {
  return reader(formula, out, options).read_expression();
}

expression parse_tests(const text::excerpt& tests, text::sink& out, const parse_options& options) {
  return reader(tests, out, options).read_tests();
}

}  // namespace sudui::feel
