#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "cli/input_options.hpp"
#include "cli/rules_option.hpp"
#include "cli/session.hpp"

namespace sudui::cli {

/// What the arguments of `sudui match` say.
struct match_options : input_options {
  rules_option rules;
  std::string format;
  std::string only = "all";         ///< which decisions are written
  std::string out, rejects, stats;  ///< files, or empty
  std::string out_dir;
  std::uint64_t part_rows = 100'000;
  bool resumes = false;
  unsigned threads = 1;

  void add_to(CLI::App& command, const session& with);
  /// Decisions below it are not written.
  [[nodiscard]] verdict least() const;

 private:
  void add_output(CLI::App& command, const session& with);
  void add_parts(CLI::App& command, const session& with);
};

}  // namespace sudui::cli
