#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "columns/batch.hpp"
#include "columns/planes.hpp"
#include "columns/program.hpp"

namespace sudui::columns {

/// Amounts of some companies of a batch, by whole numbers, without the row executor: formulas of
/// sums, differences and products with limits and rounding. One thread at a time.
class amount_reader {
 public:
  explicit amount_reader(const program& of) : program_(of) {}
  void take(const batch& from) { batch_ = &from; }

  /// Whole multiples of 10^-places for the rows; `is_known[i]` false where something is missing.
  struct amounts {
    const std::int64_t* whole = nullptr;
    const std::uint8_t* is_known = nullptr;
    std::int32_t places = 0;
  };
  [[nodiscard]] amounts read(const amount_plan& what, std::span<const std::uint32_t> rows);

 private:
  [[nodiscard]] std::int64_t* values_of(node_id which);
  void column_values(const node& what, std::int64_t* out);
  void join(const node& what, std::int64_t* out);

  const program& program_;
  const batch* batch_ = nullptr;
  std::span<const std::uint32_t> rows_;
  std::uint8_t* is_known_ = nullptr;
  chunk_memory memory_;
};

/// `value / divisor`, rounded.
[[nodiscard]] std::int64_t rounded_quotient(std::int64_t value, std::int64_t divisor,
                                            rounding mode) noexcept;

}  // namespace sudui::columns
