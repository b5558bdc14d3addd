#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "columns/program.hpp"
#include "columns/range.hpp"
#include "columns/runner.hpp"

namespace sudui::columns {

/// Amounts that ask truths or lists: what one company gets, from what the
/// runner holds of a chunk. One thread at a time.
class tier_reader {
 public:
  tier_reader(const evaluated_amount& of, const batch& from, const runner& by, std::size_t first)
      : what_(of), from_(from), runner_(by), first_(first) {}

  /// Of a company of the batch, a row of the chunk that begins at `first`; at
  /// plan's places.
  [[nodiscard]] range read(std::size_t company, const rounder* round);

 private:
  [[nodiscard]] range value(node_id which, std::size_t row) const;
  void limit(range& made, const std::vector<amount_part>& limits, std::size_t row) const;
  [[nodiscard]] outcome test(const tier& of, std::size_t row) const;
  [[nodiscard]] outcome outcome_of(node_id truth, std::size_t row) const;
  [[nodiscard]] outcome clause_outcome(std::span<const clause_step> steps, std::size_t row) const;
  [[nodiscard]] bool collects() const;
  void take(std::uint32_t tier, outcome held);
  [[nodiscard]] range tiers(std::size_t row);
  [[nodiscard]] range among(const std::vector<std::uint32_t>& those, std::size_t row) const;
  [[nodiscard]] range agreed(std::size_t row) const;
  [[nodiscard]] bool takes_first() const;
  [[nodiscard]] bool is_violated(std::size_t row) const;
  [[nodiscard]] range nothing(std::size_t row) const;
  [[nodiscard]] range or_nothing(const range& made, std::size_t row) const;
  [[nodiscard]] range joined(const range& a, const range& b) const;
  [[nodiscard]] range collected(std::size_t row) const;
  [[nodiscard]] range perhaps(std::size_t row) const;
  [[nodiscard]] range tier_amount(std::uint32_t tier, std::size_t row) const;
  [[nodiscard]] range one(std::size_t row, const rounder* round);
  [[nodiscard]] range item(std::size_t row, const rounder* round);
  [[nodiscard]] range items(std::size_t company, const rounder* round);

  const evaluated_amount& what_;
  const batch& from_;
  const runner& runner_;
  std::size_t first_;
  std::vector<std::uint32_t> met_, maybe_;  // of the row being read
};

}  // namespace sudui::columns
