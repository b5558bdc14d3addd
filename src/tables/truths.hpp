#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tables/builder.hpp"

namespace sudui::tables {

/// Numbers the truths of all atoms that are used, but for those of a text of very many classes, and
/// those that are worked out for each company. `numbers`: by atom, or no_truth.
[[nodiscard]] truth_table number_truths(const readings& all, const std::vector<bool>& is_used,
                                        std::vector<std::uint32_t>& numbers);

/// Reads what a company makes of each: `values` and `presences` by slot. Memory is kept.
class truth_reader {
 public:
  truth_reader(const truth_table& of, const kernels::single_table& by);

  void read(std::span<const std::int64_t> values, std::span<const std::uint8_t> presences);
  [[nodiscard]] truth_state at(std::uint32_t truth) const { return states_[truth]; }

 private:
  void compare(std::span<const std::int64_t> values, std::span<const std::uint8_t> presences);
  void rank(const truth_table::ranked& of, std::int64_t value, presence is);

  const truth_table& of_;
  const kernels::single_table& kernels_;
  std::vector<std::uint32_t> compared_;
  std::vector<truth_state> states_;
};

}  // namespace sudui::tables
