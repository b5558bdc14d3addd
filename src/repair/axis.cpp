// Values of one field, numbered, and companies with one value replaced.
//
// Positions are 64-bit whole numbers: 10^15 yuan in steps of a fen are 10^17 positions either way.
//
// Tested by tests/unit/repair/axis_test.cpp.

#include "repair/axis.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace sudui::repair {

value axis::at(std::int64_t position) const {
  if (of == form::flag) return position != 0;
  if (of == form::code) return codes[static_cast<std::size_t>(position)];
  const auto made = multiply(decimal(position), step);
  return made ? value(*made) : value();
}

decimal usual_step(const std::string& unit) {
  static constexpr std::array<std::string_view, 14> counted = {
      "人", "月", "年", "日", "天", "项", "件", "个", "家", "户", "台", "次", "名", "套"};
  if (unit.empty()) return decimal::scaled(1, -4);
  const bool is_counted = std::find(counted.begin(), counted.end(), unit) != counted.end();
  return is_counted ? decimal(1) : decimal::scaled(1, -2);
}

namespace {
// The position at or inside a bound.
std::optional<std::int64_t> position_of(const decimal& bound, const decimal& step, rounding mode) {
  const auto parts = divide(bound, step);
  const auto whole = parts ? round(*parts, 0, mode) : std::nullopt;
  return whole ? whole->to_int64() : std::nullopt;
}
}  // namespace

std::optional<axis> number_axis(std::optional<decimal> minimum, std::optional<decimal> maximum,
                                const decimal& step) {
  // Positions, and the difference of any two, fit into 64 bits.
  const auto furthest = multiply(decimal(4'000'000'000'000'000'000), step);
  const decimal far = furthest && *furthest < decimal(far_away) ? *furthest : decimal(far_away);
  const auto least = minimum && *minimum > negate(far) ? *minimum : negate(far);
  const auto most = maximum && *maximum < far ? *maximum : far;
  const auto low = position_of(least, step, rounding::ceiling);
  const auto high = position_of(most, step, rounding::floor);
  if (!low || !high || *low > *high) return std::nullopt;
  axis made;
  made.low = *low;
  made.high = *high;
  made.step = step;
  return made;
}

namespace {
const value* entry_of(const profile& company, const types::schema& dictionary,
                      std::uint32_t field) {
  const value* found = nullptr;
  for (const auto& entry : company.entries()) {
    if (dictionary.find(entry.name) == field) found = &entry.held;
  }
  return found;
}
}  // namespace

value held_by(const profile& company, const types::schema& dictionary, std::uint32_t field,
              std::optional<std::int32_t> year, std::int32_t assessment_year) {
  const value* found = entry_of(company, dictionary, field);
  if (found == nullptr) return {};
  if (!year) return *found;
  if (found->get_if<value::context>() == nullptr) {
    return *year == assessment_year ? *found : value();
  }
  const value* held = found->find(std::to_string(*year));
  return held == nullptr ? value() : *held;
}

profile with_value(const profile& company, const types::schema& dictionary, std::uint32_t field,
                   std::optional<std::int32_t> year, std::int32_t assessment_year, value to) {
  value whole = std::move(to);
  if (year) {
    value::context years;
    if (const value* found = entry_of(company, dictionary, field)) {
      if (const auto* given = found->get_if<value::context>()) {
        years = *given;
      } else if (!found->is_unknown()) {
        years.emplace_back(std::to_string(assessment_year), *found);
      }
    }
    const auto name = std::to_string(*year);
    std::erase_if(years, [&](const auto& each) { return each.first == name; });
    years.emplace_back(name, std::move(whole));
    whole = value(std::move(years));
  }
  profile made;
  for (const auto& entry : company.entries()) {
    if (dictionary.find(entry.name) != field) made.set(entry.name, entry.held);
  }
  made.set(dictionary[field].from->id.text, std::move(whole));
  return made;
}

}  // namespace sudui::repair
