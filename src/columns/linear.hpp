#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "columns/range.hpp"

namespace sudui::columns {

/// A constant and multiples of columns: what sums, differences and products with constants come to.
struct linear_form {
  struct term {
    std::uint32_t column = 0;
    std::int64_t factor = 1;
  };
  std::int64_t constant = 0;
  std::span<const term> terms;  // a column once; in `program::terms`
};

/// No whole number in an amount reaches it.
constexpr std::int64_t too_large = std::int64_t{1} << 62;

/// A linear formula whose limits are constants, as most amounts are. What such limits leave of any
/// value lies between two numbers, and of an unknown one it is always the same range.
struct linear_amount {
  linear_form formula;
  std::int64_t least = 0, most = 0;
  std::int64_t low = 0;  // of `up_to`: what the limits leave of nothing, rounded
  range of_unknown;      // rounded
  std::optional<rounder> round;
  std::int32_t places = 0;  // of what is rounded
  bool is_up_to = false;
};

}  // namespace sudui::columns
