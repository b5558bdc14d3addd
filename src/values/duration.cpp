// Durations in ISO 8601 form, read and written.
//
// The reader walks a list of units in their fixed order (Y M, or D T H M S); each number takes the
// first unit left that fits its letter, so `PT1M2H` and `P1Y2D` fall through and are refused. At
// least one number must be there, and after a `T` at least one more. Numbers may exceed their unit
// (`PT90M`); the text written is normalised, as FEEL's string() has it.
//
// Tested by tests/unit/values/duration_test.cpp.

#include "values/duration.hpp"

#include <array>
#include <span>

namespace sudui::values {
namespace {

struct unit {
  char letter;
  std::int64_t size;
};

constexpr std::array<unit, 2> month_units{{{'Y', 12}, {'M', 1}}};
constexpr std::array<unit, 1> day_units{{{'D', seconds_per_day}}};
constexpr std::array<unit, 3> time_units{{{'H', 3600}, {'M', 60}, {'S', 1}}};

/// A cursor over the text that adds up amounts; `failed_` is final.
class duration_reader {
 public:
  explicit duration_reader(std::string_view text) noexcept : rest_(text) {
    negative_ = take('-');
    failed_ = !take('P');
  }

  bool take(char letter) noexcept {
    if (rest_.empty() || rest_.front() != letter) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// Reads numbers with the units given, in their order; counts them.
  int take_units(std::span<const unit> units) noexcept {
    int count = 0;
    while (!failed_ && !rest_.empty() && rest_.front() != 'T') {
      const auto amount = take_number();
      while (!units.empty() && !take(units.front().letter)) units = units.subspan(1);
      if (failed_ || units.empty()) {
        failed_ = true;
        return 0;
      }
      failed_ = fraction_ && units.front().letter != 'S';
      add(amount, units.front().size);
      units = units.subspan(1);
      ++count;
    }
    return count;
  }

  [[nodiscard]] std::optional<std::int64_t> finish(int count) const noexcept {
    if (failed_ || count == 0 || !rest_.empty()) return std::nullopt;
    return negative_ ? -total_ : total_;
  }

  [[nodiscard]] std::int32_t nanos() const noexcept { return nanos_; }

 private:
  static bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

  std::int64_t take_number() noexcept {
    if (rest_.empty() || !is_digit(rest_.front())) failed_ = true;
    std::int64_t number = 0;
    for (; !rest_.empty() && is_digit(rest_.front()); rest_.remove_prefix(1)) {
      failed_ = failed_ || __builtin_mul_overflow(number, 10, &number) ||
                __builtin_add_overflow(number, rest_.front() - '0', &number);
    }
    fraction_ = take('.');
    if (fraction_) take_fraction();
    return number;
  }

  /// Nothing is cut off: a tenth digit fails. `PT5.S` has none, and is what XPath takes.
  void take_fraction() noexcept {
    std::int32_t unit = 100'000'000;
    for (; !rest_.empty() && is_digit(rest_.front()); rest_.remove_prefix(1), unit /= 10) {
      nanos_ += (rest_.front() - '0') * unit;
      failed_ = failed_ || (unit == 0 && rest_.front() != '0');
    }
  }

  void add(std::int64_t amount, std::int64_t size) noexcept {
    failed_ = failed_ || __builtin_mul_overflow(amount, size, &amount) ||
              __builtin_add_overflow(total_, amount, &total_);
  }

  std::string_view rest_;
  std::int64_t total_ = 0;
  std::int32_t nanos_ = 0;
  bool negative_ = false;
  bool fraction_ = false;
  bool failed_ = false;
};

// Also of the least number, which has no positive one beside it.
std::uint64_t magnitude(std::int64_t length) noexcept {
  const auto bits = static_cast<std::uint64_t>(length);
  return length < 0 ? ~bits + 1 : bits;
}

void append(std::string& text, std::uint64_t amount, char letter) {
  if (amount == 0) return;
  text += std::to_string(amount);
  text += letter;
}

}  // namespace

namespace {

std::optional<ticks> read_days(std::string_view text) noexcept {
  duration_reader reader(text);
  int count = reader.take_units(day_units);
  if (reader.take('T')) {
    const int times = reader.take_units(time_units);
    count = times == 0 ? 0 : count + times;
  }
  const auto seconds = reader.finish(count);
  if (!seconds) return std::nullopt;
  ticks made{*seconds, reader.nanos(), ticks::no_offset};
  if (text.front() == '-' && made.nanos != 0) {
    if (made.count == INT64_MIN) return std::nullopt;
    --made.count;
    made.nanos = 1'000'000'000 - made.nanos;
  }
  return made;
}

}  // namespace

std::optional<std::int64_t> parse_days(std::string_view text) noexcept {
  const auto made = read_days(text);
  if (!made || made->nanos != 0) return std::nullopt;
  return made->count;
}

std::optional<ticks> parse_lapse(std::string_view text) noexcept { return read_days(text); }

std::optional<std::int64_t> parse_months(std::string_view text) noexcept {
  duration_reader reader(text);
  const int count = reader.take_units(month_units);
  return reader.finish(count);
}

// Normalised: whole days, then hours, minutes, seconds; what is zero is left out.
std::string days_text(std::int64_t seconds, std::int32_t nanos) {
  if (seconds == 0 && nanos == 0) return "PT0S";
  constexpr std::uint64_t day = seconds_per_day;
  const bool borrows = seconds < 0 && nanos != 0;  // -0.25 s is -1 s and 0.75 s upwards
  const auto amount = magnitude(seconds) - (borrows ? 1 : 0);
  const auto rest = borrows ? 1'000'000'000 - nanos : nanos;
  std::string text = seconds < 0 ? "-P" : "P";
  append(text, amount / day, 'D');
  if (amount % day == 0 && rest == 0) return text;
  text += 'T';
  append(text, amount % day / 3600, 'H');
  append(text, amount % 3600 / 60, 'M');
  if (rest == 0) {
    append(text, amount % 60, 'S');
    return text;
  }
  return text + std::to_string(amount % 60) + fraction_text(rest) + 'S';
}

std::string fraction_text(std::int32_t nanos) {
  if (nanos == 0) return {};
  auto digits = std::to_string(1'000'000'000 + nanos);  // the first digit keeps the zeros
  digits.erase(digits.find_last_not_of('0') + 1);
  digits.front() = '.';
  return digits;
}

std::string months_text(std::int64_t months) {
  if (months == 0) return "P0M";
  const auto amount = magnitude(months);
  std::string text = months < 0 ? "-P" : "P";
  append(text, amount / 12, 'Y');
  append(text, amount % 12, 'M');
  return text;
}

}  // namespace sudui::values
