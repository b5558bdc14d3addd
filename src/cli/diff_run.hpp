#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

#include "cli/destination.hpp"
#include "cli/diff_worker.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/rejects.hpp"

namespace sudui::cli {

class block_input;

/// Reads the companies of all inputs and counts what changes for them, on several threads.
class diff_run {
 public:
  diff_run(const diff_task& task, unsigned threads, destination& rejects);

  /// False where an input cannot be read; it has been said then.
  [[nodiscard]] bool read(const input& from);
  [[nodiscard]] const row_counts& counts() const noexcept { return counts_; }
  [[nodiscard]] int stopped_by() const noexcept { return is_stopped_ ? watch_.signal() : 0; }
  [[nodiscard]] double seconds() const;
  /// Ends the run: of all companies read.
  [[nodiscard]] const diff_tally& finish();

 private:
  [[nodiscard]] bool read_one(const input& from);
  [[nodiscard]] bool read_stream(const input& from);
  [[nodiscard]] bool run_blocks(block_input& blocks, const diff_stream& stream);
  [[nodiscard]] std::string say(std::string_view zh, std::string_view en) const;
  void put_rejects(const reject_texts& from, std::uint64_t count);
  void tell(const diagnostics& findings, const input& from) const;

  const diff_task& task_;
  unsigned threads_;
  destination& rejects_;
  interrupt_watch watch_;
  progress_line progress_;
  reject_teller teller_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  bool is_stopped_ = false;
  row_counts counts_;
  diff_worker single_;  // for files that hold one company
  diff_tally sum_;      // of the streams
};

}  // namespace sudui::cli
