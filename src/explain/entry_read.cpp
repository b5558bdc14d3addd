// Which entry of a parameter a value came from, so that an explanation can cite it. Plans hold
// values and no sources; the entry is found again by the same rule: the window that holds the day,
// the year, or the code and then the shorter codes that stand for the whole it lies in.
//
// Example: with `match: prefix` and the entries 320000 and 3204, the code 320412 is read from 3204.
//
// Tested by tests/unit/explain/entry_read_test.cpp.

#include "explain/entry_read.hpp"

#include <string_view>

namespace sudui::explain {

namespace {

// `320400` stands for all of 3204, and so does `3204`.
std::string_view stem_of(std::string_view code) {
  while (code.size() > 2 && code.ends_with("00")) code.remove_suffix(2);
  return code;
}

// How closely the entry's code settles the wanted one; 0 where it does not. Levels are two digits
// long; of one level the stem goes before its padded form, as in the executor.
std::size_t match_of(std::string_view code, std::string_view wanted, model::code_match how) {
  if (code == wanted) return 2 * wanted.size() + 2;
  const auto stem = stem_of(code);
  const bool is_above = how == model::code_match::prefix && stem.size() < wanted.size() &&
                        stem.size() % 2 == 0 && wanted.starts_with(stem);
  const bool is_padded = code.size() == wanted.size();
  if (!is_above || (code != stem && !is_padded)) return 0;
  return 2 * stem.size() + (code == stem ? 1 : 0);
}

// Entries of a code may be dated: only those of the day count.
const types::parameter_value* by_code(const types::typed_parameter& of, date day,
                                      std::string_view wanted) {
  const types::parameter_value* best = nullptr;
  std::size_t most = 0;
  for (const auto& each : of.values) {
    const auto match = each.days.holds(day) ? match_of(each.code, wanted, of.from->match) : 0;
    if (match <= most) continue;
    most = match;
    best = &each;
  }
  return best;
}

const types::parameter_value* by_year(const types::typed_parameter& of, const decimal& wanted) {
  for (const auto& each : of.values) {
    if (each.year && decimal(*each.year) == wanted) return &each;
  }
  return nullptr;
}

// At most one: windows of a parameter do not overlap.
const types::parameter_value* by_date(const types::typed_parameter& of, date day) {
  for (const auto& each : of.values) {
    if (each.days.holds(day)) return &each;
  }
  return nullptr;
}

}  // namespace

const model::parameter_entry* entry_read(const types::typed_rules& rules, std::uint32_t parameter,
                                         const plan::binding& on, date day,
                                         const values::cell& key) {
  if (on.parameters.contains(parameter)) return nullptr;
  const auto& of = rules.parameters[parameter];
  const types::parameter_value* found = nullptr;
  if (of.from->by == model::selector::date) {
    found = by_date(of, day);
  } else if (of.from->by == model::selector::year && key.what == values::kind::number) {
    found = by_year(of, key.number);
  } else if (of.from->by == model::selector::code && key.what == values::kind::string) {
    found = by_code(of, day, key.string());
  }
  return found == nullptr ? nullptr : found->from;
}

}  // namespace sudui::explain
