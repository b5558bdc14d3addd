#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <sudui/matcher.hpp>

#include "cli/block_rows.hpp"
#include "cli/column_run.hpp"
#include "cli/decision_writer.hpp"
#include "cli/inputs.hpp"
#include "cli/policy_summary.hpp"
#include "cli/rejects.hpp"
#include "cli/row_block.hpp"
#include "cli/row_counts.hpp"
#include "ingest/column_map.hpp"
#include "ingest/gb18030.hpp"
#include "ingest/quick_reader.hpp"
#include "ingest/row_reader.hpp"

namespace sudui::cli {

/// How the bytes of streams are to be read.
struct reading_options {
  ingest::text_encoding encoding = ingest::text_encoding::utf8;
  std::optional<ingest::column_map> columns;

  [[nodiscard]] const ingest::column_map* map() const noexcept {
    return columns ? &*columns : nullptr;
  }
};

/// What is to be done with every block of a stream.
struct block_task {
  const matcher& by;
  const input& from;
  std::string_view head;  ///< of a table, see `block_input`
  output_format format;
  language in;
  bool keeps_rejects;  ///< as lines for a file
  bool counts_policies;
  const reading_options& reading;
  column_run& columns;
  verdict least = verdict::ineligible;  ///< decisions below it are not written
};

/// What one block came to.
struct block_answer {
  std::string out;
  reject_texts rejects;
  row_counts counts;
  diagnostics findings;
  policy_summary summary;            ///< where policies are counted
  std::uint64_t lines = 0, end = 0;  ///< of the stream, up to the end of the block
  bool ends_part = false;

  void clear();
};

/// Decides the companies of one block after the other. One thread at a time; each has its own.
class block_worker {
 public:
  explicit block_worker(const block_task& task);

  /// Replaces what `into` holds. It depends on the block alone, but for findings that an earlier
  /// block has told of.
  void decide(const row_block& block, block_answer& into);

 private:
  // What deciding in columns keeps from block to block.
  struct column_memory {
    const column_tools& by;
    block_rows rows;
    decision_batch made;
    possible_policies possible;
    ingest::quick_reader reader;

    explicit column_memory(const column_tools& from);
    /// Reads the company of a line into `rows`, or leaves it to the reader of rows.
    [[nodiscard]] bool take(const ingest::line_view& line);
  };
  template <class Take>
  void read(const row_block& block, block_answer& into, bool goes_by_columns, Take&& take);
  void decide_by_rows(const row_block& block, block_answer& into);
  void decide_by_columns(const row_block& block, block_answer& into);

  const block_task& task_;
  std::string out_;
  std::unique_ptr<decision_writer> writer_;
  scratch reuse_;
  std::optional<column_memory> columns_;
};

/// What the head of a table says; nothing of other streams.
struct table_head {
  std::size_t cells = 0;  ///< that every row must have; 0 without a header
  diagnostics findings;
};
[[nodiscard]] table_head read_table_head(const block_task& task);

}  // namespace sudui::cli
