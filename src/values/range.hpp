#pragma once

#include <string>
#include <string_view>

#include <sudui/value.hpp>

#include "values/cell.hpp"

// A range is a cell of three items: low, high (null where it is open to that side) and its form.
// The form belongs to the value: `(=10)` and `[10..10]` hold the same numbers, and are not equal.
namespace sudui::values {

[[nodiscard]] range_form form_of(const cell& range) noexcept;
[[nodiscard]] cell cell_of(range_form form) noexcept;

/// `[1..5)`, `(< 5)`, `(= 5)`; an empty text stands for an end that there is not.
[[nodiscard]] std::string range_text(std::string_view low, std::string_view high, range_form form);

}  // namespace sudui::values
