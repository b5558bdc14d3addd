#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <sudui/decimal.hpp>
#include <sudui/profile.hpp>
#include <sudui/value.hpp>

#include "types/schema.hpp"

namespace sudui::repair {

/// One field, of a yearly one in one year, and the values it may take, numbered.
struct axis {
  enum class form : std::uint8_t { number, flag, code };
  std::uint32_t field = 0;  // of the dictionary
  std::uint32_t input = 0;  // of the plan
  std::optional<std::int32_t> year;
  form of = form::number;
  std::int64_t low = 0, high = 0;  // positions, both included
  decimal step{1};                 // a number at position p is p * step
  std::vector<std::string> codes;

  [[nodiscard]] value at(std::int64_t position) const;
};

/// Bounds of a field that has none: 10^15 of its base unit either way.
inline constexpr std::int64_t far_away = 1'000'000'000'000'000;

/// The grid on which a number of that unit moves when nobody says otherwise.
[[nodiscard]] decimal usual_step(const std::string& unit);

/// The axis of a number between bounds; empty where no position lies between them or they are too
/// many for 64 bits.
[[nodiscard]] std::optional<axis> number_axis(std::optional<decimal> minimum,
                                              std::optional<decimal> maximum, const decimal& step);

/// What the company has of a field: in a year, of a yearly one; names and labels are both read, the
/// last entry counts. Unknown where it has nothing.
[[nodiscard]] value held_by(const profile& company, const types::schema& dictionary,
                            std::uint32_t field, std::optional<std::int32_t> year,
                            std::int32_t assessment_year);

/// The company with one value replaced: other years stay.
[[nodiscard]] profile with_value(const profile& company, const types::schema& dictionary,
                                 std::uint32_t field, std::optional<std::int32_t> year,
                                 std::int32_t assessment_year, value to);

}  // namespace sudui::repair
