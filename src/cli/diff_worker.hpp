#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "cli/diff_tally.hpp"
#include "cli/group_field.hpp"
#include "cli/row_block.hpp"
#include "ingest/quick_reader.hpp"

namespace sudui::cli {

/// What is compared, and how companies are grouped. Immutable while workers run.
struct diff_task {
  const diff_side& before;
  const diff_side& after;
  const std::vector<policy_pair>& pairs;
  const group_field& group;
  language in;
  bool keeps_rejects;
  /// The same rules on both sides: a company read once is right for both.
  bool is_read_once;
};

/// The stream that blocks come from.
struct diff_stream {
  const input& from;
  std::string_view head;  ///< of a table, see `block_input`
};

/// Decides companies by both sides and counts what changes. One thread at a time.
class diff_worker {
 public:
  explicit diff_worker(const diff_task& task);

  /// A row that either side cannot use is a reject; `into` gets it, counts and findings.
  void read(const diff_stream& stream, const row_block& block, block_answer& into);
  /// One company, as each side reads it.
  void add(const profile& before, const profile& after);
  /// Counts what has been added.
  void finish();
  [[nodiscard]] const diff_tally& tally() const noexcept { return tally_; }

 private:
  static constexpr std::size_t full = 4096;  // companies that are decided together

  // One side's companies, and the reader that puts them there without profiles.
  struct side_columns {
    profile_batch companies;
    ingest::quick_reader reader;
    side_columns(const diff_side& side, std::span<const std::string_view> texts);
    [[nodiscard]] bool read(std::string_view line);
    void keep();
  };
  [[nodiscard]] bool take(const ingest::line_view& line);
  void added(const std::optional<std::string>& group);

  const diff_task& task_;
  std::string_view group_name_;
  side_columns old_, new_;
  decision_batch before_, after_;
  std::vector<group_change*> groups_;
  diff_tally tally_;
};

/// What the head of a table says to both sides.
[[nodiscard]] table_head read_diff_head(const diff_task& task, const diff_stream& stream);

}  // namespace sudui::cli
