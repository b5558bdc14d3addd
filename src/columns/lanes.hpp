#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <sudui/decision.hpp>

#include "columns/batch.hpp"
#include "columns/slices.hpp"
#include "decide/amounts.hpp"
#include "decide/state.hpp"

namespace sudui::columns {

/// One company of a batch, for the row executor: only what is asked for is computed, each register
/// once. Memory is reused from company to company. One thread at a time.
class lane {
 public:
  explicit lane(const plan::plan& of);

  void take(const batch& from);
  void enter(std::size_t row);

  [[nodiscard]] outcome all_met(std::uint32_t policy);
  [[nodiscard]] decide::awarded amount_of(std::uint32_t policy, std::size_t benefit);
  /// The register's value; the slice is what it needs.
  [[nodiscard]] const values::cell& value_of(plan::reg which, const slice& needs);
  /// The same of a register in a block that runs on demand; the slice is what the block needs.
  [[nodiscard]] const values::cell& value_in(std::uint32_t block, plan::reg which,
                                             const slice& needs);
  /// Items of the amount last asked for.
  [[nodiscard]] std::span<const item_line> lines() const noexcept { return lines_; }
  /// What the clauses of an undetermined policy wait for: sorted, each once.
  [[nodiscard]] const std::vector<values::missing_graph::input>& missing(std::uint32_t policy);
  /// Sorts in what an amount of this company waits for, each once.
  void add_missing(const decide::awarded& of, std::vector<values::missing_graph::input>& into);

 private:
  void compute(const slice& what);
  void bind(std::uint32_t input);

  const plan::plan& plan_;
  policy_slices slices_;
  const batch* batch_ = nullptr;
  std::size_t row_ = 0;
  bool is_whole_ = false;  // the main block has run: the row is an odd one
  decide::state run_;
  std::vector<std::vector<decide::year_value>> years_;  // by input
  std::uint64_t visit_ = 0;
  std::vector<std::uint64_t> computed_, bound_;  // by position, by input: the visit it was done in
  std::vector<item_line> lines_;
};

}  // namespace sudui::columns
