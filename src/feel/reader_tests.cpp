// Unary tests: what stands behind `in`, in the cells of a table, in `not(...)`.
//
// Behind `in` a parenthesis is a list of tests; holding one plain expression it may as well be an
// open range (`(1..5]`) or a group that an operator follows (`(a + b) * c`), which shows only
// behind that expression. `not(...)` is a negated test; when it holds one value and an operator
// follows it was the function `not` after all.
//
// Tested by tests/unit/feel/parser_tests_test.cpp.
#include "feel/reader.hpp"

namespace sudui::feel {

node_id reader::in(node_id value, std::uint32_t first) {
  node made{.kind = node_kind::in, .operator_where = place(take())};
  made.children = {value};
  const std::uint32_t begin = pos_;
  if (relation_of(peek().kind) != node_kind::error || is_negated()) {
    made.children.push_back(test(level::additive));
  } else if (!at(token_kind::left_paren)) {
    made.children.push_back(read(level::additive));
  } else {
    open(token_kind::left_paren);
    const std::vector<node_id> found = tests();
    if (found.size() == 1 && is_plain(found[0])) {
      made.children.push_back(lone_test(found[0], begin));
    } else {
      close(token_kind::right_paren, {"`,` 或 `)`", "`,` or `)`"});
      made.children.insert(made.children.end(), found.begin(), found.end());
    }
  }
  return add(std::move(made), first);
}

// The parenthesis that began at token `first` holds this expression so far, and is still open.
node_id reader::lone_test(node_id only, std::uint32_t first) {
  if (at(token_kind::dot_dot)) {
    only = range_from(only, true, first);
  } else {
    close(token_kind::right_paren, {"`,` 或 `)`", "`,` or `)`"});
  }
  return continue_with(postfix(only, first), first, level::additive);
}

std::vector<node_id> reader::tests() {
  std::vector<node_id> all;
  do {
    all.push_back(test(level::expression));
  } while (accept(token_kind::comma));
  return all;
}

node_id reader::test(level lowest) {
  if (relation_of(peek().kind) != node_kind::error) return comparison_test();
  if (is_negated()) return negated_tests(lowest);
  if (at(token_kind::minus) && !begins_operand(peek(1).kind)) {
    const std::uint32_t first = pos_;
    take();
    return add(node_kind::test_any, first);
  }
  return read(lowest);
}

node_id reader::comparison_test() {
  const std::uint32_t first = pos_;
  node made{.kind = node_kind::test_compare, .operator_where = place(peek())};
  made.compare = relation_of(take().kind);
  made.children = {read(level::additive)};
  return add(std::move(made), first);
}

// `not(...)` of several tests, or of one that is no plain value, can only be a test. Of one plain
// value it may go on as a call, `not(a) and b`.
node_id reader::negated_tests(level lowest) {
  const std::uint32_t first = pos_;
  if (!enter()) return refuse();
  const text::span word = place(take());
  const text::span sign = place(peek());
  open(token_kind::left_paren);
  std::vector<node_id> children = tests();
  close(token_kind::right_paren, {"`,` 或 `)`", "`,` or `)`"});
  leave();
  if (children.size() != 1 || !is_plain(children[0]) || !goes_on(lowest)) {
    node made{.kind = node_kind::test_not, .operator_where = word};
    made.children = std::move(children);
    return add(std::move(made), first);
  }
  node callee{.kind = node_kind::name};
  callee.text = "not";
  children.insert(children.begin(), add(std::move(callee), first));
  tree_.nodes[children[0]].where = word;
  node call{.kind = node_kind::call, .operator_where = sign};
  call.children = std::move(children);
  return continue_with(postfix(add(std::move(call), first), first), first, lowest);
}

bool reader::is_negated() const noexcept {
  return peek().is_word("not") && peek(1).kind == token_kind::left_paren;
}

// Whether it is an expression rather than a test.
bool reader::is_plain(node_id what) const noexcept {
  const node_kind kind = tree_[what].kind;
  return kind != node_kind::test_compare && kind != node_kind::test_not &&
         kind != node_kind::test_any;
}

}  // namespace sudui::feel
