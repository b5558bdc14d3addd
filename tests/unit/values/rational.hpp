#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <ostream>
#include <random>

#include <sudui/decimal.hpp>

// A second opinion on decimals: exact fractions of unlimited integers, rounded by the definition.
// Slow and plain; shares nothing with the code under test but the parts of a decimal.
namespace sudui::tests {

using integer = boost::multiprecision::cpp_int;
using rational = boost::multiprecision::cpp_rational;

inline integer ten_to(std::int64_t n) {
  return boost::multiprecision::pow(integer(10), static_cast<unsigned>(n));
}

/// Fractions meet fractions only: Boost's mixed operators of fractions and integers are wrong
/// in 1.81.
inline rational scale(const rational& value, std::int64_t exponent) {
  if (exponent >= 0) return value * rational(ten_to(exponent));
  return value / rational(ten_to(-exponent));
}

inline rational exact(const decimal& number) {
  integer coefficient = number.high();
  coefficient = (coefficient << 64) + number.low();
  if (number.is_negative()) coefficient -= integer(1) << 128;
  return scale(rational(coefficient), number.exponent());
}

inline integer floor_of(const rational& value) {
  const integer top = numerator(value);
  const integer bottom = denominator(value);
  integer quotient = top / bottom;
  if (top < 0 && quotient * bottom != top) --quotient;
  return quotient;
}

inline bool is_odd(const integer& whole) { return bit_test(integer(abs(whole)), 0); }

/// The multiple of `unit` next to a value, an even one in a tie.
inline rational half_even(const rational& value, const rational& unit) {
  const rational steps = value / unit;
  integer whole = floor_of(steps);
  const rational rest = steps - rational(whole);
  const int order = rest.compare(rational(1, 2));
  if (order > 0 || (order == 0 && is_odd(whole))) ++whole;
  return rational(whole) * unit;
}

/// The value to 34 significant digits.
inline rational to_34(const rational& value) {
  if (value.is_zero()) return value;
  const rational magnitude = abs(value);
  const auto bits = static_cast<std::int64_t>(msb(numerator(magnitude))) -
                    static_cast<std::int64_t>(msb(denominator(magnitude)));
  auto first_digit = bits * 30103 / 100000 - 2;  // too low by a few at most
  while (magnitude.compare(scale(1, first_digit + 1)) >= 0) ++first_digit;
  return half_even(value, scale(1, first_digit - 33));
}

/// Boost's own == of fractions is not reliable in C++20.
inline bool same(const rational& a, const rational& b) { return a.compare(b) == 0; }

/// Coefficients of every length, not only long ones; exponents in the range of money and ratios.
class decimal_source {
 public:
  explicit decimal_source(std::uint64_t seed) : random_(seed) {}

  decimal next(int most_digits = 34, int most_exponent = 20) {
    const auto digits = std::uniform_int_distribution<int>(0, most_digits)(random_);
    std::string text = random_() % 2 == 0 ? "-" : "";
    text += '0';
    for (int at = 0; at < digits; ++at) text += static_cast<char>('0' + next_digit());
    text += "e" + std::to_string(
                      std::uniform_int_distribution<int>(-most_exponent, most_exponent)(random_));
    return decimal::parse(text).value();
  }

 private:
  /// Nines and zeros come often: they are what carries and ties are made of.
  int next_digit() {
    const auto draw = random_() % 14;
    return draw < 10 ? static_cast<int>(draw) : draw < 12 ? 9 : 0;
  }

  std::mt19937_64 random_;
};

inline decimal operator""_d(const char* text, std::size_t size) {
  return decimal::parse({text, size}).value();
}

}  // namespace sudui::tests

namespace sudui {
inline namespace v1 {
inline std::ostream& operator<<(std::ostream& out, const decimal& number) {
  return out << number.to_string();
}
}  // namespace v1
}  // namespace sudui
