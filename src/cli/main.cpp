// The command `sudui`. A write into a closed pipe ends it quietly, as it does any filter.
#include <csignal>
#include <exception>
#include <iostream>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "cli/application.hpp"
#include "cli/status.hpp"
#include "cli/terminal.hpp"

namespace {

void start_log() {
  spdlog::set_default_logger(spdlog::stderr_logger_st("sudui"));
  spdlog::set_pattern("sudui: %l: %v");
}

int run(int count, const char* const* arguments) {
  using namespace sudui::cli;
  session with{language_of(count, arguments), {}};
  CLI::App app;
  build_application(app, with);
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& why) {
    return app.exit(why) == 0 ? done : usage;
  }
  return with.chosen ? with.chosen() : usage;
}

}  // namespace

int main(int count, char** arguments) {
  std::signal(SIGPIPE, SIG_DFL);
  std::ios::sync_with_stdio(false);
  start_log();
  try {
    return run(count, arguments);
  } catch (const std::exception& why) {
    spdlog::error("{}", why.what());
    return sudui::cli::no_access;
  }
}
