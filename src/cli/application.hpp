#pragma once

#include <CLI/CLI.hpp>

#include "cli/session.hpp"

namespace sudui::cli {

/// All commands with their options. `with` must outlive the application.
void build_application(CLI::App& app, session& with);

}  // namespace sudui::cli
