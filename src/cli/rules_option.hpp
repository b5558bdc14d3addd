#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include <sudui/matcher.hpp>
#include <sudui/rule_set.hpp>

#include "cli/session.hpp"

namespace sudui::cli {

/// Which rules, on which day, for which policies: options that several commands have.
struct rules_option {
  std::string folder;  ///< empty: the shipped rules
  std::string as_of;   ///< empty: today
  std::optional<int> year;
  std::string policies = "*";
  std::string parameters;        ///< a file, or empty
  bool has_tests = false;        ///< whether `test:` documents are read
  bool may_choose_none = false;  ///< `policies` may match none of these rules: those of a pair

  void add_folder(CLI::App& command, const session& with);
  /// The same, which may also stand as a word without a name. One option with both: newer CLI11
  /// refuses two that are called alike.
  void add_folder_or_word(CLI::App& command, const session& with);
  void add_dates(CLI::App& command, const session& with);
  void add_policies(CLI::App& command, const session& with);
  void add_parameters(CLI::App& command, const session& with);

 private:
  void add_named(const char* names, CLI::App& command, const session& with);
};

/// The folder of rules: the option, else SUDUI_RULES, else the rules of the source tree that this
/// was built from, else share/sudui/rules beside the installed command. Empty when there are none.
[[nodiscard]] std::string find_rules(const std::string& option);

/// The rules, loaded; on failure everything wrong stands on standard error and `status` says how to
/// end.
[[nodiscard]] std::optional<rule_set> load_rules(const rules_option& from, const session& with,
                                                 int& status);

/// The rules bound to the day, year, policies and parameters of the options.
[[nodiscard]] std::optional<matcher> bind_rules(const rule_set& rules, const rules_option& from,
                                                const session& with, int& status);

/// The as-of day of the options, or nothing when it is no date.
[[nodiscard]] std::optional<date> day_of(const rules_option& from);

/// A whole file, `-` for standard input; nothing when it cannot be read.
[[nodiscard]] std::optional<std::string> read_whole(const std::string& path);

}  // namespace sudui::cli
