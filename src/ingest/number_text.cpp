// Numbers as people and machines write them into profiles. JSON has digits only; a YAML file or a
// table written by hand may say `5000万`, `2亿` and `8%`, which move the decimal point and lose
// nothing.
//
// Thousands separators are refused rather than guessed at: `1,234` is a thousand and a bit to one
// person and one and a quarter to another.
//
// Tested by tests/unit/ingest/number_text_test.cpp.
#include "ingest/number_text.hpp"

#include <algorithm>
#include <cstddef>

namespace sudui::ingest {
namespace {

struct suffix {
  std::string_view written;
  int power;
};
constexpr suffix known_suffixes[] = {{"万", 4}, {"亿", 8}, {"%", -2}, {"％", -2}};

struct split_number {
  std::string_view digits;
  int power = 0;
};

split_number split_suffix(std::string_view text) {
  for (const suffix& each : known_suffixes) {
    if (text.size() > each.written.size() && text.ends_with(each.written)) {
      return {text.substr(0, text.size() - each.written.size()), each.power};
    }
  }
  return {text, 0};
}

bool has_only(std::string_view text, std::string_view allowed) {
  return text.find_first_not_of(allowed) == std::string_view::npos;
}

number_flaw flaw_of(std::string_view digits) {
  const bool has_digit = digits.find_first_of("0123456789") != std::string_view::npos;
  if (!has_digit || !has_only(digits, "0123456789.,+-eE")) return number_flaw::not_a_number;
  if (digits.find(',') != std::string_view::npos) return number_flaw::separators;
  // Shaped like a number, long, and yet none: it has more digits than a decimal keeps.
  const bool is_plain = has_only(digits.substr(digits.starts_with('-') ? 1 : 0), "0123456789.") &&
                        std::count(digits.begin(), digits.end(), '.') <= 1;
  return is_plain && digits.size() > 34 ? number_flaw::too_long : number_flaw::not_a_number;
}

}  // namespace

read_number number_of(std::string_view text, bool suffixes) {
  const split_number parts = suffixes ? split_suffix(text) : split_number{text, 0};
  const auto plain = decimal::parse(parts.digits);
  if (!plain) return {{}, flaw_of(parts.digits)};
  if (parts.power == 0) return {*plain};
  const auto moved = multiply(*plain, decimal::scaled(1, parts.power));
  return moved ? read_number{*moved} : read_number{{}, number_flaw::too_long};
}

}  // namespace sudui::ingest
