#pragma once

namespace sudui::cli {

/// What the command ends with.
enum status : int {
  done = 0,
  findings = 1,  ///< errors in rules, failed tests, rejects, values that do not fit
  usage = 2,
  no_access = 3,  ///< something cannot be read or written
  stopped = 128   ///< and the number of the signal, as shells have it
};

}  // namespace sudui::cli
