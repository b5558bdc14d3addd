#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <sudui/profile.hpp>

namespace sudui::cli {

/// The credit code, else the name, else empty. A view into the profile.
[[nodiscard]] std::string_view id_of(const profile& from);

/// A company as it was read.
struct company_row {
  const std::string& file;
  std::uint64_t line = 0;  ///< 1 of a file that is one company
  const profile& held;
  [[nodiscard]] std::string_view id() const { return id_of(held); }
  /// The name, else the credit code, else the file.
  [[nodiscard]] std::string title() const;
};

}  // namespace sudui::cli
