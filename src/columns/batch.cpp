// From profiles to columns, by the same binding of names and types as for one company. A field that
// the dictionary reads as 0, false or an empty list where it is missing is so in its column.
//
// Tested by tests/unit/columns/batch_test.cpp.

#include "columns/batch.hpp"

#include <utility>

namespace sudui::columns {

using values::cell;

batch::batch(std::shared_ptr<const plan::plan> of)
    : plan_(std::move(of)), layout_(layout_of(*plan_)), open_(layout_, *plan_) {
  for (const auto& each : layout_.places) {
    auto& made = companies_.columns.emplace_back(each.kind);
    made.is_known_unwritten = plan_->inputs[each.input].missing != model::absence::unknown;
  }
  for (std::uint32_t i = 0; i < layout_.asks_any_year.size(); ++i) {
    if (layout_.asks_any_year[i]) years_[i];
  }
}

void batch::clear() {
  open_.clear();
  companies_.clear();
  for (auto& [input, rows] : years_) rows.clear();
  odd_.clear();
  memory_.clear();
}

namespace {
cell absent(model::absence missing) {
  switch (missing) {
    case model::absence::zero:
      return cell::of(decimal(0));
    case model::absence::no:
      return cell::of(false);
    case model::absence::empty_list:
      return cell::of_list({});
    case model::absence::unknown:
      break;
  }
  return {};
}
}  // namespace

cell batch::given(const place& of, const decide::bound_input& from) const {
  const auto& in = plan_->inputs[of.input];
  if (!in.is_yearly) return from.is_given ? from.held : absent(in.missing);
  for (const auto& each : from.years) {
    if (each.year == of.year) return each.held;
  }
  return absent(in.missing);
}

// False where a figure is none that a column could hold.
bool batch::keep_years(std::uint32_t input, const decide::bound_input& from) {
  auto& row = years_[input].emplace_back();
  const auto kind = kind_of(*plan_->inputs[input].of);
  bool fits = true;
  for (const auto& each : from.years) {
    row.push_back({each.year, kept(each.held, memory_)});
    if (kind.of == form::number && each.held.is_known()) {
      fits = fits && to_scaled(each.held.number, kind.scale).has_value();
    }
  }
  return fits;
}

bool batch::append(std::span<const decide::bound_input> inputs) {
  open_.close();
  companies_.add_row();
  const auto row = companies_.rows++;
  bool fits = true;
  for (std::size_t i = 0; i < layout_.places.size(); ++i) {
    const auto& place = layout_.places[i];
    const auto held = given(place, inputs[place.input]);
    fits = columns::append(companies_.columns[i], row, held, memory_) && fits;
  }
  for (const auto& [input, rows] : years_) fits = keep_years(input, inputs[input]) && fits;
  return fits;
}

void batch::keep_whole(profile company) {
  odd_.emplace(static_cast<std::uint32_t>(rows() - 1), std::move(company));
}

void batch::append(const profile& company) {
  bound_.prepare(*plan_);
  decide::bind_profile(*plan_, company, bound_);
  if (!append(bound_.inputs)) keep_whole(company);
}

void batch::keep_row() {
  open_.keep(companies_);
  for (auto& [input, rows] : years_) {
    auto& made = rows.emplace_back();
    for (const auto& each : open_.years()) {
      if (each.input == input) made.push_back({each.held.year, kept(each.held.held, memory_)});
    }
  }
}

std::span<const decide::year_value> batch::years(std::uint32_t input, std::size_t row) const {
  return years_.at(input)[row];
}

}  // namespace sudui::columns
