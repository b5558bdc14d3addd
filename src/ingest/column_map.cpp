// A table from elsewhere, whose headers nobody wants to rewrite:
//
//   企业名称: company_name
//   2023年营业收入（万元）: {field: revenue, year: 2023, unit: 万元}
//
// Everything is checked before the first row is read: a mistake here would be one in every row.
//
// Tested by tests/unit/ingest/column_map_test.cpp.
#include "ingest/column_map.hpp"

#include <algorithm>
#include <iterator>

#include "ingest/check_number.hpp"
#include "ingest/scalar_of.hpp"
#include "ingest/year_word.hpp"
#include "text/suggest.hpp"

namespace sudui::ingest {
namespace {

using text::message;
using text::tree;

constexpr std::string_view map_keys[] = {"field", "unit", "year"};

std::optional<std::string> text_of(const tree& what, std::string_view key) {
  const tree* held = what.find(key);
  return held == nullptr ? std::nullopt : std::optional<std::string>(held->text());
}

void check_keys(const tree& what, text::sink& out) {
  for (const auto& each : what.entries) {
    if (std::find(std::begin(map_keys), std::end(map_keys), each.key) != std::end(map_keys))
      continue;
    out.report(message::map_unknown_key, each.key_where,
               {each.key, std::string(text::nearest(each.key, map_keys))});
  }
}

// The unit and the year, against the entry of the dictionary.
void check_column(const mapped_column& made, const tree& said, const model::field& of,
                  const types::type& type, text::sink& out) {
  const tree* year = said.find("year");
  if (year != nullptr && of.per != model::period::year) {
    out.report(message::map_year, year->where, {made.field});
  } else if (year != nullptr && !is_year_word(*made.year)) {
    out.report(message::profile_not_a_year, year->where, {made.field, *made.year});
  }
  const tree* unit = said.find("unit");
  if (unit != nullptr)
    check_unit(*unit, type.is(types::type_kind::number) ? &of : nullptr, made.field, out);
}

}  // namespace

column_map::column_map(const tree& what, field_names& names, text::sink& out) {
  if (!what.is_mapping()) {
    out.report(message::map_not_mapping, what.where, {description_of(what)});
    return;
  }
  for (const tree::entry& each : what.entries) add(each, names, out);
}

void column_map::add(const tree::entry& said, field_names& names, text::sink& out) {
  const tree& what = said.value;
  if (what.is_mapping()) check_keys(what, out);
  const tree* field = what.is_mapping() ? what.find("field") : &what;
  if (field == nullptr || !field->is_scalar() || field->text().empty()) {
    out.report(message::map_without_field, said.key_where, {said.key});
    return;
  }
  const auto found = names.find(field->text());
  if (!found) {
    const std::string name(field->text());
    out.report(message::map_unknown_field, field->where, {name, names.nearest(name)});
    return;
  }
  const types::field_entry& entry = names.dictionary()[*found];
  mapped_column made{said.key, entry.from->id.text, text_of(what, "year"),
                     text_of(what, "unit").value_or("")};
  if (what.is_mapping()) check_column(made, what, *entry.from, entry.of, out);
  all_.push_back(std::move(made));
}

const mapped_column* column_map::find(std::string_view header) const noexcept {
  const auto found = std::find_if(all_.begin(), all_.end(),
                                  [&](const mapped_column& each) { return each.header == header; });
  return found == all_.end() ? nullptr : &*found;
}

}  // namespace sudui::ingest
