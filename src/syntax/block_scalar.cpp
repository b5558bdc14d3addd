// Block scalars: a header line, then lines whose common indentation does not belong to the text.
//
//   formula: |        the header; may say `|2-` and end with a comment
//     if a > 0        indentation 4, the text starts at "if"
//       then b        two more blanks, which do belong to the text
//
// The indentation is that of the first line that is not blank, less the blanks with which the text
// itself starts (only an indentation given in the header makes them differ). Line ends and the
// indentation behind them stand for line feeds, or in folded scalars for one space.
//
// Tested by tests/unit/syntax/scalar_span_test.cpp.
#include "syntax/block_scalar.hpp"

namespace sudui::syntax {
namespace {

using offset = alignment::offset;

// Blanks in front of the first line of the source that is not blank, from the line start `at` on.
std::size_t indentation_from(std::string_view source, offset at) {
  cursor look(source, at);
  while (true) {
    const std::size_t blanks = look.skip_spaces(source.size());
    if (!look.skip_line_end()) return blanks;
  }
}

std::size_t indentation_of(std::string_view value) {
  const auto line = value.find_first_not_of('\n');
  return line == std::string_view::npos ? 0 : value.find_first_not_of(' ', line) - line;
}

// From a line start over blank lines to the text of the next line; how many were blank.
std::size_t skip_blank_lines(cursor& look, std::size_t indent) {
  std::size_t count = 0;
  look.skip_spaces(indent);
  for (; look.skip_line_end(); ++count) look.skip_spaces(indent);
  return count;
}

bool align_lines(alignment& both, std::size_t indent, offset& end) {
  while (!both.is_done()) {
    cursor look(both.source, both.at);
    if (look.skip_line_end()) {
      const std::size_t breaks = 1 + skip_blank_lines(look, indent);
      if (!both.fold(look.at(), breaks, false)) return false;
    } else if (both.copy_in_line()) {
      end = both.at;
    } else if (look.is_at_end() && both.value[both.done] == '\n') {
      both.stand_for(both.at, 1);  // the last line may lack its end
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

std::uint32_t align_block(alignment& both) {
  cursor look(both.source, both.at);
  look.skip_to_line_end();
  offset end = look.at();
  if (both.value.find_first_not_of("\n ") == std::string_view::npos)
    return both.is_done() ? end : 0;
  if (!look.skip_line_end()) return 0;
  const std::size_t in_source = indentation_from(both.source, look.at());
  const std::size_t in_text = indentation_of(both.value);
  if (in_text > in_source) return 0;
  const std::size_t indent = in_source - in_text;
  both.jump(look.at());
  const std::size_t blank = skip_blank_lines(look, indent);
  if (blank == 0) {
    both.jump(look.at());
  } else if (!both.fold(look.at(), blank, false)) {
    return 0;
  }
  return align_lines(both, indent, end) ? end : 0;
}

}  // namespace sudui::syntax
