// Literals and what stands in brackets: groups, lists, ranges, contexts.
//
// A range may open with `[`, `(` or `]` and close with `]`, `)` or `[`; an opening bracket turns
// out to begin a range when `..` follows its first expression. `(< 5)` is a range with one end; `(=
// 5)` and `(!= 5)` are tests that stand as values.
#include <algorithm>

#include "feel/reader.hpp"

namespace sudui::feel {

// What can begin an operand. `]` does where it opens a range, `]1..5]`.
node_id reader::primary() {
  switch (peek().kind) {
    case token_kind::number:
      return literal(node_kind::number);
    case token_kind::string:
      return literal(node_kind::string);
    case token_kind::at_literal:
      return literal(node_kind::at_literal);
    case token_kind::kw_true:
    case token_kind::kw_false:
      return literal(node_kind::boolean);
    case token_kind::kw_null:
      return literal(node_kind::null);
    case token_kind::word:
      return name();
    case token_kind::left_paren:
      return parenthesis();
    case token_kind::left_bracket:
    case token_kind::right_bracket:
      return list_or_range();
    case token_kind::left_brace:
      return context();
    case token_kind::kw_if:
      return condition();
    case token_kind::kw_for:
      return iteration(node_kind::for_return);
    case token_kind::kw_some:
      return iteration(node_kind::some);
    case token_kind::kw_every:
      return iteration(node_kind::every);
    case token_kind::kw_function:
      return function();
    default:
      unexpected(an_expression);
      return refuse();
  }
}

node_id reader::literal(node_kind kind) {
  const std::uint32_t first = pos_;
  const token& what = take();
  node made{.kind = kind};
  made.number = what.number;
  made.flag = what.kind == token_kind::kw_true;
  if (kind != node_kind::boolean && kind != node_kind::null) made.text = what.text;
  return add(std::move(made), first);
}

// Behind `[`: a range if `..` follows the first expression, else a list. Behind `]` only a range is
// possible.
node_id reader::list_or_range() {
  const std::uint32_t first = pos_;
  const bool is_reversed = at(token_kind::right_bracket);
  if (is_reversed && !begins_operand(peek(1).kind)) {
    unexpected(an_expression);
    return refuse();
  }
  open(peek().kind);
  std::vector<node_id> items;
  if (is_reversed || !at(token_kind::right_bracket)) {
    items.push_back(read());
    if (is_reversed || at(token_kind::dot_dot)) return range_from(items[0], is_reversed, first);
    while (accept(token_kind::comma)) items.push_back(read());
  }
  close(token_kind::right_bracket, {"`,` 或 `]`", "`,` or `]`"});
  return add(node_kind::list, first, std::move(items));
}

// Behind `(`: a range with one end if a relation follows, an open range if `..` does, else a group,
// of which nothing is left in the tree.
node_id reader::parenthesis() {
  const std::uint32_t first = pos_;
  open(token_kind::left_paren);
  if (relation_of(peek().kind) != node_kind::error) return relation_range(first);
  const node_id inner = read();
  if (at(token_kind::dot_dot)) return range_from(inner, true, first);
  close(token_kind::right_paren, {"`)`", "`)`"});
  return inner;
}

// Behind `(`, at the relation.
node_id reader::relation_range(std::uint32_t first) {
  const text::span sign = place(peek());
  const node_kind relation = relation_of(take().kind);
  const node_id operand = read(level::additive);
  node made{.kind = node_kind::range, .operator_where = sign};
  if (relation == node_kind::equal || relation == node_kind::not_equal) {
    made.kind = node_kind::test_compare;
    made.compare = relation;
    made.children = {operand};
  } else {
    node missing{.kind = node_kind::null, .flag = true};
    const node_id none = add(std::move(missing), first);
    const bool has_high = relation == node_kind::less || relation == node_kind::less_equal;
    made.open_low = has_high || relation == node_kind::greater;
    made.open_high = !has_high || relation == node_kind::less;
    made.children = {has_high ? none : operand, has_high ? operand : none};
  }
  close(token_kind::right_paren, {"`)`", "`)`"});
  return add(std::move(made), first);
}

// At the `..` of a range whose bracket stands on the stack.
node_id reader::range_from(node_id low, bool open_low, std::uint32_t first) {
  node made{.kind = node_kind::range, .operator_where = place(peek()), .open_low = open_low};
  expect(token_kind::dot_dot, {"`..`", "`..`"});
  in_range_end_ = true;
  made.children = {low, read(level::additive)};
  made.open_high = at_any({token_kind::right_paren, token_kind::left_bracket});
  if (made.open_high) {
    take();
    leave_bracket();
  } else {
    close(token_kind::right_bracket, {"`]` 或 `)`", "`]` or `)`"});
  }
  return add(std::move(made), first);
}

node_id reader::context() {
  const std::uint32_t first = pos_;
  open(token_kind::left_brace);
  node made{.kind = node_kind::context};
  if (!at(token_kind::right_brace)) {
    do {
      read_entry(made);
    } while (accept(token_kind::comma));
  }
  close(token_kind::right_brace, {"`,` 或 `}`", "`,` or `}`"});
  return add(std::move(made), first);
}

// `key: value`; a key is a string, or a name of any words and signs.
void reader::read_entry(node& context) {
  const std::uint32_t key = pos_;
  if (at(token_kind::string)) {
    context.names.emplace_back(take().text);
  } else if (peek().is_word()) {
    context.names.push_back(take_words(std::max(name_parts_before_colon(), 1U)));
  } else {
    unexpected({"键", "a key"});
    context.names.emplace_back();
  }
  context.name_places.push_back(where(key));
  declare(context.names.back());
  expect(token_kind::colon, {"`:`", "`:`"});
  context.children.push_back(read());
}

}  // namespace sudui::feel
