#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "ingest/column_reader.hpp"
#include "ingest/row_reader.hpp"
#include "ingest/table_reader.hpp"

namespace sudui::ingest {

/// The quick reader of a stream, whichever its format: what `row_reader` offers it goes straight
/// into columns where it is plainly right. One thread at a time.
class quick_reader {
 public:
  /// `texts`: the names of fields whose texts are kept of each company; they outlive this.
  quick_reader(std::shared_ptr<const plan::plan> of, std::span<const std::string_view> texts)
      : plan_(std::move(of)), wanted_(texts) {}

  /// Gets ready for the lines of a stream. Later parts of the same stream change nothing.
  void open(const row_reader& stream);
  /// Reads the company of a line; false as `column_reader::read` has it.
  [[nodiscard]] bool read(std::string_view line, columns::batch& into);
  /// As `column_reader::told`.
  void told();
  /// Of the company read last.
  [[nodiscard]] const kept_texts& texts() const noexcept {
    return table_ ? table_->texts() : lines_->texts();
  }

 private:
  std::shared_ptr<const plan::plan> plan_;
  std::span<const std::string_view> wanted_;
  std::optional<column_reader> lines_;  // of NDJSON
  std::optional<table_reader> table_;   // of CSV
};

}  // namespace sudui::ingest
