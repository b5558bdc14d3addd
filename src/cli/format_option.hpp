#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/output.hpp"
#include "cli/session.hpp"
#include "cli/status.hpp"

namespace sudui::cli {

/// `--format text|json` of the commands that answer one question.
inline void add_format(CLI::App& command, std::string& format, const session& with) {
  command
      .add_option("--format", format,
                  with.say("输出格式（默认 text）", "form of the output (default: text)"))
      ->type_name("WORD")
      ->check(CLI::IsMember({"text", "json"}));
}

/// Writes the whole answer; the status, or that writing failed.
[[nodiscard]] inline int write_answer(const std::string& text, int status) {
  output out;
  out.write(text);
  return out.finish() ? status : static_cast<int>(no_access);
}

}  // namespace sudui::cli
