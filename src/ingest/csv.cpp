// Tables as RFC 4180 writes them: cells divided by commas, a cell in quotes may hold commas, line
// ends and doubled quotes. Line ends are LF or CRLF.
//
// The one danger of the format is a quote that is never closed: read to the letter, it swallows all
// rows up to the next quote, and they would be lost as one reject. So a row that goes over several
// lines and turns out broken (text behind a closing quote, too many cells, the end of the stream)
// is given up after its first line, and reading starts again with the second:
//
//   name,revenue
//   "Alpha,100          reject: a quoted cell is not closed
//   Beta,200            a row
//   "Gamma, Ltd.",300   a row; its quote is what shows that the first one was a mistake
//
// A row may take a thousand lines and 16 MiB, which bounds what is read ahead and read again.
//
// Tested by tests/unit/ingest/csv_test.cpp.
#include "ingest/csv.hpp"

#include <algorithm>
#include <utility>

namespace sudui::ingest {
namespace {

csv_reader::flaw flaw_of(csv_state state) {
  switch (state) {
    case csv_state::open:
      return csv_reader::flaw::open_quote;
    case csv_state::after_quote:
      return csv_reader::flaw::after_quote;
    case csv_state::inner_quote:
      return csv_reader::flaw::inner_quote;
    case csv_state::complete:
      break;
  }
  return csv_reader::flaw::none;
}

}  // namespace

void csv_parser::begin() {
  raw_.clear();
  cells_.clear();
  at_ = 0;
  inside_ = false;
}

csv_state csv_parser::feed(std::string_view line) {
  if (inside_) raw_ += '\n';
  raw_ += line;
  if (inside_) {
    if (const csv_state state = quoted_cell(cells_.back()); state != csv_state::complete)
      return state;
    if (at_ == raw_.size()) return csv_state::complete;
    ++at_;  // the comma behind the cell
  }
  while (true) {
    if (const csv_state state = cell(); state != csv_state::complete) return state;
    if (at_ == raw_.size()) return csv_state::complete;
    ++at_;
  }
}

// INVARIANT: after a complete cell, `at_` is the end of the row or stands on a comma.
csv_state csv_parser::cell() {
  csv_cell& made = cells_.emplace_back();
  made.begin = at_;
  if (at_ == raw_.size() || raw_[at_] != '"') return plain_cell(made);
  ++at_;
  return quoted_cell(made);
}

csv_state csv_parser::plain_cell(csv_cell& into) {
  const std::size_t end = std::min(raw_.find(',', at_), raw_.size());
  into.text = raw_.substr(at_, end - at_);
  into.end = static_cast<std::uint32_t>(end);
  at_ = into.end;
  return into.text.find('"') == std::string::npos ? csv_state::complete : csv_state::inner_quote;
}

csv_state csv_parser::quoted_cell(csv_cell& into) {
  for (; at_ < raw_.size(); ++at_) {
    if (raw_[at_] != '"') {
      into.text += raw_[at_];
      continue;
    }
    ++at_;
    if (at_ < raw_.size() && raw_[at_] == '"') {
      into.text += '"';
      continue;
    }
    inside_ = false;
    into.end = at_;
    return at_ == raw_.size() || raw_[at_] == ',' ? csv_state::complete : csv_state::after_quote;
  }
  inside_ = true;
  return csv_state::open;
}

bool csv_reader::have(std::size_t lines) {
  while (ahead_.size() < lines) {
    raw_line next = std::move(spare_);
    if (!lines_.next(next)) return false;
    ahead_.push_back(std::move(next));
  }
  return true;
}

void csv_reader::drop_line() {
  spare_ = std::move(ahead_.front());
  ahead_.pop_front();
}

// And what has been taken by somebody else.
bool csv_reader::skip_blank() {
  for (;;) {
    line_view seen;
    bool is_offered = false;  // and was not taken
    while (take_ && ahead_.empty() && !is_offered && lines_.peek(seen)) {
      is_offered = !seen.bytes.empty() && !take_(seen);
      if (!is_offered) lines_.pass();
    }
    if (!have(1)) return false;
    const raw_line& next = ahead_.front();
    const bool may_be_taken = take_ && !is_offered && !next.is_too_long && !next.is_undecodable;
    const bool is_taken = may_be_taken && !next.bytes.empty() && take_({next.bytes, next.number});
    if (!next.bytes.empty() && !is_taken) return true;
    drop_line();
  }
}

// Tells the flaw of the row that begins with the first line ahead, and how many lines it takes.
csv_reader::flaw csv_reader::read_row(std::size_t cells, std::size_t& lines) {
  parser_.begin();
  csv_state state = csv_state::open;
  for (lines = 0; state == csv_state::open; ++lines) {
    if (lines == csv_most_lines || parser_.raw().size() > line_reader::longest_line) break;
    if (!have(lines + 1)) break;
    if (ahead_[lines].is_too_long) return lines == 0 ? flaw::too_long : flaw::open_quote;
    state = parser_.feed(ahead_[lines].bytes);
  }
  if (state != csv_state::complete) return lines > 1 ? flaw::open_quote : flaw_of(state);
  if (cells == 0 || parser_.cells().size() == cells) return flaw::none;
  return lines > 1 ? flaw::open_quote : flaw::cell_count;
}

csv_reader::status csv_reader::next(std::size_t cells) {
  if (!skip_blank()) return status::end;
  line_ = ahead_.front().number;
  offset_ = ahead_.front().offset;
  std::size_t lines = 0;
  why_ = read_row(cells, lines);
  if (why_ != flaw::none) lines = 1;
  const bool is_decoded =
      std::none_of(ahead_.begin(), ahead_.begin() + static_cast<std::ptrdiff_t>(lines),
                   [](const raw_line& each) { return each.is_undecodable; });
  if (!is_decoded) why_ = flaw::undecodable;
  raw_ = lines > 1 || why_ == flaw::none ? parser_.raw() : ahead_.front().bytes;
  ahead_.erase(ahead_.begin(), ahead_.begin() + static_cast<std::ptrdiff_t>(lines));
  return why_ == flaw::none ? status::row : status::reject;
}

}  // namespace sudui::ingest
