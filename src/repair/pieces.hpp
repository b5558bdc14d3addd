#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <sudui/decision.hpp>
#include <sudui/profile.hpp>

#include "plan/plan.hpp"
#include "repair/axis.hpp"

namespace sudui::repair {

/// A run of positions of an axis on which every clause of a policy stands still, or nothing is
/// known of it.
struct piece {
  std::int64_t first = 0, last = 0;  // both included
  std::vector<outcome> clauses;      // depth first, groups too; at `first`
  std::vector<bool> is_clear;        // whether the outcome holds throughout; of groups false
                                     // when one below is not clear
  std::optional<outcome> all;        // of the policy; none where it is not proven
};

struct limits {
  std::size_t max_pieces = 4096;
  std::size_t max_points = 1024;
};

/// Cuts the axis into pieces for the first policy of the plan, ordered by position, without gaps
/// over the axis. One decision for each end of a piece, some 60 for each cut.
[[nodiscard]] std::vector<piece> cut(const plan::plan& of, const profile& company,
                                     const axis& along, const limits& within);

/// The position nearest to `from` on which `holds` is true, a tie upwards; none where it is nowhere
/// true. `from`: between positions as a number of steps.
struct nearest {
  std::int64_t position = 0;
  bool is_proven = true;  // no piece nearer to `from` leaves the question open
};
template <class Holds, class Open>
[[nodiscard]] std::optional<nearest> find_nearest(const std::vector<piece>& all, const axis& along,
                                                  const value& from, Holds holds, Open is_open);

/// How far a position is from a value: of flags and codes 0 or 1.
[[nodiscard]] decimal distance(const axis& along, const value& from, std::int64_t position);
/// The position of the piece that is nearest to the value.
[[nodiscard]] std::int64_t closest(const piece& in, const axis& along, const value& from);

template <class Holds, class Open>
std::optional<nearest> find_nearest(const std::vector<piece>& all, const axis& along,
                                    const value& from, Holds holds, Open is_open) {
  std::optional<nearest> found;
  std::optional<decimal> best, open;
  for (const auto& each : all) {
    const auto here = closest(each, along, from);
    const auto far = distance(along, from, here);
    if (is_open(each)) {
      if (!open || far < *open) open = far;
    } else if (holds(each) && (!best || far <= *best)) {
      best = far;
      found = nearest{here, true};
    }
  }
  if (found && open && *open <= *best) found->is_proven = false;
  return found;
}

}  // namespace sudui::repair
