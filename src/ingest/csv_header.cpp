// The header of a table, and rows read through it. A row becomes the tree that the same company
// would have in YAML, so that values are read and checked in one place only:
//
//   uscc,rd_expense@2020,rd_expense@2021      uscc: 91320412MA0DEMQ19Y
//   91320412MA0DEMQ19Y,5200000,630万     ->   rd_expense: {2020: 5200000, 2021: 630万}
//
// A header that says nothing to the dictionary may be named in a column map, with a unit and a
// year; its cells are then read as `{value: 630, unit: 万元}` is.
//
// Tested by tests/unit/ingest/csv_header_test.cpp.
#include "ingest/csv_header.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "ingest/year_word.hpp"

namespace sudui::ingest {
namespace {

using text::message;
using text::tree;

struct trimmed {
  std::string_view text;
  std::uint32_t skipped = 0;  // bytes in front
};

trimmed trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  const std::size_t end = text.find_last_not_of(" \t") + 1;
  return {text.substr(begin, end - begin), static_cast<std::uint32_t>(begin)};
}

bool is_single_value(const types::type& of) {
  return !of.is(types::type_kind::list) && !of.is(types::type_kind::record);
}

tree scalar_of_cell(const csv_cell& cell, std::uint32_t file) {
  const trimmed content = trim(cell.text);
  const bool is_quoted = cell.end - cell.begin > cell.text.size();
  tree made;
  made.what = tree::kind::scalar;
  made.how = tree::style::plain;
  made.where = {file, cell.begin, cell.end};
  made.scalar = text::excerpt::view_of(content.text, file,
                                       cell.begin + content.skipped + (is_quoted ? 1U : 0U));
  return made;
}

// The envelope that would say so in YAML.
tree with_unit(const csv_cell& cell, const std::string& unit, std::uint32_t file) {
  tree made;
  made.what = tree::kind::mapping;
  made.where = {file, cell.begin, cell.end};
  tree said;
  said.what = tree::kind::scalar;
  said.where = made.where;
  said.scalar = text::excerpt::view_of(unit, file, cell.begin);
  made.entries.push_back({"value", made.where, scalar_of_cell(cell, file)});
  made.entries.push_back({"unit", made.where, std::move(said)});
  return made;
}

// `rd_expense@2021`
mapped_column column_of(const std::string& written) {
  const std::size_t mark = std::min(written.rfind('@'), written.size());
  std::optional<std::string> year;
  if (mark < written.size()) year = written.substr(mark + 1);
  return {written, written.substr(0, mark), std::move(year), {}};
}

}  // namespace

csv_header::csv_header(const std::vector<csv_cell>& cells, std::uint32_t file, field_names& names,
                       text::sink& out, const column_map* columns)
    : size_(cells.size()) {
  std::set<std::string_view> found;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string written(trim(cells[i].text).text);
    const mapped_column* mapped = columns == nullptr ? nullptr : columns->find(written);
    if (mapped != nullptr) found.insert(mapped->header);
    add(mapped == nullptr ? column_of(written) : *mapped, written, i,
        {file, cells[i].begin, cells[i].end}, names, out);
  }
  if (columns == nullptr) return;
  for (const mapped_column& each : columns->all()) {
    if (found.count(each.header) == 0)
      out.report(message::map_no_column, {file, 0, 0}, {each.header});
  }
}

void csv_header::add(const mapped_column& said, const std::string& written, std::size_t index,
                     text::span at, field_names& names, text::sink& out) {
  const bool has_year = said.year.has_value();
  const std::string year = said.year.value_or("");
  const auto found = names.find(said.field);
  if (!found) {
    out.report(message::profile_unknown_field, at, {said.field, names.nearest(said.field)});
    return;
  }
  const types::field_entry& field = names.dictionary()[*found];
  const std::string& id = field.from->id.text;
  if (!is_single_value(field.of)) return out.report(message::csv_column_shape, at, {id});
  if (has_year && field.from->per != model::period::year) {
    return out.report(message::csv_column_year, at, {id, written});
  }
  if (has_year && !is_year_word(year)) {
    return out.report(message::profile_not_a_year, at, {id, year});
  }
  auto known = std::find_if(fields_.begin(), fields_.end(),
                            [&](const field_columns& each) { return each.name == id; });
  if (known == fields_.end()) known = fields_.insert(known, {id, {}});
  const bool clashes = std::any_of(
      known->columns.begin(), known->columns.end(),
      [&](const column& each) { return each.year.empty() || year.empty() || each.year == year; });
  if (clashes) return out.report(message::profile_given_twice, at, {written});
  known->columns.push_back({index, year, said.unit});
}

std::vector<csv_header::meaning> csv_header::meanings() const {
  std::vector<meaning> made;
  for (const field_columns& field : fields_) {
    for (const column& each : field.columns)
      made.push_back({each.cell, field.name, each.year, each.unit});
  }
  return made;
}

tree csv_header::tree_of(const std::vector<csv_cell>& cells, std::uint32_t file) const {
  tree row;
  row.what = tree::kind::mapping;
  for (const field_columns& field : fields_) {
    tree years;
    years.what = tree::kind::mapping;
    for (const column& each : field.columns) {
      const csv_cell& cell = cells[each.cell];
      if (trim(cell.text).text.empty()) continue;
      tree& into = each.year.empty() ? row : years;
      tree held = each.unit.empty() ? scalar_of_cell(cell, file) : with_unit(cell, each.unit, file);
      const text::span at = held.where;
      into.entries.push_back({each.year.empty() ? field.name : each.year, at, std::move(held)});
    }
    if (years.entries.empty()) continue;
    const text::span at = years.entries.front().key_where;
    row.entries.push_back({field.name, at, std::move(years)});
  }
  return row;
}

}  // namespace sudui::ingest
