// The source line and the carets under it:
//
//   amount: tax_paid(2021) * 税率
//           ^^^^^^^^
//
// A caret must stand under its character on a terminal. So the line is first cut into cells, one a
// code point, each with the columns it takes; spaces and carets repeat those columns, tabs are kept
// as tabs, and a combining mark takes none. What a terminal would obey instead of showing (control
// characters, marks that turn the writing direction) is shown as U+FFFD.
//
// Lines of machine-made files can be very long: beyond 160 columns only the surroundings of the
// place are shown. O(length of the line).
//
// Tested by tests/unit/text/snippet_test.cpp.
#include <algorithm>
#include <vector>

#include "text/render.hpp"
#include "text/utf8.hpp"

namespace sudui::text {
namespace {

constexpr std::size_t longest_line = 160;
constexpr std::size_t columns_before = 60;
constexpr std::size_t columns_shown = 120;
constexpr std::string_view ellipsis = "...";

struct cell {
  std::uint32_t begin;  // byte in the line
  std::uint32_t width;
  char32_t shown;
};
using cells = std::vector<cell>;

cells cells_of(std::string_view line) {
  cells all;
  for (std::uint32_t i = 0; i < line.size();) {
    const code_point next = decode(line, i);
    const bool shows = next.value == U'\t' || is_printable(next.value);
    const char32_t shown = shows ? next.value : U'\uFFFD';
    all.push_back({i, display_width(shown), shown});
    i += next.length;
  }
  return all;
}

std::size_t width_of(const cells& all) {
  std::size_t width = 0;
  for (const cell& each : all) width += each.width;
  return width;
}

// The part of a line that is shown, as numbers of cells.
struct window {
  std::size_t first, last;
};

// A short line is shown whole. Of a long one the place and its surroundings, more behind it than
// before.
window choose_window(const cells& all, std::uint32_t place) {
  if (width_of(all) <= longest_line) return {0, all.size()};
  std::size_t first = 0;
  while (first < all.size() && all[first].begin < place) ++first;
  for (std::size_t columns = 0; first > 0 && columns < columns_before; --first) {
    columns += all[first - 1].width;
  }
  std::size_t last = first;
  for (std::size_t columns = 0; last < all.size() && columns < columns_shown; ++last) {
    columns += all[last].width;
  }
  return {first, last};
}

std::string shown_line(const cells& all, window part) {
  std::string out(part.first > 0 ? ellipsis : "");
  for (std::size_t i = part.first; i < part.last; ++i) append_utf8(out, all[i].shown);
  if (part.last < all.size()) out += ellipsis;
  return out;
}

// Repeats the columns of what stands before the place; tabs stay tabs, for nobody knows how wide a
// terminal draws them.
std::string caret_line(const cells& all, window part, std::uint32_t begin, std::uint32_t end) {
  std::string out(part.first > 0 ? ellipsis.size() : 0, ' ');
  std::string carets;
  for (std::size_t i = part.first; i < part.last; ++i) {
    const auto& [at, width, shown] = all[i];
    if (at < begin) {
      shown == U'\t' ? out.push_back('\t') : static_cast<void>(out.append(width, ' '));
    } else if (at < end) {
      carets.append(width, '^');
    }
  }
  return out + (carets.empty() ? "^" : carets);
}

// A byte inside a code point stands for the whole of it.
std::uint32_t start_of_cell(const cells& all, std::uint32_t at) {
  const auto after = std::upper_bound(all.begin(), all.end(), at,
                                      [](std::uint32_t a, const cell& c) { return a < c.begin; });
  return after == all.begin() || after == all.end() ? at : std::prev(after)->begin;
}

}  // namespace

std::string snippet(const source& from, std::uint32_t begin, std::uint32_t end) {
  const std::uint32_t number = from.locate(begin).line;
  const std::string_view line = from.line(number);
  const std::uint32_t offset = from.line_begin(number);
  const auto length = static_cast<std::uint32_t>(line.size());
  const cells all = cells_of(line);
  const std::uint32_t first = start_of_cell(all, std::min(length, begin - std::min(begin, offset)));
  const std::uint32_t last = std::min(length, end - std::min(end, offset));
  const window part = choose_window(all, first);
  return shown_line(all, part) + "\n" + caret_line(all, part, first, last);
}

}  // namespace sudui::text
