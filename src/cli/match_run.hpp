#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <sudui/matcher.hpp>

#include "cli/block_input.hpp"
#include "cli/block_worker.hpp"
#include "cli/column_run.hpp"
#include "cli/decision_writer.hpp"
#include "cli/destination.hpp"
#include "cli/inputs.hpp"
#include "cli/interrupt.hpp"
#include "cli/policy_summary.hpp"
#include "cli/progress.hpp"
#include "cli/rejects.hpp"
#include "cli/row_counts.hpp"
#include "cli/session.hpp"
#include "ingest/told_once.hpp"

namespace sudui::cli {

/// The end of the rows of a stream that an earlier run has done.
struct stream_place {
  std::uint64_t lines = 0, bytes = 0;
  row_counts counts;
  policy_summary policies;    ///< of `counted` of these rows
  std::uint64_t counted = 0;  ///< that its parts have kept sums of
};

/// How a run of `match` is done.
struct match_plan {
  output_format format = output_format::text;
  run_shape shape = run_shape::stream;
  unsigned threads = 1;
  bool counts_policies = false;
  verdict least = verdict::ineligible;  ///< decisions below it are not written
  std::uint64_t part_rows = ingest::row_cutter::any_number;
  reading_options reading = {};
  stream_place from = {};  ///< where the stream goes on
};

/// Reads the companies of all inputs, one after the other, decides them and writes the decisions.
/// Rejects are one JSON object a line, and go to standard error where they are not kept; findings
/// go to standard error.
class match_run {
 public:
  match_run(const matcher& by, const session& with, const match_plan& plan, destination& into);

  void begin();
  /// False where an input cannot be read; it has been said then.
  [[nodiscard]] bool read(const input& from);
  void end();
  /// All rows, those of an earlier run too.
  [[nodiscard]] const row_counts& counts() const noexcept { return counts_; }
  [[nodiscard]] const row_counts& earlier() const noexcept { return plan_.from.counts; }
  /// The signal that ended the run before the end of its inputs, or 0.
  [[nodiscard]] int stopped_by() const noexcept { return is_stopped_ ? watch_.signal() : 0; }
  /// Seconds since the run was made.
  [[nodiscard]] double seconds() const;
  /// Where policies are counted: of all rows, and of an earlier run those that it counted.
  [[nodiscard]] const policy_summary& policies() const noexcept { return summary_; }
  [[nodiscard]] std::uint64_t counted() const noexcept {
    return counts_.decided - plan_.from.counts.decided + plan_.from.counted;
  }

 private:
  [[nodiscard]] text_options writing_options() const;
  [[nodiscard]] bool read_one(const input& from);
  [[nodiscard]] bool read_stream(const input& from);
  [[nodiscard]] bool run_blocks(block_input& blocks, const block_task& task);
  [[nodiscard]] bool put(block_answer& answer);
  void reject(const rejected_row& what);
  void put_rejects(const reject_texts& from, std::uint64_t count);
  void tell(diagnostics findings, const input& from) const;
  void show_progress(std::uint64_t bytes, std::uint64_t size);

  const matcher& by_;
  const session& with_;
  match_plan plan_;
  destination& into_;
  interrupt_watch watch_;
  progress_line progress_;
  reject_teller teller_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  bool is_stopped_ = false;
  row_counts counts_;
  policy_summary summary_;
  column_run columns_;
  std::string text_;
  std::unique_ptr<decision_writer> writer_;
  scratch reuse_;
};

}  // namespace sudui::cli
