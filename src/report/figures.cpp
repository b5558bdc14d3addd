// Numbers for people. JSON has every digit; here a figure is made to be read: grouped by three,
// money with two places, ratios in percent.
//
// A ratio near its limit must not be rounded into it: 4.996 % against 5 % is not shown as `5.00 %`,
// but with as many places as it takes to see that it is less.
//
// Tested by tests/unit/report/figures_test.cpp.
#include "report/figures.hpp"

#include <algorithm>
#include <optional>

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

std::string list_of(const value::list& items, language in) {
  return std::to_string(items.size()) +
         std::string(say(in, " 项", items.size() == 1 ? " item" : " items"));
}

}  // namespace

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

std::string money(const decimal& number, int places) {
  return grouped(number.to_fixed(std::max(places, 0)));
}

std::string figure(const decimal& number, std::string_view unit) {
  const std::string exact = number.to_string();
  const std::size_t places = places_of(exact);
  std::string out;
  if (places > most_places) {
    out = "≈ " + grouped(number.to_fixed(most_places));
  } else {
    out = is_money(unit) && places < 2 ? grouped(number.to_fixed(2)) : grouped(exact);
  }
  return unit.empty() ? out : out.append(" ").append(unit);
}

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
  if (const auto* items = what.get_if<value::list>()) return list_of(*items, in);
  return to_string(what);
}

}  // namespace sudui::report
