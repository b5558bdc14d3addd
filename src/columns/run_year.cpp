// Yearly fields of a year that each row names, as decide/row.cpp looks them up: the year of a row
// that is unknown or null gives that, one that no calendar has gives null, and a year of which the
// company gives nothing is what the dictionary says of missing values.
//
// Tested by tests/unit/columns/years_test.cpp.

#include <algorithm>

#include "columns/range.hpp"
#include "columns/runner.hpp"
#include "values/coefficient.hpp"

namespace sudui::columns {

namespace {

bool is_year(std::int64_t year) { return year >= 1 && year <= 9999; }

lack lack_of(const numbers& from, std::size_t row) {
  if (from.known == nullptr || kernels::bit_at(from.known, row)) return lack::nothing;
  const bool is_null = from.null != nullptr && kernels::bit_at(from.null, row);
  return is_null ? lack::null : lack::unknown;
}

}  // namespace

// The greatest figure of all years, and whether columns could hold it. Companies that the row
// executor decides as a whole do not count.
void runner::measure_years() {
  const auto& odd = batch_->odd();
  for (auto& each : year_figures_) {
    each.greatest = 0;
    each.fits = true;
    for (std::uint32_t row = 0; row < batch_->rows(); ++row) {
      if (!odd.empty() && odd.contains(row)) continue;
      for (const auto& given : batch_->years(each.input, row)) {
        if (!given.held.is_known()) continue;
        const auto whole = to_scaled(given.held.number, each.scale);
        each.fits = each.fits && whole.has_value();
        const auto size = std::abs(whole.value_or(0));
        each.greatest = std::max(each.greatest, static_cast<std::uint64_t>(size));
      }
    }
  }
}

const runner::figures_of_years& runner::figures_of(const node& what) const {
  return *std::find_if(year_figures_.begin(), year_figures_.end(),
                       [&](const auto& each) { return each.input == what.column; });
}

// Null: the company gives nothing for the year.
const values::cell* runner::given_in(std::uint32_t input, std::size_t company,
                                     std::int64_t year) const {
  for (const auto& each : batch_->years(input, company)) {
    if (each.year == year) return &each.held;
  }
  return nullptr;
}

// Without a lack and a cell the value is what the dictionary has for missing ones.
runner::said_in_year runner::said_in(const node& what, std::int64_t figure, std::int64_t power,
                                     std::size_t company) const {
  const auto year = figure / power;
  if (year * power != figure || !is_year(year)) return {lack::null, nullptr};
  const auto* const held = given_in(what.column, company, year);
  if (held == nullptr) {
    const bool is_unknown = plan_.inputs[what.column].missing == model::absence::unknown;
    return {is_unknown ? lack::unknown : lack::nothing, nullptr};
  }
  if (held->is_null()) return {lack::null, nullptr};
  if (held->is_unknown()) return {lack::unknown, nullptr};
  return {lack::nothing, held};
}

// Calls `take(row, lack, cell)` for each row.
template <class Take>
void runner::each_in_year(const node& what, Take&& take) {
  const auto& where = extents_[what.frame];
  const auto& years = numbers_[what.a];
  const auto power = static_cast<std::int64_t>(values::power_of_ten(program_.nodes[what.a].scale));
  for (std::size_t row = 0; row < where.rows; ++row) {
    said_in_year said{lack_of(years, row), nullptr};
    if (said.lacks == lack::nothing) {
      const auto company = extents_[0].first + (what.frame == 0 ? row : where.parents[row]);
      said = said_in(what, years.values[row], power, company);
    }
    take(row, said.lacks, said.held);
  }
}

planes runner::flag_in_year(const node& what) {
  const auto words = extents_[what.frame].words;
  auto* yes = zeros(words);
  auto* maybe = zeros(words);
  auto* not_no = zeros(words);
  each_in_year(what, [&](std::size_t row, lack lacks, const values::cell* held) {
    const bool is_true = held != nullptr && held->is_true();
    if (is_true) kernels::set_bit(yes, row);
    if (is_true || lacks == lack::unknown) kernels::set_bit(maybe, row);
    if (is_true || lacks != lack::nothing) kernels::set_bit(not_no, row);
  });
  return {yes, maybe, not_no};
}

numbers runner::number_in_year(const node& what) {
  const auto& where = extents_[what.frame];
  auto* made = memory_.whole(where.rows);
  auto* known = zeros(where.words);
  auto* null = zeros(where.words);
  each_in_year(what, [&](std::size_t row, lack lacks, const values::cell* held) {
    const auto whole = held == nullptr ? 0 : to_scaled(held->number, what.scale).value_or(0);
    made[row] = whole;
    if (lacks == lack::nothing) kernels::set_bit(known, row);
    if (lacks == lack::null) kernels::set_bit(null, row);
  });
  return {made, known, null};
}

}  // namespace sudui::columns
