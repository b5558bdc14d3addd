// What follows an operand without an operator: members, filters, calls.
//
// `[` behind an operand is a filter, except at the high end of a range, where it may also be the
// bracket that leaves the end out: `[1..10[`. It closes the range when nothing that could be a
// filter begins behind it.
#include "feel/reader.hpp"

namespace sudui::feel {

node_id reader::postfix(node_id operand, std::uint32_t first) {
  for (;;) {
    if (at(token_kind::dot)) {
      operand = path(operand, first);
    } else if (at(token_kind::left_bracket) && !bracket_ends_range()) {
      operand = filter(operand, first);
    } else if (at(token_kind::left_paren) && may_be_called(operand)) {
      operand = call(operand, first);
    } else {
      return operand;
    }
  }
}

// Words behind a dot are one name: no two words in a row can mean anything else there.
node_id reader::path(node_id operand, std::uint32_t first) {
  take();
  const std::uint32_t member = pos_;
  std::uint32_t count = peek().is_word() ? 1 : 0;
  while (count > 0 && peek(count).kind == token_kind::word) {
    if (peek(count).is_word("instance") && peek(count + 1).is_word("of")) break;
    ++count;
  }
  if (count == 0) unexpected({"成员名称", "the name of a member"});
  node made{.kind = node_kind::path};
  made.text = take_words(count);
  made.operator_where = where(member);
  made.children = {operand};
  return add(std::move(made), first);
}

node_id reader::filter(node_id operand, std::uint32_t first) {
  const text::span sign = place(peek());
  open(token_kind::left_bracket);
  node made{.kind = node_kind::filter, .operator_where = sign};
  made.children = {operand, read()};
  close(token_kind::right_bracket, {"`]`", "`]`"});
  return add(std::move(made), first);
}

node_id reader::call(node_id callee, std::uint32_t first) {
  const text::span sign = place(peek());
  open(token_kind::left_paren);
  node made{.kind = node_kind::call, .operator_where = sign};
  made.children = {callee};
  if (!at(token_kind::right_paren)) {
    do {
      read_argument(made);
    } while (accept(token_kind::comma));
  }
  close(token_kind::right_paren, {"`,` 或 `)`", "`,` or `)`"});
  return add(std::move(made), first);
}

// `value` or `parameter name: value`; all arguments of a call are of one sort.
void reader::read_argument(node& call) {
  const std::uint32_t count = words_before(token_kind::colon);
  const bool is_first = call.children.size() == 1;
  if (!is_first && (count > 0) == call.names.empty()) {
    fail(text::message::mixed_arguments, place(peek()));
  }
  if (count > 0) {
    const std::uint32_t name = pos_;
    call.names.push_back(take_words(count));
    call.name_places.push_back(where(name));
    take();
  }
  call.children.push_back(read());
}

// A literal or a list before `(` is a mistake; whether a name is a function is the checker's to
// say.
bool reader::may_be_called(node_id callee) const noexcept {
  switch (tree_[callee].kind) {
    case node_kind::name:
    case node_kind::path:
    case node_kind::call:
    case node_kind::filter:
    case node_kind::function:
    case node_kind::if_then_else:
      return true;
    default:
      return false;
  }
}

bool reader::bracket_ends_range() const noexcept {
  return in_range_end_ && !begins_operand(peek(1).kind);
}

}  // namespace sudui::feel
