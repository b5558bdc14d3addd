#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <string_view>

#include <sudui/diagnostic.hpp>
#include <sudui/profile.hpp>

#include "ingest/column_map.hpp"
#include "ingest/csv.hpp"
#include "ingest/csv_header.hpp"
#include "ingest/field_names.hpp"
#include "ingest/line_reader.hpp"
#include "ingest/told_once.hpp"
#include "syntax/json.hpp"
#include "text/sink.hpp"
#include "text/source.hpp"
#include "types/schema.hpp"

namespace sudui::ingest {

/// The input is a later part of a stream.
struct row_origin {
  stream_origin at;
  std::string_view head;  // of a table: the stream from its beginning to the end of the header row
  text_encoding encoding = text_encoding::utf8;
  const column_map* columns = nullptr;  // of a table: what its headers mean, or none
  std::string_view held{};  // of NDJSON: all of the piece, which is then not read from a stream
};

/// Companies from a stream, one a row. What `profile_reader` promises is kept here.
class row_reader {
 public:
  using status = profile_reader::status;

  row_reader(const types::schema& dictionary, std::istream& input, profile_format format);
  row_reader(const types::schema& dictionary, std::istream& input, profile_format format,
             const row_origin& from);

  [[nodiscard]] status next();

  /// Lines that `take` says it has taken are passed over, as blank ones are. It is asked of every
  /// line that is complete and of the stream's encoding and may be a row, in order, once.
  void offer(line_taker take);

  [[nodiscard]] const profile& row() const noexcept { return row_; }
  [[nodiscard]] std::uint64_t line() const noexcept { return line_; }
  [[nodiscard]] std::uint64_t offset() const noexcept { return offset_; }
  [[nodiscard]] const localized& reason() const noexcept { return reason_; }
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] const diagnostics& findings() const noexcept { return findings_.all(); }
  /// Of a table, how many cells a row must have; 0 without a header.
  [[nodiscard]] std::size_t cells() const noexcept { return has_header_ ? header_.size() : 0; }
  /// Null where the stream is no table, or has none.
  [[nodiscard]] const csv_header* header() const noexcept {
    return has_header_ ? &header_ : nullptr;
  }

 private:
  [[nodiscard]] status next_object();
  [[nodiscard]] bool is_passed_over(const line_view& line) const;
  [[nodiscard]] bool next_line(raw_line& line);
  [[nodiscard]] status next_table_row();
  void read_header(csv_reader& from, const column_map* columns);
  [[nodiscard]] std::uint32_t start_row(text::sources& files) const;
  [[nodiscard]] status finish(const text::sources& files, const text::sink& out);
  [[nodiscard]] status reject(text::message why, text::sink::arguments args = {});

  field_names names_;
  line_taker take_;
  std::optional<line_reader> lines_;  // of NDJSON
  syntax::json_reader json_;
  std::optional<csv_reader> table_;  // of CSV
  csv_header header_;
  bool has_header_ = false;

  profile row_;
  std::uint64_t line_ = 0, offset_ = 0;
  localized reason_;
  std::string text_;
  told_once findings_;
};

}  // namespace sudui::ingest
