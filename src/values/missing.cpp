// What is missing, as a graph.
//
// An unknown operand is merged into every result above it. Copying sets of inputs at each operator
// would cost more than the operators, so a merge is one node with two children, and only where
// somebody asks is the set collected, by a walk that visits each node once. The two merges that
// occur most, of a node with itself and of a node with a union that holds it already, make no node.
//
// Leaves are found again through an open hash table that at most half fills.
//
// Tested by tests/unit/values/missing_test.cpp.

#include "values/missing.hpp"

#include <algorithm>

namespace sudui::values {
namespace {

std::size_t hash(const missing_graph::input& what) noexcept {
  auto bits = (std::uint64_t{what.index} << 32) | static_cast<std::uint32_t>(what.year);
  bits = (bits ^ static_cast<std::uint64_t>(what.from)) * 0x9E3779B97F4A7C15ULL;
  return static_cast<std::size_t>(bits >> 32);
}

}  // namespace

void missing_graph::clear() noexcept {
  nodes_.clear();
  leaves_ = 0;
  std::fill(slots_.begin(), slots_.end(), 0U);
}

std::size_t missing_graph::slot_of(const input& what) const noexcept {
  const auto mask = slots_.size() - 1;
  auto at = hash(what) & mask;
  while (slots_[at] != 0 && nodes_[slots_[at] - 1].leaf != what) at = (at + 1) & mask;
  return at;
}

void missing_graph::grow_slots() {
  slots_.assign(std::max<std::size_t>(64, slots_.size() * 2), 0U);
  for (std::uint32_t at = 0; at < nodes_.size(); ++at) {
    if (nodes_[at].left == at) slots_[slot_of(nodes_[at].leaf)] = at + 1;
  }
}

std::uint32_t missing_graph::leaf(input what) {
  if (leaves_ * 2 >= slots_.size()) grow_slots();
  const auto slot = slot_of(what);
  if (slots_[slot] != 0) return slots_[slot] - 1;
  const auto made = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back({what, made, made});
  slots_[slot] = made + 1;
  ++leaves_;
  return made;
}

std::uint32_t missing_graph::both(std::uint32_t a, std::uint32_t b) {
  if (a == b || nodes_[a].left == b || nodes_[a].right == b) return a;
  if (nodes_[b].left == a || nodes_[b].right == a) return b;
  nodes_.push_back({{}, a, b});
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

void missing_graph::collect(std::uint32_t start, std::vector<input>& out) {
  seen_.assign(nodes_.size(), 0);
  stack_.assign(1, start);
  while (!stack_.empty()) {
    const auto at = stack_.back();
    stack_.pop_back();
    if (seen_[at] != 0) continue;
    seen_[at] = 1;
    const auto& here = nodes_[at];
    if (here.left == at) {
      out.push_back(here.leaf);
    } else {
      stack_.push_back(here.left);
      stack_.push_back(here.right);
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

}  // namespace sudui::values
