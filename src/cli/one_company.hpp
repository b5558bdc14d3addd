#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include <sudui/profile.hpp>
#include <sudui/rule_set.hpp>

#include "cli/session.hpp"

namespace sudui::cli {

/// The word PROFILE and the option --input-format of commands about one company.
void add_company(CLI::App& command, std::string& path, const session& with);
void add_company_format(CLI::App& command, std::string& format, const session& with);

/// The file of one company, `-` for standard input, in the form that `format` names or, where it is
/// empty, that the name ends with. What is wrong stands on standard error; `status` says how to
/// end, also where values were left out and a company is returned all the same.
[[nodiscard]] std::optional<profile> read_company(const std::string& path,
                                                  const std::string& format, const rule_set& rules,
                                                  const session& with, int& status);

}  // namespace sudui::cli
