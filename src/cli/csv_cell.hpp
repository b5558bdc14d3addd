#pragma once

#include <string>
#include <string_view>

namespace sudui::cli {

/// A cell of a table, in quotes where it needs them.
[[nodiscard]] inline std::string csv_cell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char each : text) quoted.append(each == '"' ? 2 : 1, each);
  return quoted + '"';
}

}  // namespace sudui::cli
