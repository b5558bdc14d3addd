#include "support/oracle_value.hpp"

#include <algorithm>

namespace oracle {

namespace {

using boost::multiprecision::cpp_int;

cpp_int power_of_ten(int exponent) {
  cpp_int made = 1;
  for (int i = 0; i < exponent; ++i) made *= 10;
  return made;
}

rational scaled(const rational& from, int places) {
  if (places >= 0) return from * rational(power_of_ten(places));
  // Over a rational: Boost 1.81 divides 1 by an integer wrongly.
  return from / rational(power_of_ten(-places));
}

cpp_int floor_of(const rational& from) {
  const cpp_int above = boost::multiprecision::numerator(from);
  const cpp_int below = boost::multiprecision::denominator(from);
  cpp_int quotient = above / below;
  if (above < 0 && quotient * below != above) --quotient;
  return quotient;
}

bool takes_upper(const rational& rest, const cpp_int& low, bool negative, sudui::rounding mode) {
  const rational half(1, 2);
  switch (mode) {
    case sudui::rounding::floor:
      return false;
    case sudui::rounding::ceiling:
      return rest > 0;
    case sudui::rounding::down:
      return negative && rest > 0;
    case sudui::rounding::up:
      return !negative && rest > 0;
    case sudui::rounding::half_up:
      return negative ? rest > half : rest >= half;
    case sudui::rounding::half_down:
      return negative ? rest >= half : rest > half;
    case sudui::rounding::half_even:
      return rest > half || (rest == half && low % 2 != 0);
  }
  return false;
}

// Digits before the point; zero or negative for a fraction below one.
int magnitude(const rational& from) {
  rational size = from < 0 ? -from : from;
  int digits = 0;
  while (size >= 1) {
    size /= 10;
    ++digits;
  }
  while (size != 0 && size * 10 < 1) {
    size *= 10;
    --digits;
  }
  return digits;
}

}  // namespace

thing unknown(std::set<std::string> missing) {
  thing made;
  made.missing = std::move(missing);
  return made;
}

thing null() {
  thing made;
  made.is = sort::null;
  return made;
}

thing truth(bool flag) {
  thing made;
  made.is = sort::boolean;
  made.flag = flag;
  return made;
}

thing number(rational exact) {
  thing made;
  made.is = sort::number;
  made.number = rounded(exact);
  return made;
}

rational rounded(const rational& from, int places, sudui::rounding mode) {
  const rational at = scaled(from, places);
  cpp_int low = floor_of(at);
  const rational rest = at - rational(low);
  if (takes_upper(rest, low, from < 0, mode)) ++low;
  return scaled(rational(low), -places);
}

rational rounded(const rational& from) {
  if (from == 0) return from;
  return rounded(from, 34 - magnitude(from), sudui::rounding::half_even);
}

rational to_rational(const sudui::decimal& from) {
  cpp_int coefficient = from.high();
  coefficient <<= 64;
  coefficient |= from.low();
  if ((from.high() >> 63) != 0) coefficient -= cpp_int(1) << 128;
  return scaled(rational(coefficient), from.exponent());
}

std::string text_of(const rational& from) {
  int places = 0;
  while (boost::multiprecision::denominator(scaled(from, places)) != 1) ++places;
  const cpp_int digits = boost::multiprecision::numerator(scaled(from, places));
  std::string made = (digits < 0 ? cpp_int(-digits) : digits).str();
  if (places > 0) {
    const auto width = static_cast<std::size_t>(places) + 1;
    if (made.size() < width) made.insert(0, width - made.size(), '0');
    made.insert(made.size() - static_cast<std::size_t>(places), ".");
  }
  return from < 0 ? "-" + made : made;
}

std::int64_t day_number(int year, int month, int day) {
  const auto leap = [](int y) { return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0; };
  std::int64_t days = 0;
  for (int y = 1970; y < year; ++y) days += leap(y) ? 366 : 365;
  for (int y = year; y < 1970; ++y) days -= leap(y) ? 366 : 365;
  const int lengths[] = {31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  for (int m = 1; m < month; ++m) days += lengths[m - 1];
  return days + day - 1;
}

namespace {
struct reader {
  const std::string& missing;
  thing operator()(const sudui::value::unknown_type&) const { return unknown({missing}); }
  thing operator()(const sudui::value::null_type&) const { return null(); }
  thing operator()(bool flag) const { return truth(flag); }
  thing operator()(const sudui::decimal& held) const { return number(to_rational(held)); }
  thing operator()(const std::string& text) const {
    thing made;
    made.is = sort::string;
    made.text = text;
    return made;
  }
  thing operator()(const sudui::date& day) const {
    thing made;
    made.is = sort::date;
    made.count = day_number(static_cast<int>(day.year()), static_cast<int>(unsigned(day.month())),
                            static_cast<int>(unsigned(day.day())));
    return made;
  }
  thing operator()(const sudui::days_duration& length) const {
    thing made;
    made.is = sort::days;
    made.count = length.seconds;
    return made;
  }
  thing operator()(const sudui::months_duration& length) const {
    thing made;
    made.is = sort::months;
    made.count = length.months;
    return made;
  }
  // No field holds these: an input of such a type does not reach the oracle.
  thing operator()(const sudui::time_of_day&) const { return unknown({missing}); }
  thing operator()(const sudui::date_time&) const { return unknown({missing}); }
  thing operator()(const sudui::value::range&) const { return unknown({missing}); }
  thing operator()(const sudui::value::list& items) const {
    thing made;
    made.is = sort::list;
    for (const auto& item : items) made.items.push_back(from_value(item, missing));
    return made;
  }
  thing operator()(const sudui::value::context& entries) const {
    thing made;
    made.is = sort::record;
    for (const auto& [name, held] : entries) {
      made.names.push_back(name);
      made.items.push_back(from_value(held, missing));
    }
    return made;
  }
};
}  // namespace

thing from_value(const sudui::value& held, const std::string& missing) {
  return std::visit(reader{missing}, held.held());
}

}  // namespace oracle
