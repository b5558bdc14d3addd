#pragma once

#include <optional>

#include <sudui/decimal.hpp>

// Functions of decimals beyond the four operations. All give nullopt where the exponent leaves its
// range; arguments outside a function's domain are the caller's matter. May throw bad_alloc where
// said.
namespace sudui::values {

/// base^exponent. A whole exponent is exact up to 34 digits, then rounded half even; any other is
/// exact to within one unit of the 34th digit and needs base > 0. A zero base needs exponent >= 0
/// (0^0 is 1).
[[nodiscard]] std::optional<decimal> power(const decimal& base, const decimal& exponent);

/// The root of a number that is not negative, rounded half even.
[[nodiscard]] std::optional<decimal> square_root(const decimal& number) noexcept;

/// e^number and the natural logarithm of a number above 0, to 34 digits. Allocate.
[[nodiscard]] std::optional<decimal> exponential(const decimal& number);
[[nodiscard]] std::optional<decimal> logarithm(const decimal& number);

/// dividend - divisor * floor(dividend / divisor), with the sign of the divisor, which is not zero.
[[nodiscard]] std::optional<decimal> modulo(const decimal& dividend,
                                            const decimal& divisor) noexcept;

}  // namespace sudui::values
