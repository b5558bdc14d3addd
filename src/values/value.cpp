// The public value: what is not template or text.
// Tested by tests/unit/values/value_test.cpp.

#include <sudui/value.hpp>

#include "values/date.hpp"

namespace sudui {
inline namespace v1 {

const value* value::find(std::string_view name) const noexcept {
  const auto* const entries = get_if<context>();
  if (entries == nullptr) return nullptr;
  for (const auto& [key, item] : *entries) {
    if (key == name) return &item;
  }
  return nullptr;
}

const value& value::range::low() const { return ends[0]; }

const value& value::range::high() const { return ends[1]; }

bool operator==(const value::range& a, const value::range& b) {
  return a.form == b.form && a.ends == b.ends;
}

std::optional<date> parse_date(std::string_view text) noexcept {
  const auto day = values::parse_day(text);
  if (!day) return std::nullopt;
  return values::from_day(*day);
}

std::string to_string(date day) { return values::day_text(values::to_day(day)); }

}  // namespace v1
}  // namespace sudui
