// Plain tables. Widths are columns of the terminal, not bytes and not characters: U+5143 takes two.
// Colours are not known here: what may be painted, the mark in front of a row, stands outside the
// cells.
//
// Tested by tests/unit/report/table_test.cpp.
#include "report/table.hpp"

#include <algorithm>
#include <utility>

#include "text/utf8.hpp"

namespace sudui::report {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t least_flexible = 16;

std::size_t width_of(std::string_view text) { return text::display_width(text); }

// Bytes of the longest front of `text` that is at most `width` columns wide; at least one
// character.
std::size_t fitting(std::string_view text, std::size_t width) {
  std::size_t columns = 0;
  std::size_t end = 0;
  while (end < text.size()) {
    const text::code_point next = text::decode(text, end);
    columns += text::display_width(next.value);
    if (columns > width && end > 0) break;
    end += next.length;
  }
  return end;
}

// Whether a line may not begin here: closing punctuation belongs to what it closes.
bool is_closing(std::string_view rest) {
  for (const std::string_view mark :
       {"，", "。", "；", "：", "、", "）", "」", "》", "”", ",", ";", ")"}) {
    if (rest.starts_with(mark)) return true;
  }
  return false;
}

std::size_t before(std::string_view text, std::size_t end) {
  do {
    --end;
  } while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U);
  return end;
}

}  // namespace

// Lines of at most `width` columns. A word of letters is kept whole if it can be, Chinese may break
// anywhere but before closing punctuation.
std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  while (width_of(text) > width) {
    std::size_t end = fitting(text, width);
    const std::size_t blank = text.substr(0, end + 1).rfind(' ');
    // Between Chinese characters a line may break anywhere; a word of letters is kept whole.
    const bool inside_word = end < text.size() && static_cast<unsigned char>(text[end]) < 0x80;
    if (inside_word && blank != std::string_view::npos && blank > 0) end = blank;
    const std::size_t earlier = before(text, end);
    if (is_closing(text.substr(end)) && earlier > 0) end = earlier;
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(text.find_first_not_of(' ', end), text.size()));
  }
  if (!text.empty() || lines.empty()) lines.emplace_back(text);
  return lines;
}

void table::add(std::vector<std::string> cells, std::string mark) {
  rows_.push_back({std::move(cells), std::move(mark)});
}

// Every column is as wide as its widest cell, but for the flexible one, which takes what is left of
// the terminal and wraps.
std::vector<std::size_t> table::widths(std::size_t indent) const {
  std::vector<std::size_t> all;
  for (const auto& [cells, mark] : rows_) {
    all.resize(std::max(all.size(), cells.size()));
    for (std::size_t i = 0; i < cells.size(); ++i) all[i] = std::max(all[i], width_of(cells[i]));
  }
  if (flexible_ >= all.size()) return all;
  std::size_t taken = indent;
  for (std::size_t i = 0; i < all.size(); ++i) taken += (i == flexible_ ? 0 : all[i] + gap);
  const std::size_t left = std::max(width_ > taken ? width_ - taken : 0, least_flexible);
  all[flexible_] = std::min(all[flexible_], left);
  return all;
}

std::string table::to_string(std::size_t indent) const {
  std::string out;
  const std::vector<std::size_t> all = widths(indent);
  for (const row& each : rows_) write_row(out, each, all, indent);
  return out;
}

// As many lines as the flexible cell takes; the other cells and the mark stand on the first. No
// line ends in blanks.
void table::write_row(std::string& out, const row& which, const std::vector<std::size_t>& widths,
                      std::size_t indent) const {
  const std::vector<std::string>& cells = which.cells;
  std::vector<std::string> wrapped{std::string()};
  if (flexible_ < cells.size()) wrapped = wrap(cells[flexible_], widths[flexible_]);
  for (std::size_t line = 0; line < wrapped.size(); ++line) {
    std::string built;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string cell = i == flexible_ ? wrapped[line]
                               : line == 0    ? cells[i]
                                              : std::string();
      const std::string blanks(widths[i] - std::min(width_of(cell), widths[i]), ' ');
      const bool is_number = std::find(numbers_.begin(), numbers_.end(), i) != numbers_.end();
      built += (is_number ? blanks + cell : cell + blanks) + std::string(gap, ' ');
    }
    built.erase(built.find_last_not_of(' ') + 1);
    const bool is_marked = line == 0 && !which.mark.empty() && indent > 0;
    out += is_marked ? which.mark + std::string(indent - 1, ' ') : std::string(indent, ' ');
    out += built + '\n';
  }
}

}  // namespace sudui::report
