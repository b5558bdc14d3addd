#pragma once

#include <cstdint>
#include <string>

#include <sudui/profile.hpp>

namespace sudui::cli {

/// A company as it was read.
struct company_row {
  const std::string& file;
  std::uint64_t line = 0;  ///< 1 of a file that is one company
  const profile& held;
  /// The credit code, else the name, else empty.
  [[nodiscard]] std::string id() const;
  /// The name, else the credit code, else the file.
  [[nodiscard]] std::string title() const;
};

}  // namespace sudui::cli
