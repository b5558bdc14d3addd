// Text, order and whole numbers of decimals.
//
// The same value may be written with different exponents (1.0 and 1.00 keep their scale), so that
// sums of money stay on the quick way; the order and the text look through that. Two numbers are
// compared without arithmetic wherever signs or the place of the first digit differ; else the one
// with the larger exponent is scaled up to the same number of digits, at most 34, which is exact.
//
// The text never has an exponent or a needless zero: 1e3 is `1000`, 2.50 is `2.5`. Only a number
// that no operation can yield (made with `scaled` and a wild exponent) is written as `1e99999`.
//
// Tested by tests/unit/values/decimal_text_test.cpp and decimal_test.cpp.

#include <sudui/decimal.hpp>

#include "values/coefficient.hpp"

namespace sudui {
inline namespace v1 {
namespace {

namespace vs = sudui::values;

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Reads digits and keeps 34 significant ones; zeros at the end wait until a digit follows.
class digit_reader {
 public:
  /// False where a 35th significant digit comes.
  bool take(char digit) noexcept {
    if (digit == '0') {
      if (magnitude_ != 0) ++zeros_;
      return true;
    }
    return flush(digit);
  }

  /// The number; zeros that still fit become digits, so that `12.50` keeps its two places.
  std::optional<decimal> finish(bool negative, std::int64_t exponent) noexcept {
    if (digits_ + zeros_ <= vs::precision) {
      magnitude_ *= vs::power_of_ten(static_cast<int>(zeros_));
      zeros_ = 0;
    }
    return vs::fit(negative, magnitude_, exponent + zeros_);
  }

 private:
  bool flush(char digit) noexcept {
    if (digits_ + zeros_ >= vs::precision) return false;
    const auto step = static_cast<int>(zeros_) + 1;
    magnitude_ = magnitude_ * vs::power_of_ten(step) + static_cast<unsigned>(digit - '0');
    digits_ += step;
    zeros_ = 0;
    return true;
  }

  vs::uint128 magnitude_ = 0;
  std::int64_t digits_ = 0;
  std::int64_t zeros_ = 0;
};

/// The number after `e`; capped far outside the range, so that zeros may still pass.
std::optional<std::int64_t> read_exponent(std::string_view text) noexcept {
  const bool negative = !text.empty() && text.front() == '-';
  if (!text.empty() && (negative || text.front() == '+')) text.remove_prefix(1);
  if (text.empty()) return std::nullopt;
  std::int64_t exponent = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    exponent = std::min<std::int64_t>(exponent * 10 + (c - '0'), 1'000'000'000'000);
  }
  return negative ? -exponent : exponent;
}

/// Digits of a magnitude below 2^128, most significant first; empty for zero.
std::string digits_of(vs::uint128 magnitude) {
  char buffer[40];
  char* const end = buffer + sizeof buffer;
  char* at = end;
  for (; magnitude != 0; magnitude /= 10) *--at = static_cast<char>('0' + int(magnitude % 10));
  return {at, end};
}

bool is_writable(std::int64_t exponent) noexcept {
  return exponent >= vs::lowest_exponent - vs::precision && exponent <= vs::highest_exponent;
}

/// Digits with the point set: ("125", -2) is `1.25`, ("5", -3) is `0.005`, ("5", 2) is `500`.
std::string place_point(std::string digits, std::int64_t exponent) {
  if (exponent >= 0) return digits.append(static_cast<std::size_t>(exponent), '0');
  const auto places = static_cast<std::size_t>(-exponent);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  digits.insert(digits.size() - places, 1, '.');
  return digits;
}

}  // namespace

std::optional<decimal> decimal::parse(std::string_view text) noexcept {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  digit_reader reader;
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) {
    if (!reader.take(text[at++])) return std::nullopt;
  }
  std::size_t places = 0;
  if (at < text.size() && text[at] == '.') {
    const auto start = ++at;
    while (at < text.size() && is_digit(text[at])) {
      if (!reader.take(text[at++])) return std::nullopt;
    }
    places = at - start;
    if (places == 0) return std::nullopt;
  }
  if (at == 0) return std::nullopt;
  std::int64_t exponent = 0;
  if (at < text.size()) {
    if (text[at] != 'e' && text[at] != 'E') return std::nullopt;
    const auto read = read_exponent(text.substr(at + 1));
    if (!read) return std::nullopt;
    exponent = *read;
  }
  return reader.finish(negative, exponent - static_cast<std::int64_t>(places));
}

