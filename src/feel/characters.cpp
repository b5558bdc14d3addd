// Which characters make names, which are blanks, and which were typed with the wrong keyboard.
//
// The ranges of names are those of the FEEL grammar, without the CJK punctuation that the grammar
// lets in by its wide ranges: a formula typed with a Chinese input method holds full-width commas
// and brackets, and it must hear which ASCII sign to use rather than get an odd name. The ideograms
// zero, repetition and closing mark that sit among the punctuation stay letters.
//
// Cost: a name of n characters beyond ASCII walks a table of 20 ranges n times; formulas are short
// and read once.
//
// Tested by tests/unit/feel/characters_test.cpp.
#include "feel/characters.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace sudui::feel {
namespace {

struct range {
  char32_t first, last;
};

constexpr range name_starts[] = {
    {'?', '?'},       {'A', 'Z'},        {'_', '_'},       {'a', 'z'},       {0xC0, 0xD6},
    {0xD8, 0xF6},     {0xF8, 0x2FF},     {0x370, 0x37D},   {0x37F, 0x167F},  {0x1681, 0x1FFF},
    {0x200C, 0x200D}, {0x2070, 0x218F},  {0x2C00, 0x2DFF}, {0x2E80, 0x2FEF}, {0x3005, 0x3007},
    {0x3021, 0x3029}, {0x3031, 0xD7FF},  {0xF900, 0xFDCF}, {0xFDF0, 0xFE0F}, {0xFE70, 0xFEFE},
    {0xFF66, 0xFFDC}, {0x10000, 0xEFFFF}};

constexpr range name_parts[] = {{'0', '9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}};

constexpr range spaces[] = {{0x09, 0x0D},     {' ', ' '},       {0x85, 0x85},     {0xA0, 0xA0},
                            {0x1680, 0x1680}, {0x180E, 0x180E}, {0x2000, 0x200B}, {0x2028, 0x2029},
                            {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};

template <std::size_t Size>
constexpr bool within(const range (&ranges)[Size], char32_t what) noexcept {
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [&](range r) { return what >= r.first && what <= r.last; });
}

constexpr char32_t ascii = 0x80;

// What is said of ASCII by hand is what the tables say.
static_assert([] {
  for (char32_t what = 0; what < ascii; ++what) {
    const bool is_part = within(name_starts, what) || within(name_parts, what);
    if (is_part != is_ascii_name_part(static_cast<char>(what))) return false;
  }
  return true;
}());

struct substitute {
  char32_t typed;
  std::string_view meant;
};

// Signs outside the block of full-width ASCII.
constexpr substitute substitutes[] = {
    {0x2013, "-"},  {0x2014, "-"},  {0x2018, "\""}, {0x2019, "\""}, {0x201C, "\""}, {0x201D, "\""},
    {0x2026, ".."}, {0x2212, "-"},  {0x2215, "/"},  {0x2260, "!="}, {0x2264, "<="}, {0x2265, ">="},
    {0x2266, "<="}, {0x2267, ">="}, {0x3001, ","},  {0x3002, "."},  {0x3008, "<"},  {0x3009, ">"},
    {0x300C, "\""}, {0x300D, "\""}, {0x300E, "\""}, {0x300F, "\""}, {0x3010, "["},  {0x3011, "]"},
    {0x3014, "("},  {0x3015, ")"},  {0xD7, "*"},    {0xF7, "/"},    {0xFF5E, ".."}};

}  // namespace

bool is_space(char32_t what) noexcept {
  if (what < ascii) return what == ' ' || (what >= 0x09 && what <= 0x0D);
  return within(spaces, what);
}

bool is_name_start(char32_t what) noexcept {
  if (what < ascii) return is_name_part(what) && !is_digit(static_cast<char>(what));
  return within(name_starts, what);
}

bool is_name_part(char32_t what) noexcept {
  if (what < ascii) return is_ascii_name_part(static_cast<char>(what));
  return is_name_start(what) || within(name_parts, what);
}

std::string ascii_for(char32_t what) {
  const auto* found = std::find_if(std::begin(substitutes), std::end(substitutes),
                                   [&](const substitute& s) { return s.typed == what; });
  if (found != std::end(substitutes)) return std::string(found->meant);
  constexpr char32_t first = 0xFF01;
  constexpr char32_t last = 0xFF5D;
  if (what < first || what > last) return {};
  return {static_cast<char>('!' + static_cast<int>(what - first))};
}

}  // namespace sudui::feel
