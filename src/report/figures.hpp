#pragma once

#include <string>
#include <string_view>

#include <sudui/decision.hpp>
#include <sudui/text.hpp>
#include <sudui/value.hpp>

namespace sudui::report {

/// `3,400,000.5`: the digits of a plain number in groups of three.
[[nodiscard]] std::string grouped(std::string_view digits);

/// A number with its unit, as people write it: money with at least two places, `4,200,000.00 元`.
/// More than six places are rounded and marked with `≈`.
[[nodiscard]] std::string figure(const decimal& number, std::string_view unit);

/// `4.2 %`, with so many places that it does not look equal to `other` when it is not.
[[nodiscard]] std::string percent(const decimal& ratio, const decimal& other);

/// Any value for people: figures, days, yes and no, texts in quotes, lists by their length.
[[nodiscard]] std::string shown(const value& what, std::string_view unit, language in);

/// `3,400,000.00`: grouped, with as many places as the rounding rule leaves.
[[nodiscard]] std::string money(const decimal& number, int places);

}  // namespace sudui::report
