#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <sudui/decision.hpp>

#include "columns/batch.hpp"
#include "columns/planes.hpp"
#include "columns/program.hpp"

namespace sudui::columns {

/// Amounts of some companies of a batch, by whole numbers, without the row executor: formulas of
/// sums, differences and products with limits and rounding; intervals where something is missing.
/// One thread at a time.
class amount_reader {
 public:
  explicit amount_reader(const program& of) : program_(of) {}
  void take(const batch& from) { batch_ = &from; }

  /// The ends of each row's amount.
  enum ends : std::uint8_t { has_none = 0, has_low = 1, has_high = 2, has_both = 3, is_null = 4 };
  /// Whole multiples of 10^-places for the rows.
  struct amounts {
    const std::int64_t* low = nullptr;
    const std::int64_t* high = nullptr;
    const std::uint8_t* has = nullptr;
    std::int32_t places = 0;
    [[nodiscard]] amount at(std::size_t row) const;
  };
  [[nodiscard]] amounts read(const amount_plan& what, std::span<const std::uint32_t> rows);

  /// What the amount of a row waits for, sorted in, each once.
  using inputs = std::vector<values::missing_graph::input>;
  void add_missing(const amount_plan& what, std::uint32_t row, inputs& into) const;

 private:
  // Ordered as operators join them: what is unknown wins over null.
  enum lacks : std::uint8_t { nothing = 0, null = 1, unknown = 2 };
  struct part {
    std::int64_t* values = nullptr;
    const std::uint8_t* lacks = nullptr;
  };
  struct range {
    std::int64_t* low = nullptr;
    std::int64_t* high = nullptr;
    std::uint8_t* has = nullptr;
  };
  [[nodiscard]] std::uint8_t* bytes(std::uint8_t filled);
  [[nodiscard]] part part_of(const amount_part& what);
  [[nodiscard]] range begin(const amount_plan& what);
  void limit(const range& made, const part& by, bool is_maximum);
  [[nodiscard]] std::int64_t* values_of(node_id which);
  void column_values(const node& what, std::int64_t* out);
  void join(const node& what, std::int64_t* out);
  void find_missing(node_id which, std::uint32_t row, inputs& into) const;

  const program& program_;
  const batch* batch_ = nullptr;
  std::span<const std::uint32_t> rows_;
  std::uint8_t* lacks_ = nullptr;  // of the part that is being read
  chunk_memory memory_;
};

/// `value / divisor`, rounded.
[[nodiscard]] std::int64_t rounded_quotient(std::int64_t value, std::int64_t divisor,
                                            rounding mode) noexcept;

}  // namespace sudui::columns