std::string decimal::to_string() const {
  if (is_zero()) return "0";
  const auto plain = values::strip_zeros(*this, 40);
  auto digits = digits_of(values::magnitude_of(plain));
  auto text = is_writable(plain.exponent())
                  ? place_point(std::move(digits), plain.exponent())
                  : digits.append("e").append(std::to_string(plain.exponent()));
  if (is_negative()) text.insert(0, 1, '-');
  return text;
}

std::string decimal::to_fixed(int places) const {
  places = std::clamp(places, 0, 6176);
  if (!is_writable(exponent_)) return to_string();
  const auto rounded = round(*this, places, rounding::half_up);
  const auto kept = rounded.value_or(*this);
  auto digits = digits_of(values::magnitude_of(kept));
  const auto padding = std::int64_t{kept.exponent()} + places;
  if (padding > 0 && !digits.empty()) digits.append(static_cast<std::size_t>(padding), '0');
  if (digits.empty()) digits = "0";
  auto text = place_point(std::move(digits), -std::int64_t{places});
  if (kept.is_negative()) text.insert(0, 1, '-');
  return text;
}

bool decimal::is_integer() const noexcept {
  if (exponent_ >= 0 || is_zero()) return true;
  if (exponent_ < -values::precision) return false;
  return values::magnitude_of(*this) % values::power_of_ten(-exponent_) == 0;
}

std::optional<std::int64_t> decimal::to_int64() const noexcept {
  if (is_zero()) return 0;
  if (!is_integer()) return std::nullopt;
  auto magnitude = values::magnitude_of(*this);
  if (exponent_ < 0) {
    magnitude /= values::power_of_ten(-exponent_);
  } else if (exponent_ > 18 || values::digit_count(magnitude) + exponent_ > 19) {
    return std::nullopt;
  } else {
    magnitude *= values::power_of_ten(exponent_);
  }
  const auto limit = (values::uint128{1} << 63) - (is_negative() ? 0U : 1U);
  if (magnitude > limit) return std::nullopt;
  const auto bits = static_cast<std::uint64_t>(magnitude);
  return static_cast<std::int64_t>(is_negative() ? ~bits + 1 : bits);
}

std::strong_ordering operator<=>(const decimal& a, const decimal& b) noexcept {
  if (a.exponent() == b.exponent()) return vs::coefficient_of(a) <=> vs::coefficient_of(b);
  const auto sign_of = [](const decimal& x) { return x.is_negative() ? -1 : x.is_zero() ? 0 : 1; };
  if (sign_of(a) != sign_of(b)) return sign_of(a) <=> sign_of(b);
  if (a.is_zero()) return std::strong_ordering::equal;
  const bool swapped = a.exponent() < b.exponent();  // `high` has the larger exponent
  const decimal& high = swapped ? b : a;
  const decimal& low = swapped ? a : b;
  const auto top = vs::magnitude_of(high);
  const auto bottom = vs::magnitude_of(low);
  const auto surplus = vs::digit_count(bottom) - vs::digit_count(top);
  const auto shift = std::int64_t{high.exponent()} - low.exponent();
  auto order = shift <=> surplus;
  if (order == 0) order = top * vs::power_of_ten(surplus) <=> bottom;
  return swapped == a.is_negative() ? order : 0 <=> order;
}

}  // namespace v1
}  // namespace sudui
