// The command `sudui`. A write into a closed pipe ends it quietly, as it does any filter.
#include <csignal>
#include <cstdlib>
#include <exception>
#include <fmt/format.h>
#include <iostream>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <sudui/batch.hpp>

#include "cli/application.hpp"
#include "cli/status.hpp"
#include "cli/terminal.hpp"

namespace {

void start_log() {
  spdlog::set_default_logger(spdlog::stderr_logger_st("sudui"));
  spdlog::set_pattern("sudui: %l: %v");
}

// A run by the fastest loops in place of those that were asked for would prove nothing.
bool has_kernels(const sudui::cli::session& with) {
  const char* name = std::getenv("SUDUI_KERNELS");  // NOLINT(concurrency-mt-unsafe): one thread
  if (name == nullptr || *name == '\0' || sudui::batch_matcher::kernels() == name) return true;
  const auto text = with.say(
      "环境变量 SUDUI_KERNELS：本机不能运行 {}；请去掉该变量，或写 avx512、avx2、neon、portable "
      "之一",
      "the variable SUDUI_KERNELS: {} does not run here; leave it out, or name one of avx512, "
      "avx2, neon, portable");
  spdlog::error(fmt::runtime(text), name);
  return false;
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
  if (!has_kernels(with)) return usage;
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
