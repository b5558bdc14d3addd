#pragma once

#include <concepts>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include <sudui/decimal.hpp>
#include <sudui/value.hpp>

namespace sudui::values {

/// What a cell holds. Unknown comes first so that a zeroed cell is unknown, then null; whatever
/// lies above these two is known.
enum class kind : std::uint8_t {
  unknown,  // nobody has said; `why` is a node of missing inputs (values/missing)
  null,     // there is no such thing; `why` is a null_reason
  boolean,
  number,
  string,
  date,
  days,    // days and time duration, in seconds
  months,  // years and months duration, in months
  list,
  record,  // members by position, as its type says
  time,    // of a day, with or without an offset from UTC
  moment,  // date and time
  range,   // three items: low, high, and a number that says how it was written (values/range)
};

/// Why a value is null, for the explanation.
enum class null_reason : std::uint32_t {
  given,  // written as null, or declared not applicable
  division_by_zero,
  overflow,
  no_element,    // index outside the list, min or max of an empty list
  no_entry,      // a coded parameter has no such code
  bad_argument,  // a function's domain: square root of -1, date(2024, 2, 30), number("x")
  null_operand,  // an operand without a value in itself a null literal
  several_rows,  // of a decision table that lets one apply, or lets several agree
};

struct cell;
struct cells {  // a view; the memory is the scratch arena's, a plan's or a profile's
  const cell* data;
  std::uint32_t size;
};
struct characters {
  const char* data;
  std::uint32_t size;
};
/// A point or a length on a clock. Of a days duration: seconds and what is above them. Of a months
/// duration: months. Of a time: seconds of its day. Of a moment: seconds since 1970-01-01T00:00 on
/// the clock that shows it.
struct ticks {
  std::int64_t count = 0;
  std::int32_t nanos = 0;           // 0 .. 999,999,999, upwards also where the count is negative
  std::int32_t offset = no_offset;  // seconds east of UTC, of a time or a moment
  static constexpr std::int32_t no_offset = INT32_MIN;
  friend bool operator==(const ticks&, const ticks&) = default;
};

/// A value while matching: 32 bytes, trivially copyable, owns nothing.
struct cell {
  kind what = kind::unknown;
  std::uint32_t why = 0;
  union {
    decimal number;
    bool flag;
    std::int32_t day;  // days since 1970-01-01
    ticks clock;       // of a duration, a time or a moment
    characters text;
    cells items;  // of a list, a record or a range
  };

  constexpr cell() noexcept : number() {}
  [[nodiscard]] static cell unknown(std::uint32_t missing) noexcept;
  [[nodiscard]] static cell null(null_reason reason) noexcept;
  template <std::same_as<bool> Flag>  // nothing else may turn into a flag: no number, no pointer
  [[nodiscard]] static cell of(Flag flag) noexcept {
    return of_flag(flag);
  }
  [[nodiscard]] static cell of_flag(bool flag) noexcept;
  [[nodiscard]] static cell of(const decimal& number) noexcept;
  [[nodiscard]] static cell of(std::string_view text) noexcept;
  [[nodiscard]] static cell of_day(std::int32_t day) noexcept;
  [[nodiscard]] static cell of_days(std::int64_t seconds, std::int32_t nanos = 0) noexcept;
  [[nodiscard]] static cell of_months(std::int64_t months) noexcept;
  [[nodiscard]] static cell of_time(const ticks& clock) noexcept;
  [[nodiscard]] static cell of_moment(const ticks& clock) noexcept;
  [[nodiscard]] static cell of_list(std::span<const cell> items) noexcept;
  [[nodiscard]] static cell of_record(std::span<const cell> members) noexcept;
  [[nodiscard]] static cell of_range(std::span<const cell> parts) noexcept;

  [[nodiscard]] bool is_known() const noexcept { return what > kind::null; }
  [[nodiscard]] bool is_unknown() const noexcept { return what == kind::unknown; }
  [[nodiscard]] bool is_null() const noexcept { return what == kind::null; }
  [[nodiscard]] bool is_true() const noexcept { return what == kind::boolean && flag; }
  [[nodiscard]] bool is_false() const noexcept { return what == kind::boolean && !flag; }
  [[nodiscard]] std::string_view string() const noexcept { return {text.data, text.size}; }
  [[nodiscard]] std::span<const cell> list() const noexcept { return {items.data, items.size}; }
};
static_assert(std::is_trivially_copyable_v<cell>);
static_assert(sizeof(cell) == 32);

}  // namespace sudui::values
