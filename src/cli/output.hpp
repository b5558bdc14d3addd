#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace sudui::cli {

/// Standard output or a file, with every failed write noticed: a full disk must not look like
/// success.
class output {
 public:
  /// Standard output.
  output();
  /// A file that is made new; `is_good` tells whether that worked.
  explicit output(const std::string& path);
  output(const output&) = delete;
  output& operator=(const output&) = delete;
  ~output();

  void write(std::string_view text);
  void write_line(std::string_view text);
  /// Hands everything over; false when any write has failed.
  [[nodiscard]] bool finish();
  [[nodiscard]] bool is_good() const noexcept { return is_good_; }

 private:
  std::FILE* file_;
  bool is_owned_ = false;
  bool is_good_ = true;
};

}  // namespace sudui::cli
