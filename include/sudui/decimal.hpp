#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <sudui/export.hpp>

namespace sudui {
inline namespace v1 {

enum class rounding : std::uint8_t { half_up, half_even, half_down, up, down, ceiling, floor };

/// An exact decimal number: coefficient * 10^exponent, at most 34 significant digits, as
/// decimal128. Never a binary float anywhere. Operations are exact where the result has at most 34
/// digits, else rounded half even to 34. No result is ever wrapped: where the exponent leaves
/// -6143..6144 the operations below give nullopt. Trivially copyable, 24 bytes; any thread.
class SUDUI_API decimal {
 public:
  constexpr decimal() noexcept = default;
  template <std::integral Int>
  requires(!std::same_as<Int, bool> &&
           sizeof(Int) <=
               8) constexpr decimal(Int whole) noexcept  // NOLINT(google-explicit-constructor)
      : low_(static_cast<std::uint64_t>(whole)), high_(whole < 0 ? ~std::uint64_t{0} : 0) {}

  /// `coefficient * 10^exponent`, such as (12345, -2) for 123.45.
  [[nodiscard]] static constexpr decimal scaled(std::int64_t coefficient, std::int32_t exponent) {
    decimal made(coefficient);
    made.exponent_ = exponent;
    return made;
  }

  /// Reads `-12.50`, `1e3`; no spaces, no thousands separators. nullopt if it is no such number or
  /// has more than 34 significant digits (trailing zeros aside). O(length).
  [[nodiscard]] static std::optional<decimal> parse(std::string_view text) noexcept;

  /// Plain digits without exponent and without needless zeros: `0.05`, `-1200`.
  [[nodiscard]] std::string to_string() const;
  /// With exactly `places` digits after the point, rounded half up: for money `3400000.00`.
  [[nodiscard]] std::string to_fixed(int places) const;

  [[nodiscard]] bool is_zero() const noexcept { return low_ == 0 && high_ == 0; }
  [[nodiscard]] bool is_negative() const noexcept { return (high_ >> 63) != 0; }
  [[nodiscard]] bool is_integer() const noexcept;
  /// The value as int64 when it is a whole number in range.
  [[nodiscard]] std::optional<std::int64_t> to_int64() const noexcept;

  /// Numeric comparison: 1.0 equals 1.00.
  SUDUI_API friend std::strong_ordering operator<=>(const decimal& a, const decimal& b) noexcept;
  friend bool operator==(const decimal& a, const decimal& b) noexcept { return (a <=> b) == 0; }

  /// The coefficient as two's complement 128 bits (high, low), and the exponent.
  [[nodiscard]] constexpr std::uint64_t low() const noexcept { return low_; }
  [[nodiscard]] constexpr std::uint64_t high() const noexcept { return high_; }
  [[nodiscard]] constexpr std::int32_t exponent() const noexcept { return exponent_; }
  [[nodiscard]] static constexpr decimal from_parts(std::uint64_t high, std::uint64_t low,
                                                    std::int32_t exponent) noexcept {
    decimal made;
    made.high_ = high;
    made.low_ = low;
    made.exponent_ = exponent;
    return made;
  }

 private:
  std::uint64_t low_ = 0;
  std::uint64_t high_ = 0;
  std::int32_t exponent_ = 0;
};

// All of these: nullopt on overflow; divide also on a zero divisor.
[[nodiscard]] SUDUI_API std::optional<decimal> add(const decimal& a, const decimal& b) noexcept;
[[nodiscard]] SUDUI_API std::optional<decimal> subtract(const decimal& a,
                                                        const decimal& b) noexcept;
[[nodiscard]] SUDUI_API std::optional<decimal> multiply(const decimal& a,
                                                        const decimal& b) noexcept;
[[nodiscard]] SUDUI_API std::optional<decimal> divide(const decimal& a, const decimal& b) noexcept;
[[nodiscard]] SUDUI_API decimal negate(const decimal& a) noexcept;
/// Rounds to a multiple of 10^-places; `places` may be negative.
[[nodiscard]] SUDUI_API std::optional<decimal> round(const decimal& a, std::int32_t places,
                                                     rounding mode) noexcept;

}  // namespace v1
}  // namespace sudui
