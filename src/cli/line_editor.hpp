#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sudui::cli {

/// Lines from a person at a terminal, with history and completion; from anything else, as they
/// come. One at a time in a process, since the library behind it has one state.
class line_editor {
 public:
  /// `names` gives what a word may be completed to.
  explicit line_editor(std::function<std::vector<std::string>()> names);
  line_editor(const line_editor&) = delete;
  line_editor& operator=(const line_editor&) = delete;
  ~line_editor();

  /// The next line, or nothing at the end.
  [[nodiscard]] std::optional<std::string> next(const std::string& prompt);

 private:
  bool is_person_ = false;
};

}  // namespace sudui::cli
