#pragma once

#include <string>

#include "values/cell.hpp"

namespace sudui::values {

/// FEEL text of a cell, for explanations: `3.5`, `"text"`, `date("2024-01-31")`, `[1, 2]`. A record
/// has no names here, so its members stand in their order: `{1, "a"}`.
[[nodiscard]] std::string text_of(const cell& what);

/// Appends `text` in double quotes with FEEL's escapes.
void append_quoted(std::string& out, std::string_view text);

}  // namespace sudui::values
