// Ranges as values: made, asked for their ends, and put beside points and each other.
//
// The standard's table of relations (before, meets, overlaps, ...) has a line for points and a line
// for ranges; both are one here, since a point p behaves as [p..p] in every one of them. An end
// that is not there lies beyond everything. A relation with an unknown end is unknown, one whose
// ends have no order is null.
//
// Tested by tests/data/feel/ranges.csv.

#include "values/operators.hpp"
#include "values/range.hpp"

namespace sudui::values::operators {
namespace {

/// One end: a value, or beyond all of them; `is_in` says whether the range holds it.
struct range_end {
  const cell* at = nullptr;
  bool is_in = true;
};

struct two_ends {
  range_end low, high;
};

two_ends ends_of(const cell& what) noexcept {
  if (what.what != kind::range) return {{&what, true}, {&what, true}};
  const auto form = form_of(what);
  return {{&what.list()[0], !form.open_low}, {&what.list()[1], !form.open_high}};
}

/// -1, 0, 1; nothing where two values have no order. `beyond` is what a missing end of a stands
/// for, and `other_beyond` one of b.
std::optional<int> order_of_ends(const range_end& a, int beyond, const range_end& b,
                                 int other_beyond) noexcept {
  if (a.at->is_null() || b.at->is_null()) {
    const int first = a.at->is_null() ? beyond : 0;
    const int second = b.at->is_null() ? other_beyond : 0;
    return first == second ? 0 : (first < second ? -1 : 1);
  }
  const auto order = order_of(*a.at, *b.at);
  if (!order) return std::nullopt;
  return *order < 0 ? -1 : (*order > 0 ? 1 : 0);
}

/// The orders that all relations are made of.
struct standing {
  two_ends a, b;
  int low_low = 0, low_high = 0, high_low = 0, high_high = 0;

