// Constants of the law. `by:` says what picks the value, and with it which key an entry must have:
// a window of days, a year, or a code. The entries of each kind must not contradict each other, and
// dated ones must not leave days out unless the parameter says that they may.
//
// Tested by tests/unit/model/read_parameter_test.cpp.
#include "model/read_parameter.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "model/mapping_reader.hpp"
#include "model/names.hpp"
#include "model/read_bands.hpp"
#include "model/read_citation.hpp"
#include "model/read_formula.hpp"
#include "model/read_unit.hpp"
#include "model/scalars.hpp"
#include "model/timeline.hpp"

namespace sudui::model {
namespace {

using text::message;
using text::tree;

void read_selector(mapping_reader& keys, selector by, parameter_entry& into) {
  switch (by) {
    case selector::date:
      into.days = keys.days();
      break;
    case selector::year:
      into.days.where = keys.place();
      if (const tree* year = keys.require("year")) {
        into.year = read_year(*year, "year", keys.in());
        into.days.where = year->where;
      }
      break;
    case selector::code:
      into.code = keys.required_name("code");
      into.days = keys.days();
      break;
  }
}

// `value: unknown` is no formula: it says that the entry exists and its figure does not.
void read_value(mapping_reader& keys, parameter_entry& into) {
  keys.refuse_both("value", "bands");
  if (const tree* bands = keys.get("bands")) {
    into.bands = read_bands(*bands, keys.in());
    return;
  }
  const tree* value = keys.require("value");
  if (value == nullptr) return;
  into.is_unknown = value->is_scalar() && value->text() == "unknown";
  if (!into.is_unknown) into.value = read_formula(*value, "value", keys.in());
}

parameter_entry read_entry(const tree& from, const parameter& whole, const cite_scope& scope,
                           const reading& in) {
  mapping_reader keys(from, "values", in);
  parameter_entry read;
  read.where = from.where;
  read_selector(keys, whole.by, read);
  read_value(keys, read);
  read.cite = require_cite(keys, scope, {"该取值", "this value"});
  keys.finish();
  return read;
}

// The code or the year of an entry, as text; empty by date.
std::string key_of(const parameter_entry& entry) {
  return entry.year ? std::to_string(*entry.year) : entry.code.text;
}

text::span place_of(const parameter_entry& entry) {
  return entry.code.text.empty() ? entry.days.where : entry.code.where;
}

bool is_dated(const parameter_entry& entry) { return entry.days.from || entry.days.to; }

// A year or a code has one entry; a code may have several when their windows do not overlap.
void check_keys(const parameter& whole, const reading& in) {
  std::map<std::string, std::vector<window>> dated;
  std::map<std::string, text::span> first;
  for (const parameter_entry& each : whole.entries) {
    const std::string key = key_of(each);
    if (key.empty()) continue;
    if (is_dated(each)) dated[key].push_back(each.days);
    const auto [found, is_new] = first.emplace(key, place_of(each));
    if (is_new || is_dated(each)) continue;
    in.report(message::duplicate_entry, place_of(each), {key, in.place(found->second)});
  }
  for (const auto& [key, windows] : dated) check_timeline(windows, gap_policy::allowed, in);
}

// Years may leave gaps, in which the parameter is unknown, but should stand in order.
void check_years(const parameter& whole, const reading& in) {
  std::optional<std::int32_t> reached;
  for (const parameter_entry& each : whole.entries) {
    if (each.year && reached && *each.year < *reached) {
      in.report(message::entries_unsorted, place_of(each));
      return;
    }
    if (each.year) reached = each.year;
  }
}

void check_entries(const parameter& whole, gap_policy gaps, const reading& in) {
  if (whole.by != selector::date) check_keys(whole, in);
  if (whole.by == selector::year) check_years(whole, in);
  if (whole.by != selector::date) return;
  std::vector<window> windows;
  for (const parameter_entry& each : whole.entries) windows.push_back(each.days);
  check_timeline(windows, gaps, in);
}

gap_policy read_gaps(mapping_reader& keys, selector by) {
  if (by != selector::date || !keys.has("gaps")) return gap_policy::refused;
  const name said = keys.name_of("gaps");
  static constexpr std::string_view known[] = {"allowed"};
  if (said.text == known[0]) return gap_policy::allowed;
  keys.in().report(message::unknown_word, said.where,
                   {said.text, "gaps", suggest(said.text, known)});
  return gap_policy::refused;
}

// By time, so that the plan may take entries as they come. Codes keep their order.
void sort_entries(parameter& whole) {
  const auto key = [](const parameter_entry& each) {
    return std::pair(each.year, each.days.from);  // nothing sorts before something
  };
  if (whole.by == selector::code) return;
  std::stable_sort(whole.entries.begin(), whole.entries.end(),
                   [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

}  // namespace

parameter read_parameter(const tree& from, const reading& in) {
  mapping_reader keys(from, "parameter", in);
  parameter read;
  read.where = from.where;
  read.id = keys.required_name("parameter");
  check_name(read.id, in);
  read.label = keys.label();
  read.unit = read_unit(keys);
  read.by = keys.word("by", selector::date);
  if (read.by == selector::code) read.match = keys.word("match", code_match::exact);
  const gap_policy gaps = read_gaps(keys, read.by);
  const cite_scope scope{{}, cite_of(keys, {})};
  if (keys.require("values") != nullptr) {
    for (const tree& item : keys.items("values")) {
      read.entries.push_back(read_entry(item, read, scope, in));
    }
  }
  check_entries(read, gaps, in);
  sort_entries(read);
  keys.finish();
  return read;
}

}  // namespace sudui::model
