#pragma once

#include "columns/program.hpp"

namespace sudui::columns {

/// Whether a node asks something of columns. Those that only join truths (and, or, not, if), and
/// numbers, do not.
[[nodiscard]] constexpr bool is_predicate(node_kind of) noexcept {
  switch (of) {
    case node_kind::truth:
    case node_kind::flag_is:
    case node_kind::both:
    case node_kind::either:
    case node_kind::opposite:
    case node_kind::chosen:
    case node_kind::spread_truth:
      return false;
    default:
      return is_truth(of);
  }
}

/// Calls `visit` with every node that the node reads.
template <class Visit>
void for_each_operand(const program& in, const node& of, Visit&& visit) {
  for (const auto part : {of.a, of.b, of.c, of.d}) {
    if (part != no_node) visit(part);
  }
  if (!joins_items(of.kind)) return;
  for (const auto part : in.lists[of.index].kept) visit(part);
}

}  // namespace sudui::columns
