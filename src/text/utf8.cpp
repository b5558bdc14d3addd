// UTF-8 read by hand, because three facts are needed that the standard library does not give: where
// a text stops being UTF-8, how many code points stand before a byte (columns are counted in them),
// and how many terminal columns they take (carets must stand under the right character).
//
// Widths come from two sorted tables of ranges and a binary search; ASCII never reaches them. The
// tables follow the East Asian Width property of Unicode, with neighbouring ranges of emoji and
// unassigned code points joined. Characters of ambiguous width count as one column, as terminals
// outside East Asian locales draw them.
//
// Example: display_width("a\u5e74\u0301") is 1 + 2 + 0 = 3.
//
// Tested by tests/unit/text/utf8_test.cpp.
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>

namespace sudui::text {
namespace {

struct range {
  char32_t first, last;
};

constexpr range wide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},
    {0x23F0, 0x23F0},   {0x23F3, 0x23F3},   {0x25FD, 0x25FE},   {0x2614, 0x2615},
    {0x2648, 0x2653},   {0x267F, 0x267F},   {0x2693, 0x2693},   {0x26A1, 0x26A1},
    {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x26C4, 0x26C5},   {0x26CE, 0x26CE},
    {0x26D4, 0x26D4},   {0x26EA, 0x26EA},   {0x26F2, 0x26F3},   {0x26F5, 0x26F5},
    {0x26FA, 0x26FA},   {0x26FD, 0x26FD},   {0x2705, 0x2705},   {0x270A, 0x270B},
    {0x2728, 0x2728},   {0x274C, 0x274C},   {0x274E, 0x274E},   {0x2753, 0x2755},
    {0x2757, 0x2757},   {0x2795, 0x2797},   {0x27B0, 0x27B0},   {0x27BF, 0x27BF},
    {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2B55, 0x2B55},   {0x2E80, 0x303E},
    {0x3041, 0x3247},   {0x3250, 0x4DBF},   {0x4E00, 0xA4CF},   {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},
    {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x18D8F}, {0x1AFF0, 0x1B2FF},
    {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A},
    {0x1F200, 0x1F320}, {0x1F32D, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F7E0, 0x1F7F0},
    {0x1F90C, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
};

constexpr range narrowest[] = {
    {0x0300, 0x036F},   {0x0483, 0x0489},   {0x0591, 0x05BD}, {0x0610, 0x061A}, {0x064B, 0x065F},
    {0x06D6, 0x06DC},   {0x0E34, 0x0E3A},   {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
    {0x200B, 0x200F},   {0x202A, 0x202E},   {0x2060, 0x2064}, {0x2066, 0x206F}, {0x20D0, 0x20F0},
    {0x302A, 0x302D},   {0x3099, 0x309A},   {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF},
    {0x1F3FB, 0x1F3FF}, {0xE0001, 0xE01EF},
};

template <std::size_t Size>
// Binary search for the last range that begins at or before it.
bool lies_in(const range (&table)[Size], char32_t what) noexcept {
  const auto* found = std::upper_bound(std::begin(table), std::end(table), what,
                                       [](char32_t v, const range& r) { return v < r.first; });
  return found != std::begin(table) && what <= std::prev(found)->last;
}

constexpr unsigned byte_at(std::string_view bytes, std::size_t offset) noexcept {
  return static_cast<unsigned char>(bytes[offset]);
}

// Length announced by the first byte, and the smallest value that needs that length.
struct shape {
  std::uint32_t length;
  char32_t smallest;
};

constexpr shape shape_of(unsigned lead) noexcept {
  if (lead < 0x80) return {1, 0};
  if (lead >= 0xC2 && lead < 0xE0) return {2, 0x80};
  if (lead >= 0xE0 && lead < 0xF0) return {3, 0x800};
  if (lead >= 0xF0 && lead < 0xF5) return {4, 0x10000};
  return {0, 0};
}

constexpr code_point broken{0xFFFD, 1, false};

}  // namespace

// One code point, or a broken byte of length 1: whoever walks a text always moves on. Overlong
// forms and surrogates are broken.
code_point decode(std::string_view bytes, std::size_t offset) noexcept {
  const unsigned lead = byte_at(bytes, offset);
  const auto [length, smallest] = shape_of(lead);
  if (length == 1) return {lead, 1, true};
  if (length == 0 || bytes.size() - offset < length) return broken;
  char32_t value = lead & (0x7FU >> length);
  for (std::uint32_t i = 1; i < length; ++i) {
    const unsigned next = byte_at(bytes, offset + i);
    if ((next & 0xC0U) != 0x80U) return broken;
    value = value << 6U | (next & 0x3FU);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < smallest || value > 0x10FFFF || surrogate) return broken;
  return {value, length, true};
}

std::size_t first_invalid(std::string_view bytes) noexcept {
  for (std::size_t i = 0; i < bytes.size();) {
    const code_point next = decode(bytes, i);
    if (!next.valid) return i;
    i += next.length;
  }
  return std::string_view::npos;
}

std::size_t count_code_points(std::string_view bytes) noexcept {
  std::size_t count = 0;
  for (std::size_t i = 0; i < bytes.size(); ++count) i += decode(bytes, i).length;
  return count;
}

std::uint32_t display_width(char32_t what) noexcept {
  if (what < 0x300) return 1;
  if (lies_in(narrowest, what)) return 0;
  return lies_in(wide, what) ? 2 : 1;
}

std::size_t display_width(std::string_view bytes) noexcept {
  std::size_t width = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const code_point next = decode(bytes, i);
    width += display_width(next.value);
    i += next.length;
  }
  return width;
}

// Control characters, and those that turn the direction or break the line, could make a terminal
// show something that is not in the file.
bool is_printable(char32_t what) noexcept {
  if (what < 0x20 || (what >= 0x7F && what < 0xA0)) return false;
  const bool turns = (what >= 0x202A && what <= 0x202E) || (what >= 0x2066 && what <= 0x2069);
  const bool breaks_line = what == 0x2028 || what == 0x2029;
  return !turns && !breaks_line;
}

void append_utf8(std::string& out, char32_t what) {
  const auto tail = [&](unsigned shift) {
    out.push_back(static_cast<char>(0x80U | (what >> shift & 0x3FU)));
  };
  if (what < 0x80) {
    out.push_back(static_cast<char>(what));
  } else if (what < 0x800) {
    out.push_back(static_cast<char>(0xC0U | what >> 6U));
    tail(0);
  } else if (what < 0x10000) {
    out.push_back(static_cast<char>(0xE0U | what >> 12U));
    tail(6), tail(0);
  } else {
    out.push_back(static_cast<char>(0xF0U | what >> 18U));
    tail(12), tail(6), tail(0);
  }
}

}  // namespace sudui::text
