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

/// A length of time in days and time; whole seconds.
struct days_duration {
  std::int64_t seconds = 0;
  friend auto operator<=>(const days_duration&, const days_duration&) = default;
};
/// A length of time in years and months; whole months.
struct months_duration {
  std::int64_t months = 0;
  friend auto operator<=>(const months_duration&, const months_duration&) = default;
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
  using context = std::vector<std::pair<std::string, value>>;  ///< in the order written
  using variant = std::variant<unknown_type, null_type, bool, decimal, std::string, date,
                               days_duration, months_duration, list, context>;

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
