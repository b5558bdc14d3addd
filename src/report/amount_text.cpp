// Amounts for people. What is not known is said to be unknown and never shown as zero; an open end
// of an interval is an open end.
//
// Tested by tests/unit/report/amount_text_test.cpp.
#include "report/amount_text.hpp"

#include <sudui/report.hpp>

#include "report/figures.hpp"
#include "report/words.hpp"

namespace sudui::report {

std::string with_unit(std::string digits, const benefit& of) {
  return of.unit.empty() ? digits : digits.append(" ").append(of.unit);
}

// Both ends, or the one that is known with a word for the open side.
std::string interval_text(const amount& how_much, const benefit& of, language in) {
  const auto end = [&](const decimal& number) { return money(number, of.places); };
  if (how_much.low && how_much.high) {
    return with_unit(end(*how_much.low) + " - " + end(*how_much.high), of);
  }
  if (how_much.low) {
    return std::string(say(in, "至少 ", "at least ")) + with_unit(end(*how_much.low), of);
  }
  if (how_much.high) {
    return std::string(say(in, "至多 ", "at most ")) + with_unit(end(*how_much.high), of);
  }
  return std::string(say(in, "金额未知", "amount unknown"));
}

// What a company may apply for, at most. A lower end would read like a promise and is left out.
std::string discretionary_text(const amount& how_much, const benefit& of, language in) {
  const bool has_most =
      (how_much.is == amount::state::exact || how_much.is == amount::state::interval) &&
      how_much.high.has_value();
  const std::string_view may = say(in, "可申请", "may apply");
  if (!has_most) return std::string(may);
  return std::string(may)
      .append(say(in, "，最高 ", ", up to "))
      .append(with_unit(money(*how_much.high, of.places), of));
}

}  // namespace sudui::report

namespace sudui {
inline namespace v1 {

// A right has no amount and gives an empty text; what has none although it should says so.
std::string to_text(const amount& how_much, const benefit& of, language in) {
  switch (how_much.is) {
    case amount::state::exact:
      return report::with_unit(report::money(how_much.low.value_or(decimal()), of.places), of);
    case amount::state::interval:
      return report::interval_text(how_much, of, in);
    case amount::state::unknown:
      return std::string(report::say(in, "金额未知", "amount unknown"));
    case amount::state::null:
      return std::string(report::say(in, "无金额", "no amount"));
    case amount::state::none:
      break;
  }
  return {};
}

}  // namespace v1
}  // namespace sudui
