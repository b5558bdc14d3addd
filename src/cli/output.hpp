#pragma once

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

namespace sudui::cli {

/// Standard output or a file, with every failed write noticed: a full disk must not look like
/// success. A file gets its name when it is complete; until then it is called `NAME.partial`. What
/// is no plain file (a device, a pipe) is written to as it stands.
class output {
 public:
  /// Standard output.
  output();
  /// A file that is made new; `is_good` tells whether that worked. It does not where another run
  /// writes the same file.
  explicit output(const std::string& path);
  output(const output&) = delete;
  output& operator=(const output&) = delete;
  ~output();

  void write(std::string_view text);
  /// Hands everything over; false when any write has failed. A file keeps its name of a partial
  /// one.
  [[nodiscard]] bool finish();
  /// Hands everything over, and gives a file its name.
  [[nodiscard]] bool complete();
  [[nodiscard]] bool is_good() const noexcept { return is_good_; }
  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }

 private:
  std::FILE* file_ = nullptr;
  std::string path_;  // to be renamed to; empty where there is nothing to rename
  bool is_owned_ = false;
  bool is_good_ = true;
  std::uint64_t size_ = 0;
};

/// The name of a file that is not complete.
[[nodiscard]] std::string partial_name(const std::string& path);

}  // namespace sudui::cli
