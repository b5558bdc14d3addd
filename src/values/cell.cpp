// How cells are made: one function per kind, so that no member is ever set without its kind.
// Tested by tests/unit/values/cell_test.cpp.

#include "values/cell.hpp"

namespace sudui::values {
namespace {

cell empty(kind what, std::uint32_t why = 0) noexcept {
  cell made;
  made.what = what;
  made.why = why;
  return made;
}

cell sequence(kind what, std::span<const cell> items) noexcept {
  cell made = empty(what);
  made.items = {items.data(), static_cast<std::uint32_t>(items.size())};
  return made;
}

cell on_clock(kind what, const ticks& clock) noexcept {
  cell made = empty(what);
  made.clock = clock;
  return made;
}

}  // namespace

cell cell::unknown(std::uint32_t missing) noexcept { return empty(kind::unknown, missing); }

cell cell::null(null_reason reason) noexcept {
  return empty(kind::null, static_cast<std::uint32_t>(reason));
}

cell cell::of_flag(bool flag) noexcept {
  cell made = empty(kind::boolean);
  made.flag = flag;
  return made;
}

cell cell::of(const decimal& number) noexcept {
  cell made = empty(kind::number);
  made.number = number;
  return made;
}

cell cell::of(std::string_view text) noexcept {
  cell made = empty(kind::string);
  made.text = {text.data(), static_cast<std::uint32_t>(text.size())};
  return made;
}

cell cell::of_day(std::int32_t day) noexcept {
  cell made = empty(kind::date);
  made.day = day;
  return made;
}

cell cell::of_days(std::int64_t seconds, std::int32_t nanos) noexcept {
  return on_clock(kind::days, {seconds, nanos, ticks::no_offset});
}

cell cell::of_months(std::int64_t months) noexcept {
  return on_clock(kind::months, {months, 0, ticks::no_offset});
}

cell cell::of_time(const ticks& clock) noexcept { return on_clock(kind::time, clock); }

cell cell::of_moment(const ticks& clock) noexcept { return on_clock(kind::moment, clock); }

cell cell::of_list(std::span<const cell> items) noexcept { return sequence(kind::list, items); }

cell cell::of_record(std::span<const cell> members) noexcept {
  return sequence(kind::record, members);
}

cell cell::of_range(std::span<const cell> parts) noexcept { return sequence(kind::range, parts); }

}  // namespace sudui::values
