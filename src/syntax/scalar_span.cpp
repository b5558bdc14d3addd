// The way back from the text of a scalar to its source.
//
// The reader of YAML gives a decoded value and the place where the scalar starts, nothing else. A
// formula in it has offsets of the decoded text, while a diagnostic must show the source. Writing a
// second decoder would mean a second opinion on what YAML says. So the value is taken as given and
// laid beside the source: where both bytes are equal both advance, and only three things may
// differ:
//
//   a line break    with blanks around it, in the source; a space, line feeds or nothing in the
//   text an escape       \n, \u5e74 or '' in the source; one character in the text indentation of
//   block scalars, in the source only
//
// Example: `"a`, line end, two blanks, `b\tc"` with the value "a b", tab, "c": 'a' is at its byte,
// the space stands for the line end and the blanks as a whole, the tab for the two bytes `\t`.
//
// If the two cannot be laid together the text stands for the scalar as a whole: a caret is then
// less precise, never wrong about the text. Cost: one pass over the scalar.
//
// Tested by tests/unit/syntax/scalar_span_test.cpp and by the fuzz targets `yaml` and `json`.
#include "syntax/scalar_span.hpp"

#include "syntax/alignment.hpp"
#include "syntax/block_scalar.hpp"
#include "text/utf8.hpp"

namespace sudui::syntax {
namespace {

using offset = alignment::offset;

struct line_break {
  offset after;  // behind the blanks of the next line that has text
  std::size_t count;
};

// The line ends from `at` on, with the blanks and blank lines around them.
line_break break_at(std::string_view source, offset at) {
  cursor look(source, at);
  look.skip_blanks();
  std::size_t count = 0;
  for (; look.skip_line_end(); ++count) look.skip_blanks();
  return {look.at(), count};
}

bool is_surrogate_pair(std::string_view source, offset at) {
  const std::string_view both = source.substr(at, 12);
  const auto is_one_of = [&](std::size_t i, std::string_view of) {
    return of.find(both[i]) != std::string_view::npos;
  };
  return both.size() == 12 && is_one_of(2, "dD") && is_one_of(3, "89abAB") &&
         both.substr(6, 2) == "\\u" && is_one_of(8, "dD") && is_one_of(9, "cdefCDEF");
}

// Bytes of the escape whose backslash is at `at`.
offset escape_length(std::string_view source, offset at) {
  const char letter = cursor(source, at + 1).peek();
  if (letter == 'x') return 4;
  if (letter == 'U') return 10;
  if (letter == 'u') return is_surrogate_pair(source, at) ? 12 : 6;
  return 2;
}

bool stand_for(alignment& both, offset source_length, std::size_t text_length) {
  if (both.source.size() - both.at < source_length) return false;
  if (both.value.size() - both.done < text_length) return false;
  both.stand_for(both.at + source_length, text_length);
  return true;
}

bool align_escape(alignment& both) {
  if (cursor look(both.source, both.at + 1); look.skip_line_end()) {
    const auto [after, count] = break_at(both.source, both.at + 1);
    return both.fold(after, count - 1, true);
  }
  return stand_for(both, escape_length(both.source, both.at),
                   text::decode(both.value, both.done).length);
}

bool align_doubled_quote(alignment& both) {
  return cursor(both.source, both.at).starts_with("''") && both.value[both.done] == '\'' &&
         stand_for(both, 2, 1);
}

// Blanks in front of a line end belong to it; elsewhere they are text.
bool align_blanks(alignment& both) {
  const auto [after, count] = break_at(both.source, both.at);
  if (count > 0) return both.fold(after, count == 1 ? 1 : count - 1, false);
  while (both.at < after && !both.is_done()) {
    if (!both.copy_byte()) return false;
  }
  return true;
}

bool align_step(alignment& both, char opening) {
  const char here = both.here();
  if (here == ' ' || here == '\t' || here == '\r' || here == '\n') return align_blanks(both);
  if (opening == '"' && both.here() == '\\') return align_escape(both);
  if (opening == '\'' && both.here() == '\'') return align_doubled_quote(both);
  return both.copy_byte();
}

// Plain and quoted scalars; returns their end, 0 if value and source do not fit.
offset align_flow(alignment& both, char opening) {
  if (opening != 0) both.jump(both.at + 1);
  while (!both.is_done()) {
    if (!align_step(both, opening)) return 0;
  }
  if (opening == 0) return both.at;
  while (both.here() == '\\' && break_at(both.source, both.at + 1).count > 0) {
    both.at = break_at(both.source, both.at + 1).after;
  }
  return both.here() == opening ? both.at + 1 : 0;
}

// Where a scalar ends whose parts are not known: at its closing quote, else with its line.
offset rough_end(std::string_view source, offset begin, char opening) {
  cursor look(source, begin);
  if (opening != '"' && opening != '\'') {
    look.skip_to_line_end();
    return look.at();
  }
  const std::string_view stops = opening == '"' ? "\"\\" : "'";
  for (look.skip(); !look.is_at_end(); look.skip()) {
    look.skip_to_any(stops);
    const bool doubled = opening == '\'' && look.starts_with("''");
    if (look.peek() == opening && !doubled) return look.at() + 1;
    look.skip();
  }
  return 0;
}

}  // namespace

// Follows the value through the source by the rules of its style. Where the two cannot be made to
// agree the scalar stands as a whole for its rough range: places are then coarse, never wrong.
scalar_span trace_scalar(std::string_view bytes, std::uint32_t file, std::uint32_t begin,
                         std::string value, bool is_plain) {
  using style = text::tree::style;
  const char first = cursor(bytes, begin).peek();
  const bool is_block = !is_plain && (first == '|' || first == '>');
  const bool is_quoted = !is_plain && (first == '"' || first == '\'');
  const char opening = is_quoted ? first : '\0';

  scalar_span found;
  found.how = is_block ? style::block : is_quoted ? style::quoted : style::plain;
  alignment both(bytes, file, begin, std::move(value));
  offset end = is_block ? align_block(both) : align_flow(both, opening);
  found.is_exact = end != 0 || both.value.empty();
  if (end == 0) end = rough_end(bytes, begin, opening);
  found.is_closed = end != 0;
  if (!found.is_closed) end = static_cast<offset>(bytes.size());
  found.where = {file, begin, end};
  if (found.is_exact) {
    found.text = both.take();
  } else {
    found.text = text::excerpt(std::string(both.value), file, begin);
    found.text.anchor_whole(0, begin, end);
  }
  return found;
}

}  // namespace sudui::syntax
