#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "columns/batch.hpp"
#include "ingest/company_names.hpp"
#include "ingest/csv_header.hpp"
#include "ingest/csv_index.hpp"
#include "ingest/field_target.hpp"

namespace sudui::ingest {

/// Reads companies from lines of a table straight into columns, as column_reader does from NDJSON.
/// One thread at a time.
class table_reader {
 public:
  table_reader(std::shared_ptr<const plan::plan> of, const csv_header& header,
               const kernels::table& by = *kernels::usable().front());

  /// Appends the company of the line, which is in UTF-8. False, with the batch as it was, where it
  /// is not plainly right, has something to tell of, or is not the whole of a row. The batch is for
  /// the same plan.
  [[nodiscard]] bool append(std::string_view line, columns::batch& to);
  /// Of the company appended last.
  [[nodiscard]] const company_names& names() const noexcept { return names_; }

 private:
  struct column {
    bool is_passed_over = true;  // the dictionary does not know it
    bool is_taken = false;
    std::uint32_t field = 0;
    std::int32_t power = 0;
    field_target::way how;
  };
  void open(const csv_header::meaning& said, const columns::layout& places);
  [[nodiscard]] bool cells(std::string_view line);
  [[nodiscard]] bool cell(std::string_view text, const char* readable, const column& of);
  [[nodiscard]] bool lay_down(std::string_view text, const char* readable, const column& of);

  std::shared_ptr<const plan::plan> plan_;
  csv_index index_;
  company_names names_;
  std::vector<std::unique_ptr<field_target>> targets_;
  std::vector<column> columns_;  // by cell
  columns::draft draft_;
};

}  // namespace sudui::ingest
