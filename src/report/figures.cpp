// Numbers for people. JSON has every digit; here a figure is made to be read: grouped by three,
// money with two places, ratios in percent.
//
// A ratio near its limit must not be rounded into it: 4.996 % against 5 % is not shown as `5.00 %`,
// but with as many places as it takes to see that it is less.
//
// Tested by tests/unit/report/figures_test.cpp.
#include "report/figures.hpp"

#include <algorithm>
#include <cstdint>

#include "report/words.hpp"

namespace sudui::report {
namespace {

constexpr std::size_t most_places = 6;
constexpr int most_percent_places = 12;

bool is_money(std::string_view unit) { return unit == "元" || unit == "美元"; }

std::size_t places_of(std::string_view digits) {
  const std::size_t point = digits.find('.');
  return point == std::string_view::npos ? 0 : digits.size() - point - 1;
}

}  // namespace

// Commas every three digits before the point; behind it digits are left alone.
std::string grouped(std::string_view digits) {
  const std::size_t sign = digits.starts_with('-') ? 1 : 0;
  const std::size_t point = std::min(digits.find('.'), digits.size());
  std::string out(digits.substr(0, sign));
  for (std::size_t i = sign; i < point; ++i) {
    if (i > sign && (point - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return out.append(digits.substr(point));
}

// Always with the places of the benefit: 5 yuan are 5.00, also where the amount is whole.
std::string money(const decimal& number, int places) {
  return grouped(number.to_fixed(std::max(places, 0)));
}

namespace {

// A bare number up to 9999 may be a year and is not grouped.
std::string digits_of(const decimal& number, std::string_view unit) {
  const std::string exact = number.to_string();
  const std::size_t places = places_of(exact);
  if (places > most_places) return "≈ " + grouped(number.to_fixed(most_places));
  if (is_money(unit) && places < 2) return grouped(number.to_fixed(2));
  const bool is_small = exact.size() - places <= 4;
  return unit.empty() && is_small ? exact : grouped(exact);
}

// `6,700,000.00, 8,800,000.00 元` for a few numbers, else how many there are.
std::string list_of(const value::list& items, std::string_view unit, language in) {
  constexpr std::size_t few = 5;
  std::string numbers;
  for (const value& each : items) {
    const auto* number = each.get_if<decimal>();
    if (number == nullptr || items.size() > few) {
      numbers.clear();
      break;
    }
    const bool is_last = &each == &items.back();
    numbers += digits_of(*number, unit) + (is_last ? "" : ", ");
  }
  if (!numbers.empty()) return unit.empty() ? numbers : numbers.append(" ").append(unit);
  return std::to_string(items.size()) +
         std::string(say(in, " 项", items.size() == 1 ? " item" : " items"));
}

// FEEL writes a length as duration("P30D"); people count days, months and years.
std::string length_of(const days_duration& length, language in) {
  constexpr std::int64_t day = 86400;
  if (length.seconds % day != 0 || length.nanoseconds != 0) return to_string(value(length));
  return std::to_string(length.seconds / day) + std::string(say(in, " 天", " days"));
}

std::string length_of(const months_duration& length, language in) {
  if (length.months % 12 == 0) {
    return std::to_string(length.months / 12) + std::string(say(in, " 年", " years"));
  }
  return std::to_string(length.months) + std::string(say(in, " 个月", " months"));
}

}  // namespace

std::string figure(const decimal& number, std::string_view unit) {
  std::string out = digits_of(number, unit);
  return unit.empty() ? out : out.append(" ").append(unit);
}

// At least two places where the ratio has them, and more until it can be told from `other`; twelve
// are enough to tell any two that a person would compare.
std::string percent(const decimal& ratio, const decimal& other) {
  const auto in_percent = [](const decimal& from) {
    return multiply(from, decimal(100)).value_or(from);
  };
  const decimal shown_ratio = in_percent(ratio);
  const decimal shown_other = in_percent(other);
  if (places_of(shown_ratio.to_string()) <= 2) return grouped(shown_ratio.to_string()) + " %";
  int places = 2;
  while (places < most_percent_places && ratio != other &&
         shown_ratio.to_fixed(places) == shown_other.to_fixed(places)) {
    ++places;
  }
  return grouped(shown_ratio.to_fixed(places)) + " %";
}

// Any value as a person reads it. Texts are quoted, so that an empty one is seen.
std::string shown(const value& what, std::string_view unit, language in) {
  if (what.is_unknown()) return std::string(say(in, "未知", "unknown"));
  if (what.is_null()) return std::string(say(in, "空", "null"));
  if (const auto* number = what.get_if<decimal>()) return figure(*number, unit);
  if (const auto* flag = what.get_if<bool>()) {
    return std::string(*flag ? say(in, "是", "yes") : say(in, "否", "no"));
  }
  if (const auto* day = what.get_if<date>()) return to_string(*day);
  if (const auto* text = what.get_if<std::string>()) {
    return in == language::zh ? "「" + *text + "」" : '"' + *text + '"';
  }
  if (const auto* length = what.get_if<days_duration>()) return length_of(*length, in);
  if (const auto* length = what.get_if<months_duration>()) return length_of(*length, in);
  if (const auto* items = what.get_if<value::list>()) return list_of(*items, unit, in);
  return to_string(what);
}

}  // namespace sudui::report
