#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/row_counts.hpp"

namespace sudui::cli {

/// A part of the output that is complete.
struct part_line {
  std::string file;
  row_counts counts;
  std::uint64_t size = 0;   ///< bytes of the file
  std::uint64_t end = 0;    ///< bytes of the input up to the last row of the part
  std::uint64_t lines = 0;  ///< lines of the input up to there
  std::string rejects;      ///< the file of its rejects; empty where there are none
  std::string policies;     ///< policy_summary::to_part; empty where nobody counted
};

/// What a run in parts was asked to do, and how far it is.
struct manifest {
  /// Everything that the decisions depend on, by name, in a fixed order.
  std::vector<std::pair<std::string, std::string>> run;
  std::vector<part_line> parts;
  bool is_complete = false;

  [[nodiscard]] row_counts counts() const noexcept;
  [[nodiscard]] std::string to_json() const;
};

/// Nothing where the text is no manifest.
[[nodiscard]] std::optional<manifest> read_manifest(std::string_view text);

/// Why a run cannot be gone on with.
struct run_difference {
  std::string name, before, now;
};
[[nodiscard]] std::optional<run_difference> difference_of(const manifest& before,
                                                          const manifest& now);

}  // namespace sudui::cli
