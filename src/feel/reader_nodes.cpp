// The arena of nodes with its limits, and the stack of open brackets.
//
// INVARIANT: children come before their parents, and no tree is higher than `max_depth`. Beyond a
// limit a node is made an `error` without children, so the arena stays small while the reader
// unwinds.
#include <algorithm>

#include "feel/reader.hpp"

namespace sudui::feel {
namespace {

bool is_closing(token_kind kind) noexcept {
  return kind == token_kind::right_paren || kind == token_kind::right_bracket ||
         kind == token_kind::right_brace;
}

}  // namespace

node_id reader::add(node&& made, std::uint32_t first) {
  std::uint32_t height = 0;
  for (const node_id child : made.children) height = std::max(height, heights_[child]);
  ++height;
  made.where = where(first);
  if (height > options_.max_depth) {
    fail(text::message::too_deep_formula, made.where, {std::to_string(options_.max_depth)});
  } else if (tree_.nodes.size() >= options_.max_nodes) {
    fail(text::message::too_long_formula, made.where, {std::to_string(options_.max_nodes)});
  }
  const bool is_refused = height > options_.max_depth || tree_.nodes.size() >= options_.max_nodes;
  if (is_refused) made = node{.where = made.where};
  tree_.nodes.push_back(std::move(made));
  heights_.push_back(is_refused ? 1 : height);
  return static_cast<node_id>(tree_.nodes.size() - 1);
}

node_id reader::add(node_kind kind, std::uint32_t first, std::vector<node_id> children) {
  node made{.kind = kind};
  made.children = std::move(children);
  return add(std::move(made), first);
}

// Stands for what could not be read. Keeps the arena within its limit while the reader unwinds.
node_id reader::refuse() {
  tree_.nodes.push_back(node{.where = place(peek())});
  heights_.push_back(1);
  return static_cast<node_id>(tree_.nodes.size() - 1);
}

// Counts a level of nesting. Every construct that can hold itself passes here on the way.
bool reader::enter() {
  if (depth_ < options_.max_depth) {
    ++depth_;
    return true;
  }
  fail(text::message::too_deep_formula, place(peek()), {std::to_string(options_.max_depth)});
  return false;
}

// Takes an opening bracket, which must be there.
void reader::open(token_kind kind) {
  brackets_.push_back({pos_, in_range_end_});
  in_range_end_ = false;
  if (!accept(kind)) unexpected(an_expression);
}

// A bracket left open is reported where it was opened: there the author must look.
bool reader::close(token_kind kind, wanted what) {
  const bool is_unclosed = at(token_kind::end) || (is_closing(peek().kind) && !at(kind));
  if (is_unclosed && !failed_) {
    const token& opening = tokens_[brackets_.back().token];
    fail(text::message::unclosed_bracket, place(opening), {std::string(opening.text)});
  }
  const bool is_closed = expect(kind, what);
  leave_bracket();
  return is_closed;
}

void reader::leave_bracket() {
  in_range_end_ = brackets_.back().in_range_end;
  brackets_.pop_back();
}

}  // namespace sudui::feel
