#pragma once

// Values of the oracle: slow, owning, and nothing of the library's own arithmetic. Numbers are
// rationals, rounded to 34 significant digits after each operation as FEEL asks; the quotient a
// division was asked for is kept beside the rounded one, for comparisons are exact.

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <sudui/value.hpp>

namespace oracle {

using rational = boost::multiprecision::cpp_rational;

enum class sort : std::uint8_t {
  unknown,
  null,
  boolean,
  number,
  string,
  date,
  days,
  months,
  list,
  record
};

struct thing {
  sort is = sort::unknown;
  std::set<std::string> missing;  // of an unknown
  bool flag = false;
  rational number;
  std::optional<rational> exact;  // of a quotient, before rounding
  std::int64_t count = 0;         // days since 1970, seconds, months
  std::string text;
  std::vector<thing> items;
  std::vector<std::string> names;  // of a record's members

  [[nodiscard]] bool known() const { return is != sort::unknown && is != sort::null; }
};

[[nodiscard]] thing unknown(std::set<std::string> missing);
[[nodiscard]] thing null();
[[nodiscard]] thing truth(bool flag);
[[nodiscard]] thing number(rational exact);  // rounded
[[nodiscard]] rational to_rational(const sudui::decimal& from);
[[nodiscard]] rational rounded(const rational& from);  // to 34 significant digits, half even
[[nodiscard]] rational rounded(const rational& from, int places, sudui::rounding mode);
[[nodiscard]] std::string text_of(const rational& from);  // as sudui::decimal prints it

/// A day as a count from 1970-01-01, by counting years and months.
[[nodiscard]] std::int64_t day_number(int year, int month, int day);
[[nodiscard]] thing from_value(const sudui::value& held, const std::string& missing);

}  // namespace oracle
