// What the texts of policies need and FEEL has not.
//
// marginal pays by bands: each rate applies to its own slice of the base. With 2.5 % to 1,000,000
// and 10 % to 3,000,000 a base of 1,200,000 pays 25,000 + 20,000. Bands lie in ascending order; the
// last limit is null where there is none. A base above the last limit pays only up to it, a base of
// zero or less pays nothing. Bands behind the base are not looked at, so what is unknown there does
// not matter.
//
// code_prefix tells whether an administrative code lies in a region. Codes have levels of 2 digits
// (province), 4 (city), 6 (county), 9 (town) and 12 (village); a region is a code whose last levels
// are zeros, written out or left out: 320412 lies in 320400, 3204, 320000 and 32.
//
// text_among is what `x in ("a", "b")` becomes when it is lowered: one search instead of an
// equality and an `or` for each text.
//
// Tested by tests/unit/values/operators_policy_test.cpp.

#include <algorithm>
#include <array>

#include "values/operators.hpp"

namespace sudui::values::operators {
namespace {

/// A band's limit and rate are members 0 and 1 of its record.
struct band {
  const cell& limit;
  const cell& rate;
};

/// What stops the payment at a band: itself unknown or null, or its rate, or a limit that is
/// unknown.
std::optional<cell> gap_of(const cell& record, missing_graph& missing) {
  if (!record.is_known()) return record;
  const auto members = record.list();
  const std::array<cell, 2> needed{members[1], members[0].is_null() ? cell::of(true) : members[0]};
  return find_gap(needed, missing);
}

/// `sum` and what the slice of `base` between the limits pays.
std::optional<decimal> add_slice(const decimal& sum, const decimal& from, const decimal& to,
                                 const decimal& rate) noexcept {
  const auto slice = subtract(to, from);
  const auto pay = slice ? multiply(*slice, rate) : std::nullopt;
  return pay ? add(sum, *pay) : std::nullopt;
}

constexpr std::array<std::size_t, 5> levels{12, 9, 6, 4, 2};

bool is_level(std::size_t size) noexcept {
  return std::find(levels.begin(), levels.end(), size) != levels.end();
}

/// The region without the levels that are zeros.
std::string_view significant(std::string_view region) noexcept {
  if (!is_level(region.size())) return region;
  for (std::size_t at = 0; at + 1 < levels.size(); ++at) {
    if (region.size() != levels[at]) continue;
    const auto last_level = region.substr(levels[at + 1]);
    if (last_level.find_first_not_of('0') != std::string_view::npos) break;
    region = region.substr(0, levels[at + 1]);
  }
  return region;
}

}  // namespace

cell marginal(operands given, surroundings& around) {
  const auto& base = given[0].number;
  decimal sum;
  decimal reached;
  for (const auto& record : given[1].list()) {
    if (base <= reached) break;
    if (const auto gap = gap_of(record, around.missing)) return *gap;
    const band here{record.list()[0], record.list()[1]};
    const bool is_last = here.limit.is_null() || base <= here.limit.number;
    const auto& to = is_last ? base : here.limit.number;
    const auto more = add_slice(sum, reached, to, here.rate.number);
    if (!more) return cell::null(null_reason::overflow);
    sum = *more;
    reached = to;
  }
  return cell::of(sum);
}

cell code_prefix(operands given, surroundings&) {
  return cell::of(given[0].string().starts_with(significant(given[1].string())));
}

// Null equals none of the texts, and what is unknown may be one.
cell text_among(operands given, surroundings&) {
  if (given[0].is_unknown()) return given[0];
  if (given[0].is_null()) return cell::of(false);
  const auto wanted = given[0].string();
  const auto texts = given[1].list();
  const auto found = std::lower_bound(
      texts.begin(), texts.end(), wanted,
      [](const cell& each, std::string_view text) { return each.string() < text; });
  return cell::of(found != texts.end() && found->string() == wanted);
}

}  // namespace sudui::values::operators
