#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include <sudui/decimal.hpp>

#include "values/coefficient.hpp"

namespace sudui::columns {

/// Which ends of an amount are known.
enum ends : std::uint8_t { has_none = 0, has_low = 1, has_high = 2, has_both = 3, is_null = 4 };

/// What a row's figures lack for a formula, ordered as operators join them: unknown wins over null.
enum class lack : std::uint8_t { nothing, null, unknown };

/// An amount's ends, in whole numbers of one scale, while its limits are laid on.
struct range {
  std::int64_t low = 0, high = 0;
  std::uint8_t has = has_none;

  /// Whether both have the same ends at the same places.
  friend bool operator==(const range& a, const range& b) {
    return a.has == b.has && ((a.has & has_low) == 0 || a.low == b.low) &&
           ((a.has & has_high) == 0 || a.high == b.high);
  }

  /// As decide/amounts.cpp has it: a limit that is null is none, one that is unknown opens the end
  /// that it could move, and a known one closes it.
  void limit(std::int64_t by, lack lacks, bool is_maximum) {
    if (has == is_null || lacks == lack::null) return;
    const std::uint8_t moved = is_maximum ? has_high : has_low;
    if (lacks == lack::unknown) {
      has &= moved;
      return;
    }
    auto& near = is_maximum ? high : low;
    auto& far = is_maximum ? low : high;
    const auto less = is_maximum ? std::min(near, by) : std::max(near, by);
    near = (has & moved) != 0 ? less : by;
    far = is_maximum ? std::min(far, by) : std::max(far, by);
    has |= moved;
  }
};

/// Division by a power of ten, rounded, without dividing: what moves the quotient up is added
/// first, and a multiplication by the reciprocal leaves the whole of it. INVARIANT: values lie
/// within 2^62.
class rounder {
 public:
  /// By 10^places, places from 0 to 18.
  rounder(std::int32_t places, rounding mode);

  [[nodiscard]] std::int64_t operator()(std::int64_t value) const noexcept {
    return divided<true>(value);
  }
  /// Whether ties go to the even one.
  [[nodiscard]] bool is_half_even() const noexcept { return even_places_ != 0; }
  /// The same where they do not.
  [[nodiscard]] std::int64_t unless_half_even(std::int64_t value) const noexcept {
    return divided<false>(value);
  }

 private:
  template <bool HalfEven>
  [[nodiscard]] std::int64_t divided(std::int64_t value) const noexcept {
    const bool is_negative = value < 0;
    const auto size = is_negative ? std::uint64_t{0} - static_cast<std::uint64_t>(value)
                                  : static_cast<std::uint64_t>(value);
    const auto moved = size + first_[is_negative ? 1 : 0];
    auto cut = high_word(moved, reciprocal_) >> shift_;
    // A tie went up: back to the even one.
    if (HalfEven && even_places_ != 0 && cut * values::power_of_ten(even_places_) == moved) {
      cut &= ~std::uint64_t{1};
    }
    const auto made = static_cast<std::int64_t>(cut);
    return is_negative ? -made : made;
  }

  [[nodiscard]] static std::uint64_t high_word(std::uint64_t a, std::uint64_t b) noexcept {
    return static_cast<std::uint64_t>((values::uint128{a} * b) >> 64);
  }

  std::uint64_t reciprocal_ = 0;
  // What is added before division, by sign: with it the least that goes up reaches the next
  // quotient.
  std::array<std::uint64_t, 2> first_{};
  std::int8_t shift_ = 0, even_places_ = 0;  // the latter of half even; 0 in other modes
};

}  // namespace sudui::columns
