#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tables/builder.hpp"

namespace sudui::tables {

/// Numbers the truths of atoms that are used: of all, where there are `share` policies a truth, but
/// for those of a text of very many classes and those that are worked out for each company; else of
/// those that are rare. `numbers`: by atom, or no_truth.
[[nodiscard]] truth_table number_truths(const readings& all, const std::vector<bool>& is_used,
                                        std::size_t share, std::vector<std::uint32_t>& numbers);

/// Reads what a company makes of each: `values` and `presences` by slot. Memory is kept.
class truth_reader {
 public:
  truth_reader(const truth_table& of, const kernels::single_table& by);

  /// Both must live while truths are asked for.
  void read(std::span<const std::int64_t> values, std::span<const std::uint8_t> presences);
  [[nodiscard]] truth_state at(std::uint32_t truth) const {
    return of_.is_read_at_once ? states_[truth] : ask(truth);
  }

 private:
  void compare(std::span<const std::int64_t> values, std::span<const std::uint8_t> presences);
  [[nodiscard]] truth_state ask(std::uint32_t truth) const;
  void rank(const truth_table::ranked& of, std::int64_t value, presence is);

  const truth_table& of_;
  const kernels::single_table& kernels_;
  const std::int64_t* values_ = nullptr;
  const std::uint8_t* presences_ = nullptr;
  std::vector<std::uint32_t> compared_;
  std::vector<truth_state> states_;
};

}  // namespace sudui::tables
