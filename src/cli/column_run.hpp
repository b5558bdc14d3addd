#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>

#include <sudui/batch.hpp>

#include "cli/batch_writer.hpp"
#include "cli/decision_writer.hpp"

namespace sudui::cli {

/// What all threads of a run share to decide in columns.
struct column_tools {
  batch_matcher by;
  std::unique_ptr<const batch_writer> writer;  ///< none for a summary
};

/// Makes them when it pays. Any number of threads.
class column_run {
 public:
  /// Decisions below `least` are not written.
  column_run(const matcher& by, output_format format, verdict least = verdict::ineligible)
      : by_(by), format_(format), least_(least) {}

  /// After so many bytes of companies. Null where rows are to be decided one by one: there are few
  /// of them, or the answer says what columns do not keep.
  [[nodiscard]] const column_tools* after(std::uint64_t bytes);

 private:
  const matcher& by_;
  const output_format format_;
  const verdict least_;
  std::once_flag made_;
  std::optional<column_tools> tools_;
};

}  // namespace sudui::cli
