#pragma once

#include <optional>
#include <string>
#include <vector>

#include <sudui/value.hpp>

#include "types/type.hpp"

namespace sudui::types {

/// Values of one ordered kind between two ends, each open or closed, each maybe missing.
struct value_range {
  std::optional<value> low, high;
  bool open_low = false, open_high = false;

  /// Exact also where the kind counts in steps: no day lies between two days that follow each
  /// other.
  [[nodiscard]] bool is_empty() const;
  [[nodiscard]] value_range meet(const value_range& other) const;
};

/// Ranges that do not overlap, in order: what a test says of the value it tests. Null is in none.
class value_set {
 public:
  [[nodiscard]] static value_set all() { return value_set({value_range{}}); }
  [[nodiscard]] static value_set of(value_range range);
  [[nodiscard]] static value_set one(const value& held) { return of({held, held, false, false}); }

  [[nodiscard]] bool is_empty() const noexcept { return ranges_.empty(); }
  [[nodiscard]] bool meets(const value_set& other) const;
  [[nodiscard]] value_set meet(const value_set& other) const;
  [[nodiscard]] value_set join(const value_set& other) const;
  [[nodiscard]] value_set minus(const value_set& other) const;
  /// One value of the set, a plain one near an end; nothing where no value can be named.
  [[nodiscard]] std::optional<value> example() const;

 private:
  explicit value_set(std::vector<value_range> ranges) : ranges_(std::move(ranges)) {}
  [[nodiscard]] static value_set below(const value_range& range);
  [[nodiscard]] static value_set above(const value_range& range);
  std::vector<value_range> ranges_;
};

}  // namespace sudui::types
