// Lists: every list column has a frame of its own, whose rows are the items of all companies. What
// stands in a loop is computed over that frame at once; the quantifier joins the results of each
// company's items. What does not depend on the item has left the loop already and is repeated for
// the items it meets.
//
// A loop within a loop has no node: rows of one frame would stand for the items of both. (What does
// not read the outer item is no such loop: it has moved out.)

#include <algorithm>
#include <functional>

#include "columns/compiler.hpp"

namespace sudui::columns {

using plan::instruction_kind;
using values::op;

std::optional<std::uint32_t> compiler::list(plan::reg which) {
  const auto [found, is_new] = lists_.emplace(which, std::nullopt);
  if (is_new) {
    const auto made = make_list(which);
    lists_[which] = made;
    return made;
  }
  return found->second;
}

bool compiler::is_outermost(const instruction& loop) const {
  const auto& main = plan_.blocks.front().code;
  const std::less<> before;
  return !before(&loop, main.data()) && before(&loop, main.data() + main.size());
}

std::uint32_t compiler::frame_of(std::uint32_t column) {
  const auto begin = out_.frames.begin() + 1;
  const auto same = std::find(begin, out_.frames.end(), column);
  if (same != out_.frames.end()) return static_cast<std::uint32_t>(same - out_.frames.begin());
  out_.frames.push_back(column);
  return static_cast<std::uint32_t>(out_.frames.size() - 1);
}

std::optional<std::uint32_t> compiler::make_list(plan::reg which) {
  list_source made;
  const auto* what = made_by(which);
  if (what != nullptr && what->kind == instruction_kind::filter) {
    if (!is_outermost(*what)) return std::nullopt;
    const auto from = list(operand(*what, 0));
    if (!from) return std::nullopt;
    const auto& body = plan_.blocks[what->index];
    item_lists_[body.item] = *from;
    const auto kept = truth(body.result);
    if (!kept) return std::nullopt;
    made = out_.lists[*from];
    const auto over = at(*kept).frame;
    if (over != 0 && over != made.frame) return std::nullopt;
    made.kept.push_back(in_frame(*kept, made.frame));
  } else {
    const auto column = column_in(which);
    if (!column || column->frame != 0 || column->kind->of != form::list) return std::nullopt;
    made.column = column->column;
    made.frame = frame_of(column->column);
  }
  out_.lists.push_back(std::move(made));
  return static_cast<std::uint32_t>(out_.lists.size() - 1);
}

std::optional<node_id> compiler::quantifier(const instruction& what) {
  if (!is_outermost(what)) return std::nullopt;
  const auto from = list(operand(what, 0));
  if (!from) return std::nullopt;
  const auto& body = plan_.blocks[what.index];
  item_lists_[body.item] = *from;
  const auto test = truth(body.result);
  if (!test) return std::nullopt;
  const auto frame = out_.lists[*from].frame;
  const auto over = at(*test).frame;
  if (over != 0 && over != frame) return std::nullopt;
  node made;
  made.kind = what.kind == instruction_kind::some ? node_kind::some : node_kind::every;
  made.a = in_frame(*test, frame);
  made.list = *from;
  return add(made);
}

// What a loop makes of each item.
std::optional<node_id> compiler::made_of_items(const instruction& what, std::uint32_t& list) {
  if (!is_outermost(what)) return std::nullopt;
  const auto from = this->list(operand(what, 0));
  if (!from) return std::nullopt;
  list = *from;
  const auto& body = plan_.blocks[what.index];
  item_lists_[body.item] = list;
  return number(body.result);
}

// A member of each item, or the item itself.
std::optional<node_id> compiler::part_of_items(plan::reg which, const instruction& what,
                                               std::uint32_t& list) {
  const bool is_member = what.kind == instruction_kind::apply && what.code == op::list_member;
  const auto from = this->list(is_member ? operand(what, 0) : which);
  if (!from) return std::nullopt;
  list = *from;
  const auto& kind = places_.places[out_.lists[list].column].kind;
  if (kind.has_records != is_member) return std::nullopt;
  node made;
  if (is_member) {
    const auto* position = known_.in(operand(what, 1));
    const auto member = position == nullptr ? std::nullopt : position->number.to_int64();
    if (!member) return std::nullopt;
    made.column = static_cast<std::uint32_t>(*member);
  }
  if (kind.members[made.column].of != form::number) return std::nullopt;
  made.kind = node_kind::number;
  made.frame = out_.lists[list].frame;
  made.scale = kind.members[made.column].scale;
  return add(made);
}

// The value of an item that an aggregate reads.
std::optional<node_id> compiler::item_value(plan::reg which, std::uint32_t& list) {
  const auto* what = made_by(which);
  if (what == nullptr) return std::nullopt;
  const auto value = what->kind == instruction_kind::collect ? made_of_items(*what, list)
                                                             : part_of_items(which, *what, list);
  if (!value) return std::nullopt;
  const auto over = at(*value).frame;
  if (over != 0 && over != out_.lists[list].frame) return std::nullopt;
  return in_frame(*value, out_.lists[list].frame);
}

std::optional<node_id> compiler::aggregate(node_kind kind, const instruction& what) {
  node made;
  made.kind = kind;
  if (kind == node_kind::counted) {
    const auto from = list(operand(what, 0));
    if (!from) return std::nullopt;
    made.list = *from;
    return add(made);
  }
  const auto value = item_value(operand(what, 0), made.list);
  if (!value) return std::nullopt;
  made.a = *value;
  made.scale = at(*value).scale;
  return add(made);
}

}  // namespace sudui::columns
