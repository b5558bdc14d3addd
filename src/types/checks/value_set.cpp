// Sets of numbers, days, durations, strings and truth values, as ranges. Numbers and strings are
// dense: between two of them there is another. Days, nanoseconds and whole months are counted, so
// an open end is the next value, closed, and `> 2024-01-01` with `< 2024-01-02` is empty.
//
// Cost: linear in the ranges of both sets, quadratic for `meet`; a cell of a table has a few.
//
// Tested by tests/unit/types/value_set_test.cpp.

#include "types/checks/value_set.hpp"

#include <algorithm>
#include <chrono>

namespace sudui::types {

namespace {

int sign_of(std::strong_ordering order) { return order < 0 ? -1 : order > 0 ? 1 : 0; }

// -1, 0 or 1. Both are of one kind: tests of one value have been typed.
int order_of(const value& a, const value& b) {
  if (const auto* left = a.get_if<decimal>()) {
    const auto& right = *b.get_if<decimal>();
    return *left < right ? -1 : right < *left ? 1 : 0;
  }
  if (const auto* left = a.get_if<std::string>()) {
    return sign_of(left->compare(*b.get_if<std::string>()) <=> 0);
  }
  if (const auto* left = a.get_if<date>()) return sign_of(*left <=> *b.get_if<date>());
  if (const auto* left = a.get_if<days_duration>()) {
    return sign_of(*left <=> *b.get_if<days_duration>());
  }
  if (const auto* left = a.get_if<months_duration>()) {
    return sign_of(*left <=> *b.get_if<months_duration>());
  }
  return static_cast<int>(*a.get_if<bool>()) - static_cast<int>(*b.get_if<bool>());
}

constexpr std::int32_t second = 1'000'000'000;  // in nanoseconds

// The value `steps` after this one; nothing for kinds that do not count in steps.
std::optional<value> stepped(const value& from, int steps) {
  if (const auto* day = from.get_if<date>()) {
    return value(date(std::chrono::sys_days(*day) + std::chrono::days(steps)));
  }
  if (const auto* length = from.get_if<days_duration>()) {
    const auto nanoseconds = length->nanoseconds + steps;
    if (nanoseconds < 0) return value(days_duration{length->seconds - 1, nanoseconds + second});
    if (nanoseconds >= second) {
      return value(days_duration{length->seconds + 1, nanoseconds - second});
    }
    return value(days_duration{length->seconds, nanoseconds});
  }
  if (const auto* length = from.get_if<months_duration>()) {
    return value(months_duration{length->months + steps});
  }
  return std::nullopt;
}

value_range closed(value_range range) {
  if (range.low && range.open_low) {
    if (auto next = stepped(*range.low, 1)) {
      range.low = std::move(next);
      range.open_low = false;
    }
  }
  if (range.high && range.open_high) {
    if (auto next = stepped(*range.high, -1)) {
      range.high = std::move(next);
      range.open_high = false;
    }
  }
  return range;
}

bool begins_before(const value_range& a, const value_range& b) {
  if (!a.low || !b.low) return !a.low && b.low;
  const int order = order_of(*a.low, *b.low);
  return order != 0 ? order < 0 : !a.open_low && b.open_low;
}

bool stops_before(const value_range& a, const value_range& b) {
  if (!a.high || !b.high) return a.high.has_value();
  const int order = order_of(*a.high, *b.high);
  return order != 0 ? order < 0 : a.open_high && !b.open_high;
}

// Whether nothing lies between the two, of which the first starts first.
bool reaches(const value_range& lower, const value_range& upper) {
  if (!lower.high || !upper.low) return true;
  const int order = order_of(*upper.low, *lower.high);
  return order != 0 ? order < 0 : !lower.open_high || !upper.open_low;
}

std::optional<value> between(const value& low, const value& high) {
  const auto* from = low.get_if<decimal>();
  const auto* to = high.get_if<decimal>();
  if (from == nullptr || to == nullptr) return std::nullopt;
  if (const auto next = add(*from, decimal(1)); next && *next < *to) return value(*next);
  const auto sum = add(*from, *to);
  const auto half = sum ? multiply(*sum, *decimal::parse("0.5")) : std::nullopt;
  if (!half || !(*from < *half) || !(*half < *to)) return std::nullopt;
  return value(*half);
}

std::optional<value> beyond(const value& end, int direction) {
  const auto* number = end.get_if<decimal>();
  if (number != nullptr) {
    const auto next = add(*number, decimal(direction));
    return next ? std::optional<value>(*next) : std::nullopt;
  }
  const auto* text = end.get_if<std::string>();
  if (text != nullptr && direction > 0) return value(*text + "a");
  return std::nullopt;
}

// Closed ends are values themselves; an open one of a counted kind has been closed before.
std::optional<value> example_of(const value_range& range) {
  if (range.low && !range.open_low) return range.low;
  if (range.high && !range.open_high) return range.high;
  if (range.low && range.high) return between(*range.low, *range.high);
  if (range.low) return beyond(*range.low, 1);
  if (range.high) return beyond(*range.high, -1);
  return std::nullopt;
}

}  // namespace

bool value_range::is_empty() const {
  const auto whole = closed(*this);
  if (!whole.low || !whole.high) return false;
  const int order = order_of(*whole.low, *whole.high);
  return order > 0 || (order == 0 && (whole.open_low || whole.open_high));
}

// Of equal ends the open one wins: it leaves out more.
value_range value_range::meet(const value_range& other) const {
  value_range made = *this;
  if (begins_before(*this, other)) {
    made.low = other.low;
    made.open_low = other.open_low;
  }
  if (!stops_before(*this, other)) {
    made.high = other.high;
    made.open_high = other.open_high;
  }
  return made;
}

value_set value_set::of(value_range range) {
  if (range.is_empty()) return value_set({});
  return value_set({closed(std::move(range))});
}

bool value_set::meets(const value_set& other) const {
  return std::any_of(ranges_.begin(), ranges_.end(), [&](const value_range& mine) {
    return std::any_of(other.ranges_.begin(), other.ranges_.end(),
                       [&](const value_range& theirs) { return !mine.meet(theirs).is_empty(); });
  });
}

value_set value_set::meet(const value_set& other) const {
  value_set made({});
  for (const auto& mine : ranges_) {
    for (const auto& theirs : other.ranges_) {
      auto both = mine.meet(theirs);
      if (!both.is_empty()) made.ranges_.push_back(closed(std::move(both)));
    }
  }
  return made;
}

value_set value_set::join(const value_set& other) const {
  value_set sorted = *this;
  sorted.ranges_.insert(sorted.ranges_.end(), other.ranges_.begin(), other.ranges_.end());
  std::sort(sorted.ranges_.begin(), sorted.ranges_.end(), begins_before);
  value_set made({});
  for (auto& each : sorted.ranges_) {
    if (made.ranges_.empty() || !reaches(made.ranges_.back(), each)) {
      made.ranges_.push_back(std::move(each));
    } else if (stops_before(made.ranges_.back(), each)) {
      made.ranges_.back().high = each.high;
      made.ranges_.back().open_high = each.open_high;
    }
  }
  return made;
}

value_set value_set::below(const value_range& range) {
  if (!range.low) return value_set({});
  return of({{}, range.low, false, !range.open_low});
}

value_set value_set::above(const value_range& range) {
  if (!range.high) return value_set({});
  return of({range.high, {}, !range.open_high, false});
}

value_set value_set::minus(const value_set& other) const {
  value_set made = *this;
  for (const auto& each : other.ranges_) made = made.meet(below(each)).join(made.meet(above(each)));
  return made;
}

std::optional<value> value_set::example() const {
  for (const auto& each : ranges_) {
    if (auto found = example_of(each)) return found;
  }
  return std::nullopt;
}

}  // namespace sudui::types
