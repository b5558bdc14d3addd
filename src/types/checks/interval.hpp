#pragma once

#include <optional>
#include <string>
#include <vector>

#include <sudui/decimal.hpp>

#include "types/typed.hpp"

namespace sudui::types {

/// Names an expression by its structure: two tests are of one subject when these are equal. Places
/// do not enter, so `staff > 5 and staff < 3` is found across clauses.
[[nodiscard]] std::string subject_key(const expr& what);
/// `5 < x` says of x what `x > 5` says.
[[nodiscard]] values::op mirrored(values::op code);

/// Numbers between two ends, each open or closed, each maybe missing.
struct interval {
  std::optional<decimal> low, high;
  bool open_low = false, open_high = false;

  [[nodiscard]] bool is_empty() const noexcept;
  [[nodiscard]] interval meet(const interval& other) const;
};

/// `subject` compared with a constant: what a test or a clause says of one expression.
struct bounded {
  std::string subject;  // a key that is equal for equal expressions
  interval numbers;
  text::span where;
};

/// The comparisons that all must hold for the expression to be true; false in `complete` when there
/// is more to it than comparisons with constants.
struct conjunction {
  std::vector<bounded> parts;
  bool complete = true;
};
[[nodiscard]] conjunction conjunction_of(const expr& what);

}  // namespace sudui::types
