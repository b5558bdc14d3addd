// The quick way from a line of a table to columns. What each cell means is worked out once, from
// the header: the field, its year, the power of ten of its unit, the column it goes to. A row is
// then a walk from comma to comma.
//
//   uscc,revenue@2021          cell 0: a text that must be a credit code; cell 1: a number, to fen,
//   91320412MA0DEMQ19Y,630万   into the column of revenue in 2021
//
// As with NDJSON this is an accelerator: a line with a doubled quote, a row over several lines, a
// flag spelt otherwise, a finding, are left to `row_reader`, which reads the line from its
// beginning.
//
// Cost: some five times the index of commas. Tested by tests/unit/ingest/table_reader_test.cpp,
// tests/property/table_reader_test.cpp and the fuzz target `table`.
#include "ingest/table_reader.hpp"

#include <charconv>
#include <simdjson.h>
#include <utility>

namespace sudui::ingest {
namespace {

constexpr std::size_t longest_line = std::size_t{1} << 20U;

bool is_space(char c) noexcept { return c == ' ' || c == '\t'; }

// False where the quotes are not those around a cell of plain bytes.
bool unquote(std::string_view& text) noexcept {
  if (text.empty()) return true;
  if (text.front() == '"') {
    if (text.size() < 2 || text.back() != '"') return false;
    text = text.substr(1, text.size() - 2);
  }
  return text.find('"') == std::string_view::npos;
}

void trim(std::string_view& text) noexcept {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
}

// The words of tree::is_null.
bool says_nothing(std::string_view text) noexcept {
  if (text.empty()) return true;
  if (text.front() == '~') return text.size() == 1;
  if (text.size() != 4 || (text.front() != 'n' && text.front() != 'N')) return false;
  return text == "null" || text == "Null" || text == "NULL";
}

std::optional<std::int32_t> year_in(std::string_view word) {
  std::int32_t made = 0;
  if (word.empty()) return std::nullopt;
  std::from_chars(word.data(), word.data() + word.size(), made);
  return made;
}

}  // namespace

table_reader::table_reader(std::shared_ptr<const plan::plan> of, const csv_header& header,
                           std::span<const std::string_view> texts, const kernels::table& by)
    : plan_(std::move(of)),
      index_(by),
      texts_(plan_->rules->dictionary, texts),
      columns_(header.size()) {
  const auto places = columns::layout_of(*plan_);
  for (const auto& each : header.meanings()) open(each, places);
}

void table_reader::open(const csv_header::meaning& said, const columns::layout& places) {
  const auto& dictionary = plan_->rules->dictionary;
  auto& made = columns_[said.cell];
  made.is_passed_over = false;
  const auto field = dictionary.find(said.field);
  if (!field) return;
  made.field = *field;
  targets_.push_back(std::make_unique<field_target>(dictionary[*field], *field, *plan_, places));
  const auto way = targets_.back()->way_of(year_in(said.year));
  if (!way) return;
  made.how = *way;
  const auto power = said.unit.empty() ? made.how.shape->power() : way->shape->power_of(said.unit);
  made.is_taken = power.has_value();
  made.power = power.value_or(0);
  const auto numbers = made.how.shape->numbers(made.power);
  made.is_number = numbers.has_value();
  made.numbers = numbers.value_or(value_shape::number_form{});
  made.is_short = made.is_taken && made.is_number && !made.how.keeps_years;
}

bool table_reader::read(std::string_view line, columns::batch& into) {
  if (line.size() > longest_line || !simdjson::validate_utf8(line.data(), line.size())) {
    return false;
  }
  if (!index_.read(line) || index_.commas().size() + 1 != columns_.size()) return false;
  texts_.clear();
  return cells(line, into.start_row());
}

bool table_reader::cells(std::string_view line, columns::open_row& into) {
  const auto commas = index_.commas();
  const char* const readable = line.data() + line.size();
  std::size_t begin = 0;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const std::size_t end = i < commas.size() ? commas[i] : line.size();
    const column& of = columns_[i];
    // Three bytes before a cell's end are looked at.
    if (of.is_short && begin >= 2 &&
        number(line.data() + begin, line.data() + end, readable, of, into)) {
      begin = end + 1;
      continue;
    }
    if (!cell(line.substr(begin, end - begin), readable, of, into)) return false;
    begin = end + 1;
  }
  return true;
}

// Most are numbers that fill their cell, or nothing at all; what they are not goes the long way.
[[gnu::always_inline]] inline bool table_reader::number(const char* begin, const char* end,
                                                        const char* readable, const column& of,
                                                        columns::open_row& into) {
  if (begin == end) return true;
  plain_number written;
  columns::piece made;
  if (readable - begin < 8 || !digits::take_token(begin, end, written)) {
    const char* at = begin;
    if (!take_plain_number(at, readable, written) || at != end) return false;
  }
  if (!value_shape::keep(written, of.numbers, made)) return false;
  if (of.how.column != field_target::none) into.put_number(of.how.column, made.whole);
  return true;
}

bool table_reader::cell(std::string_view text, const char* readable, const column& of,
                        columns::open_row& into) {
  if (index_.has_quotes() && !unquote(text)) return false;
  if (of.is_passed_over) return true;
  trim(text);
  if (says_nothing(text)) return true;
  return of.is_taken && lay_down(text, readable, of, into);
}

bool table_reader::value(std::string_view text, const char* readable, const column& of,
                         columns::piece& into) {
  return of.how.shape->read_cell(text, readable, of.power, into);
}

bool table_reader::lay_down(std::string_view text, const char* readable, const column& of,
                            columns::open_row& into) {
  const auto& how = of.how;
  columns::piece held;
  if (!value(text, readable, of, held)) return false;
  if (how.column != field_target::none) into.put(how.column, held);
  if (how.keeps_years) into.add_year(how.input, how.year, how.shape->cell_of(held));
  if (auto* const name = texts_.of(of.field)) *name = held.text;
  return true;
}

}  // namespace sudui::ingest
