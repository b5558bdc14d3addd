// Numbers that conditions compare: a slot, or a sum of slots with whole factors. A slot is below
// 2^53 in magnitude, so a bound on a sum is known when compiling, and no addition can overflow
// while matching. Products of slots, the least of some, or a choice have no sum; their comparisons
// are worked out by rows.

#include <algorithm>

#include "tables/conditions.hpp"
#include "values/coefficient.hpp"

namespace sudui::tables {

using columns::node_kind;
using values::int128;

namespace {

constexpr int128 largest = int128{1} << 62;
constexpr int128 slot_bound = int128{1} << 53;

int128 magnitude(int128 of) { return of < 0 ? -of : of; }

bool stays_small(const linear& what) {
  int128 bound = magnitude(what.constant);
  for (const auto& each : what.terms) bound += magnitude(each.factor) * slot_bound;
  return bound < largest;
}

// The terms of both, those of the second times `factor`. A slot keeps its term even where the
// factors cancel out: without its value there is no sum.
std::optional<linear> plus(linear a, const linear& b, std::int64_t factor) {
  for (const auto& each : b.terms) {
    auto found = std::find_if(a.terms.begin(), a.terms.end(),
                              [&](const auto& term) { return term.slot == each.slot; });
    if (found == a.terms.end()) found = a.terms.insert(found, {each.slot, 0});
    const auto sum = int128{found->factor} + int128{each.factor} * factor;
    if (magnitude(sum) >= largest) return std::nullopt;
    found->factor = static_cast<std::int64_t>(sum);
  }
  const auto constant = int128{a.constant} + int128{b.constant} * factor;
  if (magnitude(constant) >= largest) return std::nullopt;
  a.constant = static_cast<std::int64_t>(constant);
  if (!stays_small(a)) return std::nullopt;
  return a;
}

}  // namespace

std::uint32_t condition_reader::slot_of(std::uint32_t place) {
  const auto next = static_cast<std::uint32_t>(slots.size());
  const auto [found, is_new] = slot_numbers_.emplace(place, next);
  if (is_new) {
    const auto& kind = places_.places[place].kind;
    slots.push_back({place, kind.of, kind.scale});
  }
  return found->second;
}

std::optional<linear> condition_reader::sum_of(columns::node_id which) {
  const auto what = nodes.nodes[which];
  if (what.frame != 0) return std::nullopt;
  const auto scaled = [&](columns::node_id of, std::int64_t factor) -> std::optional<linear> {
    const auto from = sum_of(of);
    return from ? plus({}, *from, factor) : std::nullopt;
  };
  switch (what.kind) {
    case node_kind::number:
    case node_kind::day_number:
      return linear{{{slot_of(what.column), 1}}, 0};
    case node_kind::constant:
      return linear{{}, what.limit};
    case node_kind::sum:
    case node_kind::difference: {
      const auto a = sum_of(what.a);
      const auto b = a ? sum_of(what.b) : std::nullopt;
      return b ? plus(*a, *b, what.kind == node_kind::sum ? 1 : -1) : std::nullopt;
    }
    case node_kind::shifted:
      return scaled(what.a, what.limit);
    case node_kind::product: {
      const auto a = nodes.nodes[what.a];
      const auto b = nodes.nodes[what.b];
      if (a.kind == node_kind::constant) return scaled(what.b, a.limit);
      return b.kind == node_kind::constant ? scaled(what.a, b.limit) : std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

std::optional<std::uint32_t> condition_reader::slot_of(const linear& what) {
  if (what.terms.empty()) return std::nullopt;
  if (what.terms.size() == 1 && what.terms[0].factor == 1 && what.constant == 0) {
    return what.terms[0].slot;
  }
  const auto found = std::find(linears.begin(), linears.end(), what);
  const auto at = static_cast<std::uint32_t>(found - linears.begin());
  if (found == linears.end()) linears.push_back(what);
  return first_linear + at;
}

std::optional<std::uint32_t> condition_reader::number(columns::node_id which) {
  const auto sum = sum_of(which);
  return sum ? slot_of(*sum) : std::nullopt;
}

}  // namespace sudui::tables
