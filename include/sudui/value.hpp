#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <sudui/decimal.hpp>
#include <sudui/export.hpp>

namespace sudui {
inline namespace v1 {

using date = std::chrono::year_month_day;

/// A length of time in days and time: seconds, and nanoseconds (0 to 999,999,999) upwards from
/// them, also where the seconds are negative.
struct days_duration {
  std::int64_t seconds = 0;
  std::int32_t nanoseconds = 0;
  friend auto operator<=>(const days_duration&, const days_duration&) = default;
};
/// A length of time in years and months; whole months.
struct months_duration {
  std::int64_t months = 0;
  friend auto operator<=>(const months_duration&, const months_duration&) = default;
};

/// A time of day, on a clock with an offset from UTC or on one without.
struct time_of_day {
  std::int32_t second = 0;             ///< of the day, 0 to 86,399
  std::int32_t nanosecond = 0;         ///< 0 to 999,999,999
  std::optional<std::int32_t> offset;  ///< in seconds, east of UTC
  friend bool operator==(const time_of_day&, const time_of_day&) = default;
};
/// A day and a time of it, on the same clock.
struct date_time {
  date day;
  time_of_day time;
  friend bool operator==(const date_time&, const date_time&) = default;
};
/// How a range was written, which ends it holds.
struct range_form {
  bool open_low = false;   ///< the low end is not in it
  bool open_high = false;  ///< the high end is not in it
  enum class style : std::uint8_t {
    interval,   ///< `[1..5]`
    relation,   ///< `(< 5)`, one end only
    equal,      ///< `(= 5)`
    not_equal,  ///< `(!= 5)`
  };
  style written = style::interval;
  friend bool operator==(const range_form&, const range_form&) = default;
};

/// What a profile holds and a formula yields. `unknown` (nobody has said) and `null` (there is no
/// such thing) differ: see docs/rule-language.md. Copies own their contents.
class value {
 public:
  struct unknown_type {
    friend bool operator==(unknown_type, unknown_type) = default;
  };
  struct null_type {
    friend bool operator==(null_type, null_type) = default;
  };
  using list = std::vector<value>;
  /// All between two ends, or on one side of one.
  struct range {
    std::vector<value> ends;  ///< low and high; null where there is none
    range_form form;
    [[nodiscard]] SUDUI_API const value& low() const;
    [[nodiscard]] SUDUI_API const value& high() const;
    SUDUI_API friend bool operator==(const range& a, const range& b);
  };
  using context = std::vector<std::pair<std::string, value>>;  ///< in the order written
  using variant =
      std::variant<unknown_type, null_type, bool, decimal, std::string, date, days_duration,
                   months_duration, time_of_day, date_time, range, list, context>;

  value() noexcept = default;                           ///< unknown
  value(std::same_as<bool> auto flag) : held_(flag) {}  // NOLINT
  template <std::integral Int>
  requires(!std::same_as<Int, bool> && sizeof(Int) <= 8) value(Int whole)
      : held_(decimal(whole)) {}                              // NOLINT
  value(decimal number) : held_(number) {}                    // NOLINT
  value(const char* text) : held_(std::string(text)) {}       // NOLINT
  value(std::string text) : held_(std::move(text)) {}         // NOLINT
  value(std::string_view text) : held_(std::string(text)) {}  // NOLINT
  value(date day) : held_(day) {}                             // NOLINT
  value(days_duration length) : held_(length) {}              // NOLINT
  value(months_duration length) : held_(length) {}            // NOLINT
  value(time_of_day time) : held_(time) {}                    // NOLINT
  value(date_time moment) : held_(moment) {}                  // NOLINT
  value(range all) : held_(std::move(all)) {}                 // NOLINT
  value(list items) : held_(std::move(items)) {}              // NOLINT
  value(context entries) : held_(std::move(entries)) {}       // NOLINT
  [[nodiscard]] static value null() { return value(null_type{}); }

  [[nodiscard]] const variant& held() const noexcept { return held_; }
  [[nodiscard]] bool is_unknown() const noexcept { return held_.index() == 0; }
  [[nodiscard]] bool is_null() const noexcept { return held_.index() == 1; }
  template <class T>
  [[nodiscard]] const T* get_if() const noexcept {
    return std::get_if<T>(&held_);
  }
  /// The entry of a context, or nullptr.
  [[nodiscard]] SUDUI_API const value* find(std::string_view name) const noexcept;

  friend bool operator==(const value&, const value&) = default;

 private:
  explicit value(null_type none) : held_(none) {}
  variant held_;
};

/// FEEL text of the value: `3.5`, `"text"`, `date("2024-01-31")`, `[1, 2]`, `unknown`, `null`.
[[nodiscard]] SUDUI_API std::string to_string(const value& what);

/// Reads `2024-01-31`; nullopt if it is no such day of the calendar.
[[nodiscard]] SUDUI_API std::optional<date> parse_date(std::string_view text) noexcept;
[[nodiscard]] SUDUI_API std::string to_string(date day);

}  // namespace v1
}  // namespace sudui
