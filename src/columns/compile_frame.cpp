// Frames: what the rows of a node stand for. A loop's item is a row of its list's frame; what reads
// the items of two loops, one within the other, has a row for every pair of items that one company
// has. A node stands in the smallest frame that has all it reads, so that within
//
//   some h in hires satisfies some c in certs satisfies c.type = "a" and c.since <= h.since
//
// the type is asked once a certificate, and only the days are compared pair by pair.
//
// Tested by tests/unit/columns/compiler_test.cpp.

#include <algorithm>
#include <iterator>

#include "columns/compiler.hpp"

namespace sudui::columns {

using plan::instruction;

void compiler::find_loops() {
  for (const auto& each : known_.loops()) around_[each.block] = {each.over, each.stands_in};
}

// How many loops over the same list lie around this one: their items are told apart.
std::uint32_t compiler::level_of(const instruction& loop, std::uint32_t column) {
  std::uint32_t level = 0;
  for (auto at = around_[loop.index].stands_in; around_[at].over; at = around_[at].stands_in) {
    const auto outer = list(*around_[at].over);
    if (outer && out_.lists[*outer].column == column) ++level;
  }
  return level;
}

std::uint32_t compiler::frame_of(std::uint32_t column, std::uint32_t level) {
  for (std::uint32_t i = 1; i < out_.frames.size(); ++i) {
    const auto& each = out_.frames[i];
    if (each.lists.size() == 1 && each.column == column && each.level == level) return i;
  }
  const auto made = static_cast<std::uint32_t>(out_.frames.size());
  out_.frames.push_back({{made}, column, level});
  return made;
}

std::uint32_t compiler::frame_of(frame_rows rows) {
  if (rows.lists.empty()) return 0;
  if (rows.lists.size() == 1) return rows.lists.front();
  const auto same = std::find(out_.frames.begin(), out_.frames.end(), rows);
  const auto position = static_cast<std::uint32_t>(same - out_.frames.begin());
  if (same == out_.frames.end()) out_.frames.push_back(std::move(rows));
  return position;
}

std::uint32_t compiler::frame_over(std::uint32_t a, std::uint32_t b) {
  if (a == b || b == 0) return a;
  if (a == 0) return b;
  frame_rows made;
  const auto& left = out_.frames[a].lists;
  const auto& right = out_.frames[b].lists;
  std::set_union(left.begin(), left.end(), right.begin(), right.end(),
                 std::back_inserter(made.lists));
  return frame_of(std::move(made));
}

std::uint32_t compiler::frame_without(std::uint32_t from, std::uint32_t list) {
  if (from == list) return 0;
  frame_rows made;
  const auto& all = out_.frames[from].lists;
  std::copy_if(all.begin(), all.end(), std::back_inserter(made.lists),
               [&](std::uint32_t each) { return each != list; });
  return frame_of(std::move(made));
}

node_id compiler::in_frame(node_id which, std::uint32_t frame) {
  const auto& from = at(which);
  if (from.frame == frame) return which;
  node made;
  made.kind = is_truth(from.kind)  ? node_kind::spread_truth
              : is_real(from.kind) ? node_kind::real_spread
                                   : node_kind::spread_number;
  made.scale = from.scale;
  made.frame = frame;
  made.a = which;
  return add(made);
}

// Brings all into one frame.
void compiler::join(std::initializer_list<node_id*> all, std::uint32_t& frame) {
  frame = at(**all.begin()).frame;
  const bool is_alike = std::all_of(all.begin(), all.end(),
                                    [&](const node_id* each) { return at(*each).frame == frame; });
  if (is_alike) return;
  for (const auto* each : all) frame = frame_over(frame, at(*each).frame);
  for (auto* each : all) *each = in_frame(*each, frame);
}

}  // namespace sudui::columns
