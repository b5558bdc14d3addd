// Files that are complete or not there. Whoever waits for a file by its name never sees half of it,
// and a run that was killed leaves a `.partial` that the next one overwrites. The lock keeps two
// runs from writing into one another.
//
// Tested by tests/cli/write_errors.sh and tests/cli/out_file.sh.
#include "cli/output.hpp"

#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <unistd.h>

namespace sudui::cli {
namespace {

namespace fs = std::filesystem;

// The file that a path leads to, so that a link stays a link.
std::string target_of(const std::string& path) {
  std::error_code failed;
  const auto found = fs::weakly_canonical(path, failed);
  return failed ? path : found.string();
}

// `/dev/stdout` and the like lead to a plain file now and then, but one that is open already.
bool is_plain_file(const std::string& path) {
  if (path.starts_with("/dev/") || path.starts_with("/proc/")) return false;
  std::error_code ignored;
  const auto about = fs::status(path, ignored);
  return !fs::exists(about) || fs::is_regular_file(about);
}

// Emptied only once it is locked.
std::FILE* open_locked(const std::string& path) {
  const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) return nullptr;
  if (flock(descriptor, LOCK_EX | LOCK_NB) == 0 && ftruncate(descriptor, 0) == 0) {
    if (std::FILE* made = fdopen(descriptor, "wb")) return made;
  }
  static_cast<void>(close(descriptor));
  return nullptr;
}

}  // namespace

std::string partial_name(const std::string& path) { return path + ".partial"; }

output::output() : file_(stdout) {}

output::output(const std::string& path) : is_owned_(true) {
  if (is_plain_file(path)) {
    path_ = target_of(path);
    file_ = open_locked(partial_name(path_));
  } else {
    file_ = std::fopen(path.c_str(), "wbe");
  }
  is_good_ = file_ != nullptr;
}

output::~output() {
  if (is_owned_ && file_ != nullptr) static_cast<void>(std::fclose(file_));
}

void output::write(std::string_view text) {
  if (!is_good_ || text.empty()) return;
  is_good_ = std::fwrite(text.data(), 1, text.size(), file_) == text.size();
  size_ += text.size();
}

bool output::finish() {
  if (file_ != nullptr && std::fflush(file_) != 0) is_good_ = false;
  return is_good_;
}

bool output::complete() {
  if (!finish() || path_.empty()) return is_good_;
  is_good_ =
      fdatasync(fileno(file_)) == 0 && std::rename(partial_name(path_).c_str(), path_.c_str()) == 0;
  return is_good_;
}

}  // namespace sudui::cli
