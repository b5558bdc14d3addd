#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/line_reader.hpp"

namespace sudui::ingest {

/// A cell of a row: its text without quotes, and where it stood in the row's raw text.
struct csv_cell {
  std::string text;
  std::uint32_t begin = 0, end = 0;
};

enum class csv_state : std::uint8_t {
  complete,
  open,         // inside quotes: the row goes on in the next line
  after_quote,  // text follows a closing quote
  inner_quote   // a quote inside a cell that does not begin with one
};

/// Takes one row apart, line by line.
class csv_parser {
 public:
  void begin();
  /// Feeds a line without its line end.
  csv_state feed(std::string_view line);

  [[nodiscard]] const std::vector<csv_cell>& cells() const noexcept { return cells_; }
  /// The row as it stood in the stream, lines joined with LF.
  [[nodiscard]] const std::string& raw() const noexcept { return raw_; }

 private:
  [[nodiscard]] csv_state cell();
  [[nodiscard]] csv_state quoted_cell(csv_cell& into);
  [[nodiscard]] csv_state plain_cell(csv_cell& into);

  std::string raw_;
  std::vector<csv_cell> cells_;
  std::uint32_t at_ = 0;
  bool inside_ = false;  // of quotes, at the end of the last line
};

/// Most lines of one row.
inline constexpr std::size_t csv_most_lines = 1000;

/// Rows of a table as RFC 4180 writes them.
class csv_reader {
 public:
  enum class status : std::uint8_t { row, reject, end };
  enum class flaw : std::uint8_t {
    none,
    too_long,
    open_quote,
    after_quote,
    inner_quote,
    cell_count,
    undecodable
  };

  explicit csv_reader(std::istream& input, stream_origin from = {},
                      text_encoding encoding = text_encoding::utf8)
      : lines_(input, line_reader::longest_line, from) {
    lines_.decode(encoding);
  }

  /// Rows that `take` says it has taken are passed over. It is asked of every line that may be a
  /// row, in order, once.
  void offer(line_taker take) { take_ = std::move(take); }

  /// The next row that is not blank. With `cells` not 0, a row with another number of cells is a
  /// reject.
  [[nodiscard]] status next(std::size_t cells);

  [[nodiscard]] const std::vector<csv_cell>& cells() const noexcept { return parser_.cells(); }
  [[nodiscard]] std::uint64_t line() const noexcept { return line_; }
  [[nodiscard]] std::uint64_t offset() const noexcept { return offset_; }
  [[nodiscard]] const std::string& raw() const noexcept { return raw_; }
  [[nodiscard]] flaw why() const noexcept { return why_; }

 private:
  [[nodiscard]] bool have(std::size_t lines);
  [[nodiscard]] flaw read_row(std::size_t cells, std::size_t& lines);
  [[nodiscard]] bool skip_blank();

  void drop_line();

  line_reader lines_;
  line_taker take_;
  raw_line spare_;              // its memory serves the next line
  std::deque<raw_line> ahead_;  // lines looked at and not yet used up
  csv_parser parser_;
  std::string raw_;
  std::uint64_t line_ = 0, offset_ = 0;
  flaw why_ = flaw::none;
};

}  // namespace sudui::ingest
