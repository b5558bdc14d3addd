#pragma once

#include <memory>
#include <vector>

#include <sudui/matcher.hpp>

#include "cli/destination.hpp"
#include "cli/inputs.hpp"
#include "cli/match_options.hpp"
#include "cli/match_run.hpp"
#include "cli/session.hpp"

namespace sudui::cli {

/// The folder of parts that the options name, and in `plan` where the run begins. Nothing where the
/// run may not be done so; it has been said then, and `status` says how to end.
[[nodiscard]] std::unique_ptr<destination> open_parts(const match_options& said, const matcher& by,
                                                      const std::vector<input>& from,
                                                      const session& with, match_plan& plan,
                                                      int& status);

}  // namespace sudui::cli
