#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "columns/batch.hpp"
#include "ingest/csv_header.hpp"
#include "ingest/csv_index.hpp"
#include "ingest/field_target.hpp"
#include "ingest/kept_texts.hpp"

namespace sudui::ingest {

/// Reads companies from lines of a table straight into columns, as column_reader does from NDJSON.
/// One thread at a time.
class table_reader {
 public:
  /// `texts`: the names of fields whose texts are kept of each company.
  table_reader(std::shared_ptr<const plan::plan> of, const csv_header& header,
               std::span<const std::string_view> texts = {},
               const kernels::table& by = *kernels::usable().front());

  /// Reads the company of the line, which is in UTF-8. False where it is not plainly right, has
  /// something to tell of, or is not the whole of a row.
  /// It stands in the next row of a batch for the same plan, which is to be kept.
  [[nodiscard]] bool read(std::string_view line, columns::batch& into);
  /// The same, and keeps the row. False, with the batch as it was, where the line is not read.
  [[nodiscard]] bool append(std::string_view line, columns::batch& to) {
    const bool is_read = read(line, to);
    if (is_read) to.keep_row();
    return is_read;
  }
  /// Of the company read last.
  [[nodiscard]] const kept_texts& texts() const noexcept { return texts_; }

 private:
  struct column {
    bool is_passed_over = true;  // the dictionary does not know it
    bool is_taken = false;
    bool is_number = false;
    bool is_short =
        false;  // a number of one column, or that nobody reads, and of no year by itself
    value_shape::number_form numbers;  // here, to stand beside the rest in the cache
    field_target::way how;
    std::uint32_t field = 0;
    std::int32_t power = 0;
  };
  void open(const csv_header::meaning& said, const columns::layout& places);
  [[nodiscard]] bool cells(std::string_view line, columns::open_row& into);
  [[nodiscard]] static bool number(const char* begin, const char* end, const char* readable,
                                   const column& of, columns::open_row& into);
  [[nodiscard]] bool cell(std::string_view text, const char* readable, const column& of,
                          columns::open_row& into);
  [[nodiscard]] static bool value(std::string_view text, const char* readable, const column& of,
                                  columns::piece& into);
  [[nodiscard]] bool lay_down(std::string_view text, const char* readable, const column& of,
                              columns::open_row& into);

  std::shared_ptr<const plan::plan> plan_;
  csv_index index_;
  kept_texts texts_;
  std::vector<std::unique_ptr<field_target>> targets_;
  std::vector<column> columns_;  // by cell
};

}  // namespace sudui::ingest
