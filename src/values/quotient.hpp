#pragma once

#include <compare>

#include <sudui/decimal.hpp>

namespace sudui::values {

/// a/b against c/d, exactly, whatever the signs and exponents. Neither b nor d is zero.
[[nodiscard]] std::strong_ordering compare_quotients(const decimal& a, const decimal& b,
                                                     const decimal& c, const decimal& d) noexcept;

}  // namespace sudui::values
