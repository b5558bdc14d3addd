#pragma once

#include <cstddef>
#include <memory>
#include <span>

#include "columns/match.hpp"

namespace sudui::columns {

/// Runs the parts of a batch's work again, one by one, so that somebody with a clock can time them.
/// For measurements; what comes out is thrown away.
class probe {
 public:
  /// Decides the batch, which must outlive the probe.
  probe(std::shared_ptr<const compiled> what, const batch& from);

  [[nodiscard]] std::size_t chunks() const;
  /// Takes a chunk and evaluates all nodes; parts are of this chunk from now on. Returns its rows.
  std::size_t enter(std::size_t chunk);

  [[nodiscard]] std::span<const code_plane> planes() const;
  [[nodiscard]] bool is_usable(node_id which) const { return by_.runner_.is_usable(which); }
  void evaluate(node_id which) { by_.runner_.evaluate(which); }
  /// What coded truths of one column share.
  void look_up(std::size_t plane) { by_.runner_.look_up(by_.runner_.code_planes_[plane]); }
  /// Joins the clauses of a policy.
  void join(std::size_t policy) { by_.join(policy, first_, count_, verdicts_); }
  /// What rows have to settle of it, once after each `join`.
  void settle(std::size_t policy);

 private:
  std::shared_ptr<const compiled> compiled_;
  const batch& from_;
  executor by_;
  verdicts verdicts_;
  std::size_t first_ = 0, count_ = 0;
};

/// Reads every value of the columns once, from memory: the least that any work on them takes.
[[nodiscard]] std::uint64_t read_all(const batch& from);

}  // namespace sudui::columns