  /// a begins no later than b; strictly where it holds more of the common end.
  [[nodiscard]] bool begins_before() const noexcept {
    return low_low < 0 || (low_low == 0 && a.low.is_in && !b.low.is_in);
  }
  [[nodiscard]] bool begins_within() const noexcept {
    return low_low > 0 || (low_low == 0 && (!a.low.is_in || b.low.is_in));
  }
  [[nodiscard]] bool ends_within() const noexcept {
    return high_high < 0 || (high_high == 0 && (!a.high.is_in || b.high.is_in));
  }
  [[nodiscard]] bool same_low() const noexcept {
    return low_low == 0 && a.low.is_in == b.low.is_in;
  }
  [[nodiscard]] bool same_high() const noexcept {
    return high_high == 0 && a.high.is_in == b.high.is_in;
  }
  /// a reaches at least the first value of b.
  [[nodiscard]] bool reaches() const noexcept {
    return high_low > 0 || (high_low == 0 && a.high.is_in && b.low.is_in);
  }
  [[nodiscard]] bool is_reached() const noexcept {
    return low_high < 0 || (low_high == 0 && a.low.is_in && b.high.is_in);
  }
};

std::optional<standing> standing_of(const cell& first, const cell& second) noexcept {
  standing made;
  made.a = ends_of(first);
  made.b = ends_of(second);
  const auto low_low = order_of_ends(made.a.low, -1, made.b.low, -1);
  const auto low_high = order_of_ends(made.a.low, -1, made.b.high, 1);
  const auto high_low = order_of_ends(made.a.high, 1, made.b.low, -1);
  const auto high_high = order_of_ends(made.a.high, 1, made.b.high, 1);
  if (!low_low || !low_high || !high_low || !high_high) return std::nullopt;
  made.low_low = *low_low;
  made.low_high = *low_high;
  made.high_low = *high_low;
  made.high_high = *high_high;
  return made;
}

/// What the ends of both wait for, if any of them is unknown.
std::optional<cell> unknown_end(operands given, missing_graph& missing) {
  std::optional<cell> found;
  for (const auto& each : given) {
    if (each.what != kind::range) continue;
    for (const auto& end : each.list().first(2)) {
      if (!end.is_unknown()) continue;
      found = found ? cell::unknown(missing.both(found->why, end.why)) : end;
    }
  }
  return found;
}

template <class Relation>
cell related(operands given, surroundings& around, Relation&& holds) {
  if (const auto gap = unknown_end(given, around.missing)) return *gap;
  const auto made = standing_of(given[0], given[1]);
  return made ? cell::of_flag(holds(*made)) : bad_argument();
}

/// The same with the operands changed over: `after` is `before` of the other.
template <class Relation>
cell related_back(operands given, surroundings& around, Relation&& holds) {
  const cell turned[] = {given[1], given[0]};
  return related(turned, around, holds);
}

bool is_before(const standing& s) noexcept {
  return s.high_low < 0 || (s.high_low == 0 && (!s.a.high.is_in || !s.b.low.is_in));
}
bool does_meet(const standing& s) noexcept {
  return s.high_low == 0 && s.a.high.is_in && s.b.low.is_in;
}
bool does_overlap(const standing& s) noexcept { return s.reaches() && s.is_reached(); }
bool does_overlap_before(const standing& s) noexcept {
  return s.begins_before() && s.reaches() && s.ends_within();
}
bool does_finish(const standing& s) noexcept { return s.same_high() && s.begins_within(); }
bool does_start(const standing& s) noexcept { return s.same_low() && s.ends_within(); }
bool is_during(const standing& s) noexcept { return s.begins_within() && s.ends_within(); }
bool does_coincide(const standing& s) noexcept { return s.same_low() && s.same_high(); }

}  // namespace

// Its ends may be null (there is none) or unknown.
cell range_make(operands given, surroundings& around) {
  const auto parts = around.memory.cells(3);
  std::copy(given.begin(), given.end(), parts.begin());
  return cell::of_range(parts);
}

cell range_start(operands given, surroundings&) { return given[0].list()[0]; }

cell range_end_of(operands given, surroundings&) { return given[0].list()[1]; }

cell range_start_included(operands given, surroundings&) {
  return cell::of_flag(!form_of(given[0]).open_low);
}

cell range_end_included(operands given, surroundings&) {
  return cell::of_flag(!form_of(given[0]).open_high);
}

// Whether a value lies in it; `(!= 5)` holds all others.
cell range_has(operands given, surroundings& around) {
  const auto turned = related_back(given, around, is_during);
  if (form_of(given[0]).written != range_form::style::not_equal) return turned;
  const auto same = equality(given[0].list()[0], given[1], around.missing);
  return same.is_known() ? cell::of_flag(!same.flag) : same;
}

cell range_before(operands given, surroundings& around) {
  return related(given, around, is_before);
}
cell range_after(operands given, surroundings& around) {
  return related_back(given, around, is_before);
}
cell range_meets(operands given, surroundings& around) { return related(given, around, does_meet); }
cell range_met_by(operands given, surroundings& around) {
  return related_back(given, around, does_meet);
}
cell range_overlaps(operands given, surroundings& around) {
  return related(given, around, does_overlap);
}
cell range_overlaps_before(operands given, surroundings& around) {
  return related(given, around, does_overlap_before);
}
cell range_overlaps_after(operands given, surroundings& around) {
  return related_back(given, around, does_overlap_before);
}
cell range_finishes(operands given, surroundings& around) {
  return related(given, around, does_finish);
}
cell range_finished_by(operands given, surroundings& around) {
  return related_back(given, around, does_finish);
}
cell range_includes(operands given, surroundings& around) {
  return related_back(given, around, is_during);
}
cell range_during(operands given, surroundings& around) {
  return related(given, around, is_during);
}
cell range_starts(operands given, surroundings& around) {
  return related(given, around, does_start);
}
cell range_started_by(operands given, surroundings& around) {
  return related_back(given, around, does_start);
}
cell range_coincides(operands given, surroundings& around) {
  return related(given, around, does_coincide);
}

}  // namespace sudui::values::operators
