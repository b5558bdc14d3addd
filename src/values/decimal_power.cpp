// Powers, exponentials and logarithms.
//
// A whole exponent is worked by repeated squaring on 76 digits, so everything that fits 34 digits
// comes out exact (1.05 ** 3, 10 ** 33), and anything else carries 42 digits more than are kept. A
// negative one divides 1 by the result, once, at the end. Other exponents go through e^(y ln x), on
// Boost's decimal floats of 100 digits: slow (tens of microseconds), deterministic, and rare in
// rules.
//
// Tested by tests/unit/values/decimal_power_test.cpp.

#include <boost/multiprecision/cpp_dec_float.hpp>
#include <ios>
#include <string>

#include "values/coefficient.hpp"
#include "values/decimal_functions.hpp"
#include "values/wide.hpp"

namespace sudui::values {
namespace {

using broad = wide_of<512>;
using real = bmp::number<bmp::cpp_dec_float<100>, bmp::et_off>;

constexpr int broad_precision = 76;
constexpr std::int64_t hopeless_exponent = 100000;  // no way back into the range from here

/// A magnitude of up to 76 digits; `inexact` once anything was cut off.
struct extended {
  broad magnitude;
  std::int64_t exponent = 0;
  bool inexact = false;

  [[nodiscard]] bool is_out_of_range() const {
    const auto first = exponent + digit_count(magnitude);
    return first > hopeless_exponent || first < -hopeless_exponent;
  }
};

extended multiply(const extended& a, const extended& b) {
  extended product{a.magnitude * b.magnitude, a.exponent + b.exponent, a.inexact || b.inexact};
  const int surplus = digit_count(product.magnitude) - broad_precision;
  if (surplus > 0) {
    broad quotient;
    broad rest;
    divide_qr(product.magnitude, wide_power_of_ten<broad>(surplus), quotient, rest);
    product = {quotient, product.exponent + surplus, product.inexact || !rest.is_zero()};
  }
  return product;
}

std::optional<extended> raise(extended base, std::uint64_t times) {
  extended result{1};
  for (;;) {
    if ((times & 1) != 0) result = multiply(result, base);
    if (result.is_out_of_range()) return std::nullopt;
    times >>= 1;
    if (times == 0) return result;
    base = multiply(base, base);
    if (base.is_out_of_range()) return std::nullopt;
  }
}

std::optional<decimal> reciprocal(const extended& number, bool negative) {
  const int scale = digit_count(number.magnitude) + precision + 1;
  broad quotient;
  broad rest;
  divide_qr(wide_power_of_ten<broad>(scale), number.magnitude, quotient, rest);
  const bool inexact = number.inexact || !rest.is_zero();
  const auto result = fit_wide(negative, quotient, -scale - number.exponent, inexact);
  if (!result || inexact) return result;
  return strip_zeros(*result, -std::int64_t{result->exponent()});
}

std::optional<decimal> whole_power(const decimal& base, std::int64_t exponent, bool negative) {
  const auto plain = strip_zeros(base, precision);  // fewer digits, more room to be exact
  const auto bits = static_cast<std::uint64_t>(exponent);
  const auto result =
      raise({widen<broad>(magnitude_of(plain)), plain.exponent()}, exponent < 0 ? ~bits + 1 : bits);
  if (!result) return std::nullopt;
  if (exponent < 0) return reciprocal(*result, negative);
  return fit_wide(negative, result->magnitude, result->exponent, result->inexact);
}

/// Two halves of 17 digits, since a real is made from 64 bits.
real to_real(const decimal& number) {
  const auto magnitude = magnitude_of(number);
  const auto half = static_cast<std::uint64_t>(power_of_ten(17));
  real result = static_cast<std::uint64_t>(magnitude / half);
  result = result * half + static_cast<std::uint64_t>(magnitude % half);
  result *= pow(real(10), number.exponent());
  return number.is_negative() ? real(-result) : result;
}

/// Rounded to 34 digits; zeros at the end of a whole or short result are dropped.
std::optional<decimal> to_decimal(const real& number) {
  const auto read = decimal::parse(number.str(precision - 1, std::ios::scientific));
  if (!read) return std::nullopt;
  return strip_zeros(*read, -std::int64_t{read->exponent()});
}

std::optional<decimal> exponential_of(const real& number) {
  if (abs(number) > 15000) return std::nullopt;  // ln(10^6144) is 14147.1
  return to_decimal(exp(number));
}

bool is_odd(const decimal& whole) noexcept {
  const auto rest = modulo(whole, 2);
  return rest && !rest->is_zero();
}

}  // namespace

std::optional<decimal> power(const decimal& base, const decimal& exponent) {
  if (exponent.is_zero()) return decimal(1);
  if (base.is_zero()) return decimal(0);
  const bool negative = base.is_negative() && is_odd(exponent);
  if (base == 1 || base == -1) return decimal(negative ? -1 : 1);
  if (const auto whole = exponent.to_int64()) return whole_power(base, *whole, negative);
  const auto magnitude = base.is_negative() ? negate(base) : base;
  const auto result = exponential_of(to_real(exponent) * log(to_real(magnitude)));
  return result && negative ? negate(*result) : result;
}

std::optional<decimal> exponential(const decimal& number) {
  return exponential_of(to_real(number));
}

std::optional<decimal> logarithm(const decimal& number) { return to_decimal(log(to_real(number))); }

}  // namespace sudui::values
