// Lists: every list column has a frame of its own, whose rows are the items of all companies. What
// stands in a loop is computed over that frame at once; the quantifier joins the results of each
// company's items. What does not depend on the item has left the loop already and is repeated for
// the items it meets.
//
// Of a loop within a loop the joined results stand in the frame of the outer item.

#include <algorithm>

#include "columns/compiler.hpp"

namespace sudui::columns {

using plan::instruction_kind;
using values::op;

std::optional<std::uint32_t> compiler::list(plan::reg which) {
  return lists_.get(which, [&](plan::reg each) { return make_list(each); });
}

std::optional<std::uint32_t> compiler::make_list(plan::reg which) {
  list_source made;
  const auto* what = made_by(which);
  if (what != nullptr && what->kind == instruction_kind::filter) {
    const auto from = looped(*what);
    const auto kept = from ? truth(plan_.blocks[what->index].result) : std::nullopt;
    if (!kept) return std::nullopt;
    const auto frame = frame_over(out_.lists[*from].over, at(*kept).frame);
    made = out_.lists[list_over(*from, frame)];
    made.kept.push_back(in_frame(*kept, frame));
  } else {
    const auto column = column_in(which);
    if (!column || column->frame != 0 || column->kind->of != form::list) return std::nullopt;
    made.column = column->column;
    made.frame = frame_of(column->column, 0);
    made.over = made.frame;
  }
  out_.lists.push_back(std::move(made));
  return static_cast<std::uint32_t>(out_.lists.size() - 1);
}

// The list of a loop, whose items the loop's body reads from now on. A list that was filtered
// outside of a loop over the same column has its filters there, and gets rows of its own here.
std::optional<std::uint32_t> compiler::looped(const instruction& loop) {
  const auto from = list(operand(loop, 0));
  if (!from) return std::nullopt;
  auto made = out_.lists[*from];
  const auto frame = frame_of(made.column, level_of(loop, made.column));
  auto position = *from;
  if (frame != made.frame) {
    if (made.over != made.frame) return std::nullopt;
    for (auto& each : made.kept) each = in_frame(each, frame);
    made.frame = frame;
    made.over = frame;
    position = static_cast<std::uint32_t>(out_.lists.size());
    out_.lists.push_back(std::move(made));
  }
  item_lists_[plan_.blocks[loop.index].item] = position;
  return position;
}

// The same list where items of loops around it are at hand as well.
std::uint32_t compiler::list_over(std::uint32_t list, std::uint32_t frame) {
  if (out_.lists[list].over == frame) return list;
  auto made = out_.lists[list];
  for (auto& each : made.kept) each = in_frame(each, frame);
  made.over = frame;
  const auto same = std::find(out_.lists.begin(), out_.lists.end(), made);
  const auto position = static_cast<std::uint32_t>(same - out_.lists.begin());
  if (same == out_.lists.end()) out_.lists.push_back(std::move(made));
  return position;
}

// What the items of each list give together: a row of the loops around it.
std::optional<node_id> compiler::joined(node_kind kind, std::uint32_t list, node_id value) {
  const auto over = frame_over(out_.lists[list].over, at(value).frame);
  node made;
  made.kind = kind;
  made.index = list_over(list, over);
  made.a = in_frame(value, over);
  made.scale = at(value).scale;
  made.frame = frame_without(over, out_.lists[list].frame);
  return add(made);
}

std::optional<node_id> compiler::quantifier(const instruction& what) {
  const auto from = looped(what);
  const auto test = from ? truth(plan_.blocks[what.index].result) : std::nullopt;
  if (!test) return std::nullopt;
  const bool is_some = what.kind == instruction_kind::some;
  return joined(is_some ? node_kind::some : node_kind::every, *from, *test);
}

// What a loop makes of each item.
std::optional<node_id> compiler::made_of_items(const instruction& what, std::uint32_t& list) {
  const auto from = looped(what);
  if (!from) return std::nullopt;
  list = *from;
  return number(plan_.blocks[what.index].result);
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
  return what->kind == instruction_kind::collect ? made_of_items(*what, list)
                                                 : part_of_items(which, *what, list);
}

std::optional<node_id> compiler::aggregate(node_kind kind, const instruction& what) {
  std::uint32_t list = 0;
  if (kind == node_kind::counted) {
    const auto from = this->list(operand(what, 0));
    if (!from) return std::nullopt;
    node made;
    made.kind = kind;
    made.index = *from;
    made.frame = frame_without(out_.lists[*from].over, out_.lists[*from].frame);
    return add(made);
  }
  const auto value = item_value(operand(what, 0), list);
  return value ? joined(kind, list, *value) : std::nullopt;
}

}  // namespace sudui::columns
