// Row by row: every row is a small text of its own, with its own sources and findings, so that
// nothing of one row can touch another and memory stays that of one row.
//
// A finding that is an error makes the row a reject, and the first one in the row is its reason.
// Warnings are collected, each kind once (`told_once`).
//
// A stream may also be read in pieces, by several readers at a time: each is told where its piece
// begins, and what the header row says, so that rows, places and rejects are those of one reader.
//
// Tested by tests/unit/ingest/row_reader_test.cpp.
#include "ingest/row_reader.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

#include "ingest/company_of.hpp"
#include "text/render.hpp"
#include "text/utf8.hpp"

namespace sudui::ingest {
namespace {

using text::message;

constexpr std::string_view stream_name = "profiles";

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

std::string with_help(const std::string& what, const std::string& help, std::size_t more,
                      language in) {
  std::string out = what;
  if (!help.empty()) out += in == language::zh ? "（" + help + "）" : " (" + help + ")";
  if (more == 0) return out;
  const std::string count = std::to_string(more);
  return out + (in == language::zh ? "；另有 " + count + " 处" : "; and " + count + " more");
}

localized reason_of(const diagnostics& all) {
  const auto first = std::find_if(
      all.begin(), all.end(), [](const diagnostic& each) { return each.level == severity::error; });
  if (first == all.end()) return {};
  const std::size_t more = count(all, severity::error) - 1;
  return {with_help(first->message.zh, first->help.zh, more, language::zh),
          with_help(first->message.en, first->help.en, more, language::en)};
}

message message_of(csv_reader::flaw flaw) {
  switch (flaw) {
    case csv_reader::flaw::after_quote:
      return message::csv_after_quote;
    case csv_reader::flaw::inner_quote:
      return message::csv_inner_quote;
    case csv_reader::flaw::cell_count:
      return message::csv_cell_count;
    case csv_reader::flaw::too_long:
      return message::row_too_long;
    case csv_reader::flaw::undecodable:
      return message::row_not_gb18030;
    case csv_reader::flaw::none:
    case csv_reader::flaw::open_quote:
      break;
  }
  return message::csv_open_quote;
}

std::string most_mebibytes() { return std::to_string(line_reader::longest_line >> 20U); }

}  // namespace

row_reader::row_reader(const types::schema& dictionary, std::istream& input, profile_format format)
    : names_(dictionary) {
  if (format == profile_format::csv) {
    table_.emplace(input);
    read_header(*table_, nullptr);
  } else {
    lines_.emplace(input);
  }
}

row_reader::row_reader(const types::schema& dictionary, std::istream& input, profile_format format,
                       const row_origin& from)
    : names_(dictionary) {
  if (format == profile_format::csv) {
    std::istringstream head{std::string(from.head)};
    csv_reader first(head, {}, from.encoding);
    read_header(first, from.columns);
    table_.emplace(input, from.at, from.encoding);
  } else {
    if (from.held.empty()) {
      lines_.emplace(input, line_reader::longest_line, from.at);
    } else {
      lines_.emplace(from.held, line_reader::longest_line, from.at);
    }
    lines_->decode(from.encoding);
  }
}

void row_reader::offer(line_taker take) {
  if (!table_) {
    take_ = std::move(take);
  } else if (has_header_) {
    table_->offer(std::move(take));
  }
}

row_reader::status row_reader::next() {
  row_.clear();
  return table_ ? next_table_row() : next_object();
}

bool row_reader::is_passed_over(const line_view& line) const {
  return is_blank(line.bytes) || (take_ && take_(line));
}

// The next line that nobody takes. One that is seen where it stands has been offered when it is
// read.
bool row_reader::next_line(raw_line& line) {
  for (;;) {
    line_view seen;
    bool is_offered = false;
    while (!is_offered && lines_->peek(seen)) {
      is_offered = !is_passed_over(seen);
      if (!is_offered) lines_->pass();
    }
    if (!lines_->next(line)) return false;
    if (is_offered || line.is_too_long) return true;
    const bool is_garbled = line.is_undecodable && !is_blank(line.bytes);
    if (is_garbled || !is_passed_over({line.bytes, line.number})) return true;
  }
}

row_reader::status row_reader::next_object() {
  raw_line line;
  if (!next_line(line)) return status::end;
  line_ = line.number;
  offset_ = line.offset;
  text_ = std::move(line.bytes);
  if (line.is_too_long) return reject(message::row_too_long, {most_mebibytes()});
  if (line.is_undecodable) return reject(message::row_not_gb18030);
  text::sources files;
  text::sink out;
  const std::uint32_t file = start_row(files);
  text::tree read;
  if (json_.read(files[file].bytes(), file, read, out)) row_ = company_of(read, names_, out);
  return finish(files, out);
}

void row_reader::read_header(csv_reader& from, const column_map* columns) {
  text::sources files;
  text::sink out;
  const csv_reader::status read = from.next(0);
  line_ = from.line();
  text_ = from.raw();
  const std::uint32_t file = start_row(files);
  has_header_ = read == csv_reader::status::row && text::first_invalid(text_) == std::string::npos;
  if (has_header_) {
    header_ = csv_header(from.cells(), file, names_, out, columns);
  } else {
    out.report(message::csv_no_header, {file, 0, 0});
  }
  for (diagnostic& each : out.render(files)) findings_.add(std::move(each));
}

row_reader::status row_reader::next_table_row() {
  const csv_reader::status read = table_->next(cells());
  if (read == csv_reader::status::end) return status::end;
  line_ = table_->line();
  offset_ = table_->offset();
  text_ = table_->raw();
  if (read == csv_reader::status::reject) {
    const bool is_long = table_->why() == csv_reader::flaw::too_long;
    return reject(message_of(table_->why()),
                  {is_long ? most_mebibytes() : std::to_string(table_->cells().size()),
                   std::to_string(header_.size())});
  }
  if (!has_header_) return reject(message::csv_no_header);
  if (text::first_invalid(text_) != std::string::npos) return reject(message::row_not_utf8);
  text::sources files;
  text::sink out;
  const std::uint32_t file = start_row(files);
  row_ = company_of(header_.tree_of(table_->cells(), file), names_, out);
  return finish(files, out);
}

std::uint32_t row_reader::start_row(text::sources& files) const {
  const auto first_line = static_cast<std::uint32_t>(std::min<std::uint64_t>(line_, UINT32_MAX));
  return files.add(std::string(stream_name), text_, std::max(first_line, 1U));
}

row_reader::status row_reader::finish(const text::sources& files, const text::sink& out) {
  if (out.empty()) return status::row;
  diagnostics found = out.render(files);
  if (out.has_errors()) {
    reason_ = reason_of(found);
    row_.clear();
    return status::reject;
  }
  for (diagnostic& each : found) findings_.add(std::move(each));
  return status::row;
}

row_reader::status row_reader::reject(message why, text::sink::arguments args) {
  const diagnostic made = text::render({why, {}, std::move(args)}, text::sources{});
  reason_ = reason_of({made});
  return status::reject;
}

}  // namespace sudui::ingest
