#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "plan/plan.hpp"

namespace sudui::columns {

/// What each register was turned into, or that this was tried in vain. Room is made when the first
/// is asked for.
class tried {
 public:
  explicit tried(std::size_t registers) : registers_(registers) {}

  /// Calls `make(which)` once a register. What reads itself meanwhile finds nothing.
  template <class Make>
  [[nodiscard]] std::optional<std::uint32_t> get(plan::reg which, Make&& make) {
    if (made_.empty()) made_.assign(registers_, untried);
    if (made_[which] == untried) {
      made_[which] = in_vain;
      if (const std::optional<std::uint32_t> made = make(which)) made_[which] = *made;
    }
    if (made_[which] == in_vain) return std::nullopt;
    return made_[which];
  }

 private:
  static constexpr std::uint32_t untried = ~std::uint32_t{0};
  static constexpr std::uint32_t in_vain = untried - 1;

  std::size_t registers_;
  std::vector<std::uint32_t> made_;  // by register
};

}  // namespace sudui::columns
