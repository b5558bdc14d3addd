// Codes of public registers that have a shape but no check digit: divisions (GB/T 2260) and
// industries (GB/T 4754-2017). The two digits of an industry's division fix its letter, so a code
// that many databases keep without the letter can be completed: `3841` is `C3841`.
//
// Tested by tests/unit/ingest/register_code_test.cpp.
#include "ingest/register_code.hpp"

#include <algorithm>
#include <cstddef>

namespace sudui::ingest {
namespace {

// The last two-digit division of every letter; the next letter begins with the number after it.
struct letter_end {
  char letter;
  int last;
};
constexpr letter_end letters[] = {{'A', 5},  {'B', 12}, {'C', 43}, {'D', 46}, {'E', 50},
                                  {'F', 52}, {'G', 60}, {'H', 62}, {'I', 65}, {'J', 69},
                                  {'K', 70}, {'L', 72}, {'M', 75}, {'N', 79}, {'O', 82},
                                  {'P', 83}, {'Q', 85}, {'R', 90}, {'S', 96}, {'T', 97}};

bool are_digits(std::string_view text) noexcept {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool is_division_code(std::string_view code) noexcept {
  return code.size() == 6 && are_digits(code);
}

std::optional<char> industry_letter(std::string_view digits) noexcept {
  if (digits.size() < 2 || !are_digits(digits)) return std::nullopt;
  const int division = (digits[0] - '0') * 10 + (digits[1] - '0');
  if (division == 0) return std::nullopt;
  for (const letter_end& each : letters) {
    if (division <= each.last) return each.letter;
  }
  return std::nullopt;
}

industry_flaw flaw_of_industry_code(std::string_view code) noexcept {
  if (code.empty() || code[0] < 'A' || code[0] > 'T') return industry_flaw::shape;
  const std::string_view digits = code.substr(1);
  if (digits.empty()) return industry_flaw::none;
  if (digits.size() < 2 || digits.size() > 4 || !are_digits(digits)) return industry_flaw::shape;
  return industry_letter(digits) == code[0] ? industry_flaw::none : industry_flaw::letter;
}

}  // namespace sudui::ingest
