#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cli/inputs.hpp"
#include "cli/session.hpp"

namespace sudui::cli {

/// Which companies, and how they are written: options of the commands that read many.
struct input_options {
  std::vector<std::string> paths;
  std::string input_format;
  std::string encoding = "utf-8";
  std::string map;  ///< a file, or empty

  void add_to(CLI::App& command, const session& with);
};

/// The inputs; on failure it has been said, and `status` says how to end.
[[nodiscard]] std::optional<std::vector<input>> find_inputs(const input_options& said,
                                                            const session& with, int& status);

}  // namespace sudui::cli
