// Lists by position: parts taken out, items put in, changed or found.
//
// A position counts from 1, or from the end with -1; a fraction of it is cut off. A place that the
// list does not have gives null. Items keep their state: an unknown one may be moved and left out
// without a question; only finding a value asks what it is.
//
// Tested by tests/data/feel/collections.csv.

#include <algorithm>

#include "values/operators.hpp"

namespace sudui::values::operators {
namespace {

using items_view = std::span<const cell>;

/// The place of a position in a list of `size` items, from 0; nothing outside.
std::optional<std::size_t> place_of(const cell& position, std::size_t size) noexcept {
  const auto whole = whole_part(position.number);
  const auto length = static_cast<std::int64_t>(size);
  if (!whole || *whole == 0 || *whole > length || *whole < -length) return std::nullopt;
  return static_cast<std::size_t>(*whole > 0 ? *whole - 1 : length + *whole);
}

cell no_place() noexcept { return cell::null(null_reason::no_element); }

/// Some items, then one, then others.
cell spliced(items_view before, items_view middle, items_view after, surroundings& around) {
  const auto made = around.memory.cells(before.size() + middle.size() + after.size());
  auto at = std::copy(before.begin(), before.end(), made.begin());
  at = std::copy(middle.begin(), middle.end(), at);
  std::copy(after.begin(), after.end(), at);
  return cell::of_list(made);
}

}  // namespace

cell list_sublist_rest(operands given, surroundings&) {
  const auto items = given[0].list();
  const auto place = place_of(given[1], items.size());
  return place ? cell::of_list(items.subspan(*place)) : no_place();
}

cell list_sublist(operands given, surroundings&) {
  const auto items = given[0].list();
  const auto place = place_of(given[1], items.size());
  const auto length = whole_part(given[2].number);
  if (!place || !length || *length < 1) return no_place();
  const auto left = static_cast<std::int64_t>(items.size() - *place);
  if (*length > left) return no_place();
  return cell::of_list(items.subspan(*place, static_cast<std::size_t>(*length)));
}

// The item that is put in may be unknown or null; the list and the place may not.
cell list_insert(operands given, surroundings& around) {
  if (const auto gap = find_gap(given.first(2), around.missing)) return *gap;
  const auto items = given[0].list();
  const auto place = place_of(given[1], items.size());
  if (!place) return no_place();
  return spliced(items.first(*place), given.subspan(2, 1), items.subspan(*place), around);
}

cell list_replace(operands given, surroundings& around) {
  if (const auto gap = find_gap(given.first(2), around.missing)) return *gap;
  const auto items = given[0].list();
  const auto place = place_of(given[1], items.size());
  if (!place) return no_place();
  return spliced(items.first(*place), given.subspan(2, 1), items.subspan(*place + 1), around);
}

cell list_remove(operands given, surroundings& around) {
  const auto items = given[0].list();
  const auto place = place_of(given[1], items.size());
  if (!place) return no_place();
  return spliced(items.first(*place), {}, items.subspan(*place + 1), around);
}

cell list_index_of(operands given, surroundings& around) {
  if (!given[0].is_known()) return given[0];
  const auto items = given[0].list();
  const auto found = around.memory.cells(items.size());
  std::size_t count = 0;
  for (std::size_t at = 0; at < items.size(); ++at) {
    const auto same = equality(items[at], given[1], around.missing);
    if (same.is_unknown()) return same;
    if (same.is_true()) found[count++] = cell::of(decimal(at + 1));
  }
  return cell::of_list(found.first(count));
}

// The lists of a list one behind the other: one level, where `flatten` takes all.
cell list_join(operands given, surroundings& around) {
  const auto lists = given[0].list();
  if (const auto gap = find_gap(lists, around.missing)) return *gap;
  std::size_t total = 0;
  for (const auto& each : lists) total += each.list().size();
  const auto joined = around.memory.cells(total);
  auto at = joined.begin();
  for (const auto& each : lists) at = std::copy(each.list().begin(), each.list().end(), at);
  return cell::of_list(joined);
}

// From one whole number or day to another, upwards or downwards. A million are enough: more is a
// mistake that must not take the memory of a service.
cell list_steps(operands given, surroundings& around) {
  constexpr std::int64_t most = 1'000'000;
  const bool is_days = given[0].what == kind::date;
  const auto from = is_days ? given[0].day : given[0].number.to_int64();
  const auto to = is_days ? given[1].day : given[1].number.to_int64();
  if (!from || !to || (*to < *from && given[2].is_false())) return bad_argument();
  std::int64_t gap = 0;
  if (__builtin_sub_overflow(*to, *from, &gap) || gap > most || gap < -most) {
    return cell::null(null_reason::overflow);
  }
  const std::int64_t step = gap < 0 ? -1 : 1;
  const auto made = around.memory.cells(static_cast<std::size_t>(gap * step) + 1);
  for (std::size_t at = 0; at < made.size(); ++at) {
    const auto next = *from + step * static_cast<std::int64_t>(at);
    made[at] = is_days ? cell::of_day(static_cast<std::int32_t>(next)) : cell::of(decimal(next));
  }
  return cell::of_list(made);
}

// The same value in every part, times and moments with their clocks: what `=` passes over.
cell same_value(operands given, surroundings& around) {
  const auto& a = given[0];
  const auto& b = given[1];
  if (a.is_unknown() || b.is_unknown()) return equality(a, b, around.missing);
  const bool is_clock = a.what == kind::time || a.what == kind::moment;
  if (is_clock && a.what == b.what) return cell::of_flag(a.clock == b.clock);
  return equality(a, b, around.missing);
}

}  // namespace sudui::values::operators
