// Operators by precedence climbing over the table of operators.cpp, and what binds tighter than any
// of them: the minus sign, then `instance of`. So -2 ** 2 is 4.
#include "feel/reader.hpp"

namespace sudui::feel {

bool begins_operand(token_kind kind) noexcept {
  switch (kind) {
    case token_kind::number:
    case token_kind::string:
    case token_kind::at_literal:
    case token_kind::word:
    case token_kind::left_paren:
    case token_kind::left_bracket:
    case token_kind::left_brace:
    case token_kind::minus:
    case token_kind::kw_every:
    case token_kind::kw_false:
    case token_kind::kw_for:
    case token_kind::kw_function:
    case token_kind::kw_if:
    case token_kind::kw_null:
    case token_kind::kw_some:
    case token_kind::kw_true:
      return true;
    default:
      return false;
  }
}

// An expression of operators that bind at least as tightly as `lowest`. Every recursion of the
// grammar passes here and is counted.
node_id reader::read(level lowest) {
  const std::uint32_t first = pos_;
  if (!enter()) return refuse();
  const node_id made = continue_with(unary(), first, lowest);
  leave();
  return made;
}

// Goes on behind an operand that is already read and began at token `first`.
node_id reader::continue_with(node_id left, std::uint32_t first, level lowest) {
  bool after_order = false;
  for (;;) {
    const operation* found = operation_of(peek().kind);
    if (found == nullptr || found->strength < lowest) return left;
    if (after_order && is_order(found->makes))
      fail(text::message::chained_comparison, place(peek()));
    after_order = is_order(found->makes);
    if (found->makes == node_kind::in) {
      left = in(left, first);
    } else if (found->makes == node_kind::between) {
      left = between(left, first);
    } else {
      node made{.kind = found->makes, .operator_where = place(take())};
      made.children = {left, read(above(found->strength))};
      left = add(std::move(made), first);
    }
  }
}

// Whether the operand just read is part of something larger, within the operators from `lowest` up.
bool reader::goes_on(level lowest) const noexcept {
  const operation* found = operation_of(peek().kind);
  if (found != nullptr) return found->strength >= lowest;
  const bool is_type_question = peek().is_word("instance") && peek(1).is_word("of");
  return is_type_question || (at(token_kind::left_bracket) && !bracket_ends_range()) ||
         at_any({token_kind::dot, token_kind::left_paren});
}

// A minus binds tighter than any operator but not than `instance of`; several of them are counted
// as nesting.
node_id reader::unary() {
  const std::uint32_t first = pos_;
  if (!at(token_kind::minus)) return instance_of(first);
  if (!enter()) return refuse();
  node made{.kind = node_kind::negate, .operator_where = place(take())};
  made.children = {unary()};
  leave();
  return add(std::move(made), first);
}

node_id reader::instance_of(std::uint32_t first) {
  node_id left = postfix(primary(), first);
  while (peek().is_word("instance") && peek(1).is_word("of")) {
    pos_ += 2;
    const std::uint32_t type_begin = pos_;
    node made{.kind = node_kind::instance_of};
    made.text = type();
    made.operator_where = where(type_begin);
    made.children = {left};
    left = add(std::move(made), first);
  }
  return left;
}

node_id reader::between(node_id value, std::uint32_t first) {
  node made{.kind = node_kind::between, .operator_where = place(take())};
  made.children = {value, read(level::additive)};
  expect(token_kind::kw_and, {"`and`", "`and`"});
  made.children.push_back(read(level::additive));
  return add(std::move(made), first);
}

}  // namespace sudui::feel
