#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <string_view>

#include <sudui/text.hpp>

namespace sudui::cli {

/// What all commands share: the language, and the one command that was chosen.
struct session {
  language in = language::en;
  std::function<int()> chosen;  ///< returns the exit status

  /// One of two fixed texts.
  [[nodiscard]] std::string say(std::string_view zh, std::string_view en) const {
    return std::string(in == language::zh ? zh : en);
  }
};

// Each adds its command to the application. Options live as long as `with.chosen`.
void add_match(CLI::App& app, session& with);
void add_explain(CLI::App& app, session& with);
void add_clinic(CLI::App& app, session& with);
void add_reach(CLI::App& app, session& with);
void add_check(CLI::App& app, session& with);
void add_test(CLI::App& app, session& with);
void add_list(CLI::App& app, session& with);
void add_show(CLI::App& app, session& with);
void add_report(CLI::App& app, session& with);
void add_docs(CLI::App& app, session& with);
void add_schema(CLI::App& app, session& with);
void add_diff(CLI::App& app, session& with);
void add_feel(CLI::App& app, session& with);
void add_bench(CLI::App& app, session& with);
void add_record(CLI::App& app, session& with);
void add_replay(CLI::App& app, session& with);

/// A command with its one-line description and the examples below its help.
[[nodiscard]] CLI::App* add_command(CLI::App& app, session& with, const std::string& name,
                                    const std::string& description, const std::string& examples);

}  // namespace sudui::cli
