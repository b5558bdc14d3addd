#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sudui::ingest {

/// Where in a profile a value stands, as users read it: `quals[2].issue_date`, `revenue(2021)`. A
/// chain on the stack, so that naming costs nothing until a message needs the name.
struct place {
  const place* outer = nullptr;
  std::string_view name;
  std::optional<std::size_t> item;  // counted from 1
  std::string_view year;

  [[nodiscard]] std::string to_string() const {
    std::string out = outer == nullptr ? std::string() : outer->to_string();
    if (item) return out + "[" + std::to_string(*item) + "]";
    if (!year.empty()) return out.append("(").append(year).append(")");
    if (!out.empty()) out += '.';
    return out.append(name);
  }
};

}  // namespace sudui::ingest
