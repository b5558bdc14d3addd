// Lists and records: made, asked and reshaped.
//
// A list may hold unknown and null items; it is itself known, and its length is known. What an item
// does to the result depends on the question: reversing or appending passes it through, `list
// contains` is decided by any match, and a list whose shape depends on the unknown item (distinct
// values, flatten) is unknown as a whole. New lists lie in the arena and share their items' bytes.
//
// A record holds its members by position, counted from 0; names are gone since the checker resolved
// them.
//
// Tested by tests/unit/values/operators_list_test.cpp.

#include <algorithm>

#include "values/operators.hpp"
#include "values/ternary.hpp"

namespace sudui::values::operators {
namespace {

std::span<cell> copied(std::span<const cell> items, surroundings& around) {
  const auto copy = around.memory.cells(items.size());
  std::copy(items.begin(), items.end(), copy.begin());
  return copy;
}

cell contains(std::span<const cell> items, const cell& wanted, missing_graph& missing) {
  cell found = cell::of(false);
  for (const auto& item : items) {
    found = ternary_or(found, equality(item, wanted, missing), missing);
    if (found.is_true()) break;
  }
  return found;
}

std::size_t position_of(const cell& number) noexcept {
  return static_cast<std::size_t>(number.number.low());
}

/// Items of nested lists one after the other, nulls included.
template <class Visit>
void walk_flat(std::span<const cell> items, Visit&& visit) {
  for (const auto& item : items) {
    if (item.what == kind::list) {
      walk_flat(item.list(), visit);
    } else {
      visit(item);
    }
  }
}

}  // namespace

cell list_make(operands given, surroundings& around) {
  return cell::of_list(copied(given, around));
}

cell record_make(operands given, surroundings& around) {
  return cell::of_record(copied(given, around));
}

cell list_count(operands given, surroundings&) { return cell::of(decimal(given[0].list().size())); }

cell list_contains(operands given, surroundings& around) {
  if (!given[0].is_known()) return given[0];
  return contains(given[0].list(), given[1], around.missing);
}

cell list_index(operands given, surroundings&) {
  const auto items = given[0].list();
  const auto index = given[1].number.to_int64();
  if (!index) return bad_argument();
  const auto size = static_cast<std::int64_t>(items.size());
  if (*index == 0 || *index > size || *index < -size) return cell::null(null_reason::no_element);
  return items[static_cast<std::size_t>(*index > 0 ? *index - 1 : size + *index)];
}

cell list_concat(operands given, surroundings& around) {
  std::size_t total = 0;
  for (const auto& each : given) total += each.list().size();
  const auto joined = around.memory.cells(total);
  auto at = joined.begin();
  for (const auto& each : given) at = std::copy(each.list().begin(), each.list().end(), at);
  return cell::of_list(joined);
}

cell list_append(operands given, surroundings& around) {
  if (!given[0].is_known()) return given[0];
  const auto items = given[0].list();
  const auto more = given.subspan(1);
  const auto longer = around.memory.cells(items.size() + more.size());
  std::copy(more.begin(), more.end(), std::copy(items.begin(), items.end(), longer.begin()));
  return cell::of_list(longer);
}

cell list_distinct(operands given, surroundings& around) {
  const auto items = given[0].list();
  const auto kept = around.memory.cells(items.size());
  std::size_t count = 0;
  for (const auto& item : items) {
    const auto seen = contains(kept.first(count), item, around.missing);
    if (seen.is_unknown()) return seen;
    if (!seen.is_true()) kept[count++] = item;
  }
  return cell::of_list(kept.first(count));
}

cell list_reverse(operands given, surroundings& around) {
  const auto copy = copied(given[0].list(), around);
  std::reverse(copy.begin(), copy.end());
  return cell::of_list(copy);
}

cell list_flatten(operands given, surroundings& around) {
  std::size_t count = 0;
  cell gap = cell::null(null_reason::given);
  walk_flat(given[0].list(), [&](const cell& item) {
    ++count;
    if (item.is_unknown()) {
      gap = gap.is_unknown() ? cell::unknown(around.missing.both(gap.why, item.why)) : item;
    }
  });
  if (gap.is_unknown()) return gap;
  const auto flat = around.memory.cells(count);
  auto at = flat.begin();
  walk_flat(given[0].list(), [&](const cell& item) { *at++ = item; });
  return cell::of_list(flat);
}

cell record_member(operands given, surroundings&) { return given[0].list()[position_of(given[1])]; }

cell list_member(operands given, surroundings& around) {
  const auto position = position_of(given[1]);
  const auto members = copied(given[0].list(), around);
  for (auto& each : members) {
    if (each.is_known()) each = each.list()[position];
  }
  return cell::of_list(members);
}

}  // namespace sudui::values::operators
