#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <sudui/text.hpp>

#include "cli/progress.hpp"

namespace sudui::cli {

/// A row, or a file, that cannot be used.
struct rejected_row {
  std::string_view file;
  std::uint64_t line = 0, offset = 0;
  const localized& reason;
  std::string_view text;
};

/// Rejects of some rows: one JSON object a line where a file takes them, else the first few as
/// lines for people.
struct reject_texts {
  static constexpr std::size_t most_told = 10;

  std::string lines;
  std::vector<std::string> told;

  void add(const rejected_row& what, language in, bool to_file);
  void clear() {
    lines.clear();
    told.clear();
  }
};

/// Counts the rejects of a run and tells the first of them on standard error, where no file takes
/// them.
class reject_teller {
 public:
  explicit reject_teller(language in) : in_(in) {}
  /// `count`: of the rejects that came with these texts.
  void tell(const reject_texts& from, std::uint64_t count, progress_line& progress);

 private:
  language in_;
  std::uint64_t told_ = 0;  // or left out
};

}  // namespace sudui::cli
