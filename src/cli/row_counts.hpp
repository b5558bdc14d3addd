#pragma once

#include <cstdint>

namespace sudui::cli {

/// How many rows came to what. INVARIANT: read = decided + rejected.
struct row_counts {
  std::uint64_t decided = 0;
  std::uint64_t rejected = 0;
  std::uint64_t flawed = 0;  ///< decided, but with values that did not fit and count as unknown
  [[nodiscard]] std::uint64_t read() const noexcept { return decided + rejected; }
  void add(const row_counts& more) noexcept {
    decided += more.decided;
    rejected += more.rejected;
    flawed += more.flawed;
  }
};

}  // namespace sudui::cli
