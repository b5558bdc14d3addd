#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <sudui/matcher.hpp>

#include "cli/block_input.hpp"
#include "cli/block_worker.hpp"
#include "cli/decision_writer.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "cli/policy_summary.hpp"
#include "cli/row_counts.hpp"
#include "cli/session.hpp"
#include "ingest/told_once.hpp"

namespace sudui::cli {

/// How a run of `match` is done.
struct match_plan {
  output_format format = output_format::text;
  run_shape shape = run_shape::stream;
  unsigned threads = 1;
};

/// Reads the companies of all inputs, one after the other, decides them and writes the decisions.
/// Rejects go to `rejects`, one JSON object a line, and to standard error where there is no such
/// file; findings go to standard error.
class match_run {
 public:
  match_run(const matcher& by, const session& with, const match_plan& plan, output& out,
            output* rejects);

  void begin();
  /// False where an input cannot be read; it has been said then.
  [[nodiscard]] bool read(const input& from);
  void end();
  [[nodiscard]] const row_counts& counts() const noexcept { return counts_; }

 private:
  [[nodiscard]] bool read_one(const input& from);
  [[nodiscard]] bool read_stream(const input& from);
  [[nodiscard]] bool run_blocks(block_input& blocks, const block_task& task);
  [[nodiscard]] bool put(block_answer& answer, ingest::told_once& findings);
  void reject(const rejected_row& what);
  void put_rejects(const reject_texts& from, std::uint64_t count);
  void tell(diagnostics findings, const input& from) const;
  void show_progress();

  const matcher& by_;
  const session& with_;
  match_plan plan_;
  output& out_;
  output* rejects_;
  row_counts counts_;
  policy_summary summary_;
  std::string text_;
  std::unique_ptr<decision_writer> writer_;
  scratch reuse_;
  std::uint64_t told_ = 0;  // rejects said on standard error, or left out there
};

}  // namespace sudui::cli
