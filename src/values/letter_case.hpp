#pragma once

#include <span>

// Case of letters without a locale: the same text on every machine.
namespace sudui::values {

/// Changes UTF-8 text in place. Knows the alphabets whose pairs lie at a fixed distance and keep
/// their length: Latin with accents (to U+00FE), Greek, Cyrillic, full-width Latin. Others stay as
/// they are.
void to_upper(std::span<char> text) noexcept;
void to_lower(std::span<char> text) noexcept;

}  // namespace sudui::values
