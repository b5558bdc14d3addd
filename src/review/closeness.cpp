// How close a condition is. A comparison a <= b of numbers or durations is |a - b| / |b| away from
// its limit, and 1 where b is 0; a quotient needs no care here, since |a/b - c| / |c| is
// |a - c*b| / |c*b|, the distance of an explanation as a share of what is asked for.
//
//   to make it true     `and`: the largest of what fails     `or`: the smallest of what fails
//   to make it false    `and`: the smallest of what holds    `or`: the largest of what holds
//
// One part that fails and cannot be measured leaves `and` without a measure; an `or` has the
// smallest of those that can. Without a measure is not far: it is unknown how far.
//
// Tested by tests/unit/review/closeness_test.cpp.
#include "review/closeness.hpp"

#include <algorithm>

namespace sudui::review {
namespace {

decimal absolute(const decimal& of) { return of.is_negative() ? negate(of) : of; }

std::optional<decimal> number_of(const value& from) {
  if (const auto* number = from.get_if<decimal>()) return *number;
  if (const auto* days = from.get_if<days_duration>()) return decimal(days->seconds);
  if (const auto* months = from.get_if<months_duration>()) return decimal(months->months);
  return std::nullopt;
}

bool is_ordering(const step& from) {
  return !from.relation.empty() && (from.relation[0] == '<' || from.relation[0] == '>');
}

closeness of_comparison(const step& from) {
  if (!is_ordering(from) || from.parts.size() != 2) return {};
  const auto left = number_of(from.parts[0].result);
  const auto right = number_of(from.parts[1].result);
  if (!left || !right) return {};
  if (right->is_zero()) return {decimal(1), &from};
  const auto apart = subtract(*left, *right);
  if (!apart) return {};
  const auto share = divide(absolute(*apart), absolute(*right));
  return share ? closeness{share, &from} : closeness{};
}

// What `share` is among the parts that stand in the way; nothing is larger than any.
closeness pick(const std::vector<closeness>& from, bool wants_all) {
  closeness found;
  for (const closeness& each : from) {
    if (!each.share) {
      if (wants_all) return {};
      continue;
    }
    const bool is_better =
        !found.share || (wants_all ? *each.share > *found.share : *each.share < *found.share);
    if (is_better) found = each;
  }
  return found;
}

bool is_and(const step& from) { return from.join == "and"; }

}  // namespace

// Of a conjunction that is false, all false parts must turn; of one that is true, any true part
// may. A disjunction is the other way round.
closeness closeness_of(const step& from) {
  const auto* held = from.result.get_if<bool>();
  if (held == nullptr) return {};
  if (from.what == step::kind::comparison) return of_comparison(from);
  if (from.what == step::kind::definition && from.parts.size() == 1) {
    return closeness_of(from.parts.front());
  }
  if (from.what != step::kind::logic || from.parts.empty()) return {};
  if (from.parts.size() == 1) return closeness_of(from.parts.front());
  std::vector<closeness> parts;
  parts.reserve(from.parts.size());
  for (const step& each : from.parts) {
    const auto* part = each.result.get_if<bool>();
    if (part != nullptr && *part == *held) parts.push_back(closeness_of(each));
  }
  return pick(parts, is_and(from) != *held);
}

}  // namespace sudui::review
