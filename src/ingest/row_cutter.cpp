// Cutting a stream between rows. In NDJSON a line is a row. In a table a row may take several
// lines, and whether it does is known only from the quotes before it, so a table is walked line by
// line. A line with an even number of quotes is a row in any case: with the quotes in order it is
// closed, and with a mistake among them it is a reject by itself. Only a line with an odd number
// may be open at its end, and is parsed as `csv_reader` parses it: when the row turns out broken,
// the row is its first line.
//
//   name,revenue          0 quotes: a row
//   "Gamma                1 quote: goes on in the next line
//   Ltd.",300
//
// Counting quotes runs at memory speed; parsing is left to the readers of the pieces.
//
// Tested by tests/unit/ingest/row_cutter_test.cpp: pieces of random tables against one reader.
#include "ingest/row_cutter.hpp"

#include <algorithm>

#include "ingest/csv.hpp"
#include "ingest/line_reader.hpp"

namespace sudui::ingest {
namespace {

// Bytes of the first line with its line feed; 0 where it does not end.
std::size_t end_of_line(std::string_view held, bool is_all) {
  const std::size_t found = held.find('\n');
  if (found != std::string_view::npos) return found + 1;
  return is_all ? held.size() : 0;
}

std::string_view content(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_too_long(std::string_view line) {
  return line.size() - (line.ends_with('\n') ? 1 : 0) > line_reader::longest_line;
}

}  // namespace

bool row_cutter::is_blank(std::string_view line) const noexcept {
  return is_table_ ? content(line).empty()
                   : line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

whole_rows row_cutter::cut(std::string_view held, bool is_all, std::uint64_t most) const {
  whole_rows made;
  while (made.bytes < held.size() && made.rows < most) {
    const std::string_view rest = held.substr(made.bytes);
    const row_end next = end_of_row(rest, is_all);
    if (next.bytes == 0) break;
    const std::string_view row = rest.substr(0, next.bytes);
    made.bytes += next.bytes;
    made.lines += next.lines;
    if (next.lines > 1 || !is_blank(row)) ++made.rows;
    if (next.lines == 1 && is_too_long(row)) break;
  }
  return made;
}

row_cutter::row_end row_cutter::end_of_row(std::string_view held, bool is_all) const {
  const row_end first{end_of_line(held, is_all), 1};
  if (!is_table_ || first.bytes == 0) return first;
  const std::string_view line = held.substr(0, first.bytes);
  const bool is_odd = std::count(line.begin(), line.end(), '"') % 2 != 0;
  return is_odd && !is_too_long(line) ? end_of_open_row(held, first, is_all) : first;
}

row_cutter::row_end row_cutter::end_of_open_row(std::string_view held, row_end first,
                                                bool is_all) const {
  csv_parser parser;
  parser.begin();
  csv_state state = csv_state::open;
  row_end end{0, 0};
  while (state == csv_state::open) {
    if (end.lines == csv_most_lines || parser.raw().size() > line_reader::longest_line)
      return first;
    const std::string_view rest = held.substr(end.bytes);
    const std::size_t length = end_of_line(rest, is_all);
    if (length == 0) return is_all ? first : row_end{};
    const std::string_view line = rest.substr(0, length);
    if (is_too_long(line)) return first;
    state = parser.feed(content(line));
    end.bytes += length;
    ++end.lines;
  }
  const bool is_row =
      state == csv_state::complete && (cells_ == 0 || parser.cells().size() == cells_);
  return is_row ? end : first;
}

}  // namespace sudui::ingest
