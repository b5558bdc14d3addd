#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include <sudui/text.hpp>

namespace sudui::cli {

/// How far a run is.
struct progress_state {
  std::uint64_t rows = 0;
  std::uint64_t earlier = 0;  ///< rows of them that an earlier run has done
  double seconds = 0;
  std::uint64_t bytes = 0;  ///< of the input read
  std::uint64_t size = 0;   ///< of the input; 0 where nobody knows
  std::uint64_t begin = 0;  ///< bytes of the input that an earlier run has done
};

/// `1,200,000 rows  85,000 rows/s  43 %  left: 12 s`.
[[nodiscard]] std::string progress_text(const progress_state& now, language in);

/// A line on a terminal that is overwritten, four times a second at most; nothing elsewhere.
class progress_line {
 public:
  explicit progress_line(language in);
  void show(const progress_state& now);
  /// Makes room for other lines.
  void clear();

 private:
  language in_;
  bool is_terminal_;
  bool is_shown_ = false;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace sudui::cli
