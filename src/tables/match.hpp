#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "tables/program.hpp"

namespace sudui::tables {

/// Decides companies, one at a time. Memory is kept; one thread at a time, any number of deciders
/// for one program.
class decider {
 public:
  explicit decider(std::shared_ptr<const program> of,
                   const kernels::single_table& by = kernels::fastest_single());

  /// All verdicts of a company that a filler of the same program has made. Allocates nothing.
  void decide(std::span<const word> company);
  /// Bits of policies; those behind the last one are 0.
  [[nodiscard]] std::span<const word> eligible() const noexcept { return eligible_; }
  [[nodiscard]] std::span<const word> possible() const noexcept { return possible_; }

  /// The entries that a company picks.
  [[nodiscard]] std::span<const std::uint32_t> pick(std::span<const word> company);
  [[nodiscard]] const program& by() const noexcept { return *program_; }

 private:
  void read(std::span<const word> company);
  void add_sums();
  void join(const word* more);
  void conclude();
  void take_settled(const word* settled);

  std::shared_ptr<const program> program_;
  const kernels::single_table& kernels_;
  std::vector<std::int64_t> values_;     // by slot
  std::vector<std::uint8_t> presences_;  // by slot
  std::vector<std::uint32_t> picked_;    // by source
  std::vector<word> certain_, open_;     // rows joined
  std::vector<word> eligible_, possible_;
};

}  // namespace sudui::tables
