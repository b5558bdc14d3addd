// libedit, in the dress of readline: Debian has it in both releases and its licence is free of
// conditions for who links it, which readline's is not. History lives in the home folder, since a
// person who tries formulas comes back to them.
//
// Names of FEEL hold spaces (`string length`), so completion looks at everything from the last sign
// on, and not at the last word only.
//
// Tested by tests/cli/feel.sh (lines from a pipe; the terminal by hand).
#include "cli/line_editor.hpp"

#include <clocale>
#include <cstdlib>
#include <cstring>
#include <editline/readline.h>
#include <iostream>
#include <string_view>
#include <unistd.h>
#include <utility>

#include "cli/terminal.hpp"

namespace sudui::cli {
namespace {

std::function<std::vector<std::string>()> names_now;

std::string history_file() {
  const char* home = std::getenv("HOME");
  return home == nullptr ? "" : std::string(home) + "/.sudui_feel_history";
}

char* copy_of(const std::string& text) { return strdup(text.c_str()); }

// Called again and again until it gives nothing.
char* next_name(const char* begun, int state) {
  static std::vector<std::string> found;
  static std::size_t at = 0;
  if (state == 0) {
    found.clear();
    at = 0;
    for (auto& each : names_now()) {
      if (each.starts_with(begun)) found.push_back(std::move(each));
    }
  }
  return at < found.size() ? copy_of(found[at++]) : nullptr;
}

char** complete(const char* begun, int, int) {
  rl_attempted_completion_over = 1;  // names, not files
  return rl_completion_matches(begun, next_name);
}

}  // namespace

line_editor::line_editor(std::function<std::vector<std::string>()> names)
    : is_person_(is_terminal(STDIN_FILENO) && is_terminal(STDOUT_FILENO)) {
  if (!is_person_) return;
  names_now = std::move(names);
  std::setlocale(LC_CTYPE, "");
  using_history();
  if (const auto file = history_file(); !file.empty()) read_history(file.c_str());
  static char breaks[] = "()[]{},+-*/=<>:\"";
  rl_completer_word_break_characters = breaks;
  rl_attempted_completion_function = complete;
}

line_editor::~line_editor() {
  if (!is_person_) return;
  if (const auto file = history_file(); !file.empty()) write_history(file.c_str());
  names_now = nullptr;
}

std::optional<std::string> line_editor::next(const std::string& prompt) {
  std::string line;
  if (!is_person_) {
    if (!std::getline(std::cin, line)) return std::nullopt;
    return line;
  }
  char* said = readline(prompt.c_str());
  if (said == nullptr) return std::nullopt;
  line = said;
  std::free(said);  // NOLINT(cppcoreguidelines-no-malloc): made by the library
  if (!line.empty()) add_history(line.c_str());
  return line;
}

}  // namespace sudui::cli
