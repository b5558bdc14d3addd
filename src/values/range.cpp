// The form of a range as a number: a bit for each open end, and above them how it was written.
//
// Tested by tests/data/feel/ranges.csv.

#include "values/range.hpp"

namespace sudui::values {

range_form form_of(const cell& range) noexcept {
  const auto code = range.list()[2].number.low();
  return {(code & 1U) != 0, (code & 2U) != 0, static_cast<range_form::style>(code >> 2U)};
}

cell cell_of(range_form form) noexcept {
  const auto code =
      (form.open_low ? 1 : 0) + (form.open_high ? 2 : 0) + 4 * static_cast<int>(form.written);
  return cell::of(decimal(code));
}

std::string range_text(std::string_view low, std::string_view high, range_form form) {
  std::string made(1, form.open_low || form.written != range_form::style::interval ? '(' : '[');
  switch (form.written) {
    case range_form::style::equal:
      return made.append("= ").append(low).append(")");
    case range_form::style::not_equal:
      return made.append("!= ").append(low).append(")");
    case range_form::style::relation:
      if (low.empty()) return made.append(form.open_high ? "< " : "<= ").append(high).append(")");
      return made.append(form.open_low ? "> " : ">= ").append(low).append(")");
    case range_form::style::interval:
      break;
  }
  made.append(low.empty() ? "null" : low).append("..").append(high.empty() ? "null" : high);
  return made + (form.open_high ? ')' : ']');
}

}  // namespace sudui::values
