#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include <sudui/decimal.hpp>

namespace sudui::values {

__extension__ typedef __int128 int128;            // NOLINT(modernize-use-using)
__extension__ typedef unsigned __int128 uint128;  // NOLINT(modernize-use-using)

/// INVARIANT: a decimal's coefficient has at most this many digits, so it is below 2^113.
inline constexpr int precision = 34;
/// Range of the exponent of the first digit: of `d.ddd * 10^n` the n.
inline constexpr std::int64_t lowest_exponent = -6143;
inline constexpr std::int64_t highest_exponent = 6144;

namespace detail {
constexpr std::array<uint128, 39> make_powers() noexcept {
  std::array<uint128, 39> powers{};
  uint128 power = 1;
  for (auto& slot : powers) {
    slot = power;
    power *= 10;
  }
  return powers;
}
inline constexpr std::array<uint128, 39> powers_of_ten = make_powers();
}  // namespace detail

/// 10^n for n in 0..38, the powers that 128 bits hold.
[[nodiscard]] constexpr uint128 power_of_ten(int n) noexcept {
  return detail::powers_of_ten[static_cast<std::size_t>(n)];
}

/// Binary digits of `value`, 0 for zero.
[[nodiscard]] constexpr int bit_count(uint128 value) noexcept {
  const auto high = static_cast<std::uint64_t>(value >> 64);
  const auto low = static_cast<std::uint64_t>(value);
  if (high != 0) return 128 - __builtin_clzll(high);
  return low != 0 ? 64 - __builtin_clzll(low) : 0;
}

/// Decimal digits of a number of `bits` binary digits, or one less: 1233/4096 is just under
/// log10(2).
[[nodiscard]] constexpr int digits_guess(int bits) noexcept { return (bits * 1233) >> 12; }

/// Decimal digits of `value`, 0 for zero.
[[nodiscard]] constexpr int digit_count(uint128 value) noexcept {
  const int guess = digits_guess(bit_count(value));
  return guess + (value >= power_of_ten(guess) ? 1 : 0);
}

[[nodiscard]] constexpr int128 coefficient_of(const decimal& number) noexcept {
  return static_cast<int128>((uint128{number.high()} << 64) | number.low());
}

[[nodiscard]] constexpr uint128 magnitude_of(const decimal& number) noexcept {
  const auto bits = (uint128{number.high()} << 64) | number.low();
  return (number.high() >> 63) != 0 ? ~bits + 1 : bits;
}

[[nodiscard]] constexpr decimal pack(int128 coefficient, std::int64_t exponent) noexcept {
  const auto bits = static_cast<uint128>(coefficient);
  return decimal::from_parts(static_cast<std::uint64_t>(bits >> 64),
                             static_cast<std::uint64_t>(bits), static_cast<std::int32_t>(exponent));
}

[[nodiscard]] constexpr decimal pack(bool negative, uint128 magnitude,
                                     std::int64_t exponent) noexcept {
  const auto whole = static_cast<int128>(magnitude);
  return pack(negative ? -whole : whole, exponent);
}

/// True where the coefficient fits int64; then `low()` holds it.
[[nodiscard]] constexpr bool fits_64(const decimal& number) noexcept {
  return number.high() == ((number.low() >> 63) != 0 ? ~std::uint64_t{0} : 0);
}

/// Drops the last `count` digits, rounding as `mode` says. `sticky`: something not zero follows the
/// digits given. `count` may exceed the number of digits.
[[nodiscard]] uint128 drop_digits(uint128 magnitude, std::int64_t count, bool sticky, bool negative,
                                  rounding mode) noexcept;

/// The decimal next to the number, half even to 34 digits; nullopt where the exponent leaves its
/// range. With `sticky` the magnitude must have more than 34 digits.
[[nodiscard]] std::optional<decimal> fit(bool negative, uint128 magnitude, std::int64_t exponent,
                                         bool sticky = false) noexcept;

/// The same number with at most `limit` trailing zeros of the coefficient moved to the exponent.
[[nodiscard]] decimal strip_zeros(const decimal& number, std::int64_t limit) noexcept;

}  // namespace sudui::values
