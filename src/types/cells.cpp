// Between values, which own and name things, and cells, which are 32 bytes and know positions. The
// type tells where a member of a context stands in the record.
//
// Tested by tests/unit/types/cells_test.cpp.

#include "types/cells.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "types/scope.hpp"
#include "values/clock.hpp"
#include "values/date.hpp"
#include "values/range.hpp"

namespace sudui::types {

using values::cell;

namespace {
cell list_cell(const value::list& items, const type& as, values::arena& memory,
               std::uint32_t missing) {
  const auto made = memory.cells(items.size());
  std::transform(items.begin(), items.end(), made.begin(),
                 [&](const value& item) { return to_cell(item, *as.item, memory, missing); });
  return cell::of_list(made);
}

// Members by position; those that the value does not name stay unknown, those that the type does
// not know are dropped.
cell record_cell(const value::context& entries, const type& as, values::arena& memory,
                 std::uint32_t missing) {
  const auto made = memory.cells(as.members->size());
  std::fill(made.begin(), made.end(), cell::unknown(missing));
  for (const auto& [name, held] : entries) {
    const auto position = member_position(as, name);
    if (position == scope::found::no_member) continue;
    made[position] = to_cell(held, (*as.members)[position].of, memory, missing);
  }
  return cell::of_record(made);
}

cell range_cell(const value::range& held, const type& as, values::arena& memory,
                std::uint32_t missing) {
  const auto made = memory.cells(3);
  made[0] = to_cell(held.low(), *as.item, memory, missing);
  made[1] = to_cell(held.high(), *as.item, memory, missing);
  made[2] = values::cell_of(held.form);
  return cell::of_range(made);
}

// Whether the value is of the kind, its parts apart.
bool is_of(const value& held, type_kind wanted) noexcept {
  switch (wanted) {
    case type_kind::boolean:
      return held.get_if<bool>() != nullptr;
    case type_kind::number:
      return held.get_if<decimal>() != nullptr;
    case type_kind::string:
      return held.get_if<std::string>() != nullptr;
    case type_kind::date:
      return held.get_if<date>() != nullptr;
    case type_kind::days:
      return held.get_if<days_duration>() != nullptr;
    case type_kind::months:
      return held.get_if<months_duration>() != nullptr;
    case type_kind::time:
      return held.get_if<time_of_day>() != nullptr;
    case type_kind::moment:
      return held.get_if<date_time>() != nullptr;
    case type_kind::range:
      return held.get_if<value::range>() != nullptr;
    case type_kind::list:
      return held.get_if<value::list>() != nullptr;
    case type_kind::record:
      return held.get_if<value::context>() != nullptr;
    default:
      return false;
  }
}
}  // namespace

// Texts are not copied: the cell views the value, which outlives the run.
cell to_cell(const value& held, const type& as, values::arena& memory, std::uint32_t missing) {
  if (held.is_null()) return cell::null(values::null_reason::given);
  if (held.is_unknown() || !is_of(held, as.kind)) return cell::unknown(missing);
  switch (as.kind) {
    case type_kind::boolean:
      return cell::of(*held.get_if<bool>());
    case type_kind::number:
      return cell::of(*held.get_if<decimal>());
    case type_kind::string:
      return cell::of(std::string_view(*held.get_if<std::string>()));
    case type_kind::date:
      return cell::of_day(values::to_day(*held.get_if<date>()));
    case type_kind::days:
      return cell::of_days(held.get_if<days_duration>()->seconds,
                           held.get_if<days_duration>()->nanoseconds);
    case type_kind::months:
      return cell::of_months(held.get_if<months_duration>()->months);
    case type_kind::time:
      return cell::of_time(values::ticks_of(*held.get_if<time_of_day>()));
    case type_kind::moment:
      return cell::of_moment(values::ticks_of(*held.get_if<date_time>()));
    case type_kind::range:
      return range_cell(*held.get_if<value::range>(), as, memory, missing);
    case type_kind::list:
      return list_cell(*held.get_if<value::list>(), as, memory, missing);
    default:
      return record_cell(*held.get_if<value::context>(), as, memory, missing);
  }
}

namespace {
// A list of which no item was ever typed can hold nothing that could be told.
value list_value(const cell& held, const type& as) {
  value::list items;
  for (const auto& item : held.list()) {
    items.push_back(as.is(type_kind::list) ? to_value(item, *as.item) : value());
  }
  return items;
}

value range_value(const cell& held, const type& as) {
  const auto& item = as.is(type_kind::range) ? *as.item : as;
  value::range made;
  made.ends = {to_value(held.list()[0], item), to_value(held.list()[1], item)};
  made.form = values::form_of(held);
  return made;
}

value record_value(const cell& held, const type& as) {
  value::context entries;
  for (std::size_t i = 0; i < as.members->size() && i < held.list().size(); ++i) {
    const auto& member = (*as.members)[i];
    entries.emplace_back(member.name, to_value(held.list()[i], member.of));
  }
  return entries;
}
}  // namespace

// The way back, for explanations and constants: names of members come from the type, since cells
// have none.
value to_value(const cell& held, const type& as) {
  switch (held.what) {
    case values::kind::unknown:
      return {};
    case values::kind::null:
      return value::null();
    case values::kind::boolean:
      return held.flag;
    case values::kind::number:
      return held.number;
    case values::kind::string:
      return held.string();
    case values::kind::date:
      return values::from_day(held.day);
    case values::kind::days:
      return days_duration{held.clock.count, held.clock.nanos};
    case values::kind::months:
      return months_duration{held.clock.count};
    case values::kind::time:
      return values::time_from(held.clock);
    case values::kind::moment:
      return values::moment_from(held.clock);
    case values::kind::range:
      return range_value(held, as);
    case values::kind::list:
      return list_value(held, as);
    case values::kind::record:
      return as.is(type_kind::record) ? record_value(held, as) : value::null();
  }
  return {};
}

// Unlike to_cell, which makes what does not fit unknown, this tells: bind refuses parameters that
// do not.
bool fits(const value& held, const type& as) noexcept {
  if (held.is_unknown() || held.is_null()) return true;
  if (!is_of(held, as.kind)) return false;
  if (const auto* range = held.get_if<value::range>()) {
    return fits(range->low(), *as.item) && fits(range->high(), *as.item);
  }
  if (const auto* items = held.get_if<value::list>()) {
    return std::all_of(items->begin(), items->end(),
                       [&](const value& item) { return fits(item, *as.item); });
  }
  if (const auto* entries = held.get_if<value::context>()) {
    return std::all_of(entries->begin(), entries->end(), [&](const auto& entry) {
      const auto position = member_position(as, entry.first);
      return position == scope::found::no_member || fits(entry.second, (*as.members)[position].of);
    });
  }
  return true;
}

}  // namespace sudui::types
