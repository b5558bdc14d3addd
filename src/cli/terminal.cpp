// What the terminal and the environment ask for.
//
// Tested by tests/unit/cli/terminal_test.cpp and tests/cli/language.sh.
#include "cli/terminal.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <sys/ioctl.h>
#include <unistd.h>

namespace sudui::cli {
namespace {

constexpr int usual_width = 100;
constexpr int least_width = 60;

std::optional<language> named(std::string_view word) {
  if (word.starts_with("zh")) return language::zh;
  if (word.empty()) return std::nullopt;
  return language::en;
}

std::string_view variable(const char* name) {
  const char* held = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before any thread
  return held == nullptr ? std::string_view() : held;
}

int columns() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual_width;
  return std::max<int>(size.ws_col, least_width);
}

}  // namespace

language language_of(int count, const char* const* arguments) {
  for (int i = 1; i < count; ++i) {
    std::string_view word = arguments[i];
    if (word == "--lang" && i + 1 < count) return named(arguments[i + 1]).value_or(language::en);
    if (word.starts_with("--lang=")) return named(word.substr(7)).value_or(language::en);
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const auto found = named(variable(name))) return *found;
  }
  return language::en;
}

bool is_terminal(int descriptor) { return isatty(descriptor) == 1; }

bool wants_color() {
  return is_terminal(STDOUT_FILENO) && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
}

text_options text_options_for(language in) { return {in, wants_color(), columns()}; }

}  // namespace sudui::cli
