#pragma once

#include <optional>

#include <sudui/rule_set.hpp>

#include "cli/block_worker.hpp"
#include "cli/input_options.hpp"
#include "cli/session.hpp"

namespace sudui::cli {

/// How streams are to be read, as the options say; on failure everything wrong stands on standard
/// error and `status` says how to end.
[[nodiscard]] std::optional<reading_options> find_reading(const input_options& said,
                                                          const rule_set& rules,
                                                          const session& with, int& status);

}  // namespace sudui::cli
