// Tested by tests/cli/write_errors.sh.
#include "cli/output.hpp"

namespace sudui::cli {

output::output() : file_(stdout) {}

output::output(const std::string& path)
    : file_(std::fopen(path.c_str(), "wb")), is_owned_(true), is_good_(file_ != nullptr) {}

output::~output() {
  if (is_owned_ && file_ != nullptr) static_cast<void>(std::fclose(file_));
}

void output::write(std::string_view text) {
  if (!is_good_ || text.empty()) return;
  is_good_ = std::fwrite(text.data(), 1, text.size(), file_) == text.size();
}

void output::write_line(std::string_view text) {
  write(text);
  write("\n");
}

bool output::finish() {
  if (file_ != nullptr && std::fflush(file_) != 0) is_good_ = false;
  return is_good_;
}

}  // namespace sudui::cli
