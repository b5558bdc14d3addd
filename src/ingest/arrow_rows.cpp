// From Arrow's arrays to columns. Each row binds the inputs of the plan as a profile would, without
// one being made; only a row with a figure that no column holds is kept as a profile.
//
// Numbers are in the base unit of their field (yuan, persons), since an array says no unit. A null
// is unknown; a child whose name says nothing is told and left out.
//
// Cost: one cell a value. Tested by tests/unit/api/batch_arrow_test.cpp.
#include "ingest/arrow_rows.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "ingest/year_word.hpp"
#include "types/cells.hpp"

namespace sudui::ingest {

using text::message;

arrow_rows::arrow_rows(const arrow_column::source& from, columns::batch& into, text::sink& out)
    : into_(into), offset_(from.array.offset), rows_(from.array.length) {
  const std::string_view format = from.schema.format == nullptr ? "" : from.schema.format;
  if (format != "+s" || from.schema.n_children != from.array.n_children || rows_ < 0 ||
      offset_ < 0) {
    out.report(message::arrow_no_table, {}, {std::string(format)});
    return;
  }
  if (static_cast<std::uint64_t>(rows_) + into.rows() > UINT32_MAX) {
    out.report(message::arrow_too_long, {}, {std::to_string(rows_)});
    return;
  }
  field_names names(into.of().rules->dictionary);
  for (std::int64_t i = 0; i < from.schema.n_children; ++i) {
    open({*from.schema.children[i], *from.array.children[i]}, names, out);
  }
}

void arrow_rows::open(const arrow_column::source& part, field_names& names, text::sink& out) {
  const std::string written = part.schema.name == nullptr ? "" : part.schema.name;
  const std::size_t mark = std::min(written.rfind('@'), written.size());
  const std::string name = written.substr(0, mark);
  const std::string year = written.substr(std::min(mark + 1, written.size()));
  const auto found = names.find(name);
  if (!found) return out.report(message::profile_unknown_field, {}, {name, names.nearest(name)});
  const types::field_entry& field = names.dictionary()[*found];
  const std::string& id = field.from->id.text;
  const bool is_yearly = field.from->per == model::period::year;
  const bool has_year = mark < written.size();
  if (has_year && !is_yearly) return out.report(message::csv_column_year, {}, {id, written});
  if (has_year && !is_year_word(year)) {
    return out.report(message::profile_not_a_year, {}, {id, year});
  }
  reading made{*found, 0, into_.of().year, is_yearly, false, {}};
  if (has_year) std::from_chars(year.data(), year.data() + year.size(), made.year);
  const bool clashes = std::any_of(columns_.begin(), columns_.end(), [&](const reading& each) {
    return each.field == made.field && (!is_yearly || each.year == made.year);
  });
  if (clashes) return out.report(message::profile_given_twice, {}, {written});
  auto opened = arrow_column::open(part, field.of, {nullptr, id, {}, has_year ? year : ""}, out);
  if (!opened) return;
  if (opened->size() < offset_ + rows_) {
    return out.report(message::arrow_short_column, {}, {written, std::to_string(opened->size())});
  }
  made.from = std::move(*opened);
  const auto& inputs = into_.of().inputs;
  const auto input = std::find_if(inputs.begin(), inputs.end(), [&](const plan::input& each) {
    return each.field == made.field;
  });
  made.is_read = input != inputs.end();
  made.input = static_cast<std::uint32_t>(input - inputs.begin());
  columns_.push_back(std::move(made));
}

void arrow_rows::append() {
  given_.resize(into_.of().inputs.size());
  years_.resize(into_.of().inputs.size());
  for (std::int64_t row = offset_; row < offset_ + rows_; ++row) {
    take(row);
    if (!into_.append(given_)) into_.keep_whole(whole(row));
  }
}

void arrow_rows::take(std::int64_t row) {
  memory_.clear();
  std::fill(given_.begin(), given_.end(), decide::bound_input{});
  for (auto& each : years_) each.clear();
  for (const auto& each : columns_) {
    if (!each.is_read) continue;
    const auto held = each.from.at(row, memory_);
    if (held.is_unknown()) continue;
    auto& to = given_[each.input];
    to.is_given = true;
    if (each.is_yearly) {
      years_[each.input].push_back({each.year, held});
    } else {
      to.held = held;
    }
  }
  for (std::size_t i = 0; i < given_.size(); ++i) given_[i].years = years_[i];
}

profile arrow_rows::whole(std::int64_t row) {
  profile made;
  const auto& dictionary = into_.of().rules->dictionary;
  for (const auto& each : columns_) {
    const auto held = each.from.at(row, memory_);
    if (!each.is_read || held.is_unknown()) continue;
    const auto& field = dictionary[each.field];
    value given = types::to_value(held, field.of);
    if (!each.is_yearly) {
      made.set(field.from->id.text, std::move(given));
      continue;
    }
    const value* before = made.find(field.from->id.text);
    auto years = before == nullptr ? value::context() : *before->get_if<value::context>();
    years.emplace_back(std::to_string(each.year), std::move(given));
    made.set(field.from->id.text, std::move(years));
  }
  return made;
}

}  // namespace sudui::ingest
