#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "columns/batch.hpp"
#include "ingest/company_names.hpp"
#include "ingest/field_target.hpp"
#include "ingest/json_index.hpp"
#include "ingest/known_keys.hpp"

namespace sudui::ingest {

/// Reads companies from lines of NDJSON straight into columns, without a tree or a profile, as far
/// as they are plainly right; `row_reader` is asked for the others. One thread at a time.
class column_reader {
 public:
  explicit column_reader(std::shared_ptr<const plan::plan> of);

  /// Appends the company of the line. False, with the batch as it was, where the line is not
  /// plainly right or has something to tell of. The batch is for the same plan.
  [[nodiscard]] bool append(std::string_view line, columns::batch& to);
  /// `row_reader` has read the line that was refused last as a row, and has told of the names that
  /// the dictionary does not know. Lines with the same names may pass from now on.
  void told();

  /// Of the company appended last.
  [[nodiscard]] const company_names& names() const noexcept { return names_; }

 private:
  [[nodiscard]] bool company(json_tokens from);
  [[nodiscard]] bool entry(json_tokens& from);

  std::shared_ptr<const plan::plan> plan_;
  json_index index_;
  known_keys keys_;
  std::vector<field_target> targets_;  // by field
  std::vector<std::uint64_t> seen_;    // by field: the row it stood in last
  std::uint64_t row_ = 0;
  company_names names_;
  columns::draft draft_;
  std::vector<std::uint32_t> news_;  // unknown keys of the row that nobody was told of
};

}  // namespace sudui::ingest
