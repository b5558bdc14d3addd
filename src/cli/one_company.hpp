#pragma once

#include <optional>
#include <string>

#include <sudui/profile.hpp>
#include <sudui/rule_set.hpp>

#include "cli/session.hpp"

namespace sudui::cli {

/// The file of one company, `-` for standard input, in the form that `format` names or, where it is
/// empty, that the name ends with. What is wrong stands on standard error; `status` says how to
/// end, also where values were left out and a company is returned all the same.
[[nodiscard]] std::optional<profile> read_company(const std::string& path,
                                                  const std::string& format, const rule_set& rules,
                                                  const session& with, int& status);

}  // namespace sudui::cli
