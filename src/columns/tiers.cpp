// Tiers and items on the rows that won them. Conditions and figures stand in
// the chunk's truths and numbers; which tiers apply, and what follows while
// some may apply, is as decide/amounts.cpp has it, on whole numbers of one
// scale instead of decimals:
//
//   row 1: met, 300    row 2: unknown, 200    collect-sum: 300 .. 500
//
// The plan has proven that no sum of all rows and items overflows.
//
// Cost: some 10 ns a tier or item. Tested by tests/unit/columns/tiers_test.cpp
// and, against the row executor, by tests/property.

#include "columns/tiers.hpp"

#include <algorithm>

namespace sudui::columns {

using model::hit_policy;

namespace {

range exactly(std::int64_t number) { return {number, number, has_both}; }
range null_range() { return {0, 0, is_null}; }
std::uint8_t ends_of(const range& of) {
  return of.has == is_null ? std::uint8_t{has_none} : of.has;
}

// Both may be: the least and the greatest, open where either is.
range span_of(const range& a, const range& b) {
  return {std::min(a.low, b.low), std::max(a.high, b.high),
          static_cast<std::uint8_t>(ends_of(a) & ends_of(b))};
}

range sum_of(const range& a, const range& b) {
  if (a.has == is_null || b.has == is_null) return null_range();
  return {a.low + b.low, a.high + b.high, static_cast<std::uint8_t>(a.has & b.has)};
}

// The less or the greater; where one is unknown, the other bounds it on one
// side.
range extreme_of(const range& a, const range& b, bool is_least) {
  if (a.has == is_null || b.has == is_null) return null_range();
  range made;
  const auto choose = [&](std::int64_t left, std::int64_t right, std::uint8_t end,
                          bool one_is_enough) {
    const bool has_left = (a.has & end) != 0;
    const bool has_right = (b.has & end) != 0;
    if (has_left && has_right) {
      made.has |= end;
      return is_least ? std::min(left, right) : std::max(left, right);
    }
    if (one_is_enough && (has_left || has_right)) made.has |= end;
    return has_left ? left : right;
  };
  made.low = choose(a.low, b.low, has_low, !is_least);
  made.high = choose(a.high, b.high, has_high, is_least);
  return made;
}

}  // namespace

range tier_reader::value(node_id which, std::size_t row) const {
  const auto& held = runner_.number(which);
  if (held.known == nullptr || kernels::bit_at(held.known, row)) return exactly(held.values[row]);
  if (held.null != nullptr && kernels::bit_at(held.null, row)) return null_range();
  return {};
}

void tier_reader::limit(range& made, const std::vector<amount_part>& limits,
                        std::size_t row) const {
  for (const auto& each : limits) {
    const auto by = value(each.of, row);
    const auto lacks = by.has == is_null    ? lack::null
                       : by.has == has_none ? lack::unknown
                                            : lack::nothing;
    made.limit(by.low, lacks, each.is_maximum);
  }
}

outcome tier_reader::outcome_of(node_id truth, std::size_t row) const {
  const auto& planes = runner_.truth(truth);
  if (kernels::bit_at(planes.yes, row)) return outcome::met;
  return kernels::bit_at(planes.maybe, row) ? outcome::unknown : outcome::unmet;
}

outcome tier_reader::test(const tier& of, std::size_t row) const {
  outcome all = outcome::met;
  for (const auto each : of.tests) all = std::min(all, outcome_of(each, row));
  return all;
}

outcome tier_reader::clause_outcome(std::span<const clause_step> steps, std::size_t row) const {
  const auto& head = steps.front();
  if (head.kind == model::clause_kind::require) return outcome_of(head.condition, row);
  const bool is_all = head.kind == model::clause_kind::all;
  outcome made = is_all ? outcome::met : outcome::unmet;
  for (std::size_t i = 1; i < head.size; i += steps[i].size) {
    const auto child = clause_outcome(steps.subspan(i), row);
    made = is_all ? std::min(made, child) : std::max(made, child);
  }
  if (head.kind != model::clause_kind::none || made == outcome::unknown) return made;
  return made == outcome::met ? outcome::unmet : outcome::met;
}

bool tier_reader::collects() const {
  return what_.hit == hit_policy::collect_sum || what_.hit == hit_policy::collect_min ||
         what_.hit == hit_policy::collect_max;
}

bool tier_reader::takes_first() const {
  return what_.hit == hit_policy::first || what_.hit == hit_policy::priority;
}

void tier_reader::take(std::uint32_t tier, outcome held) {
  const bool is_decided = !met_.empty() && takes_first();
  if (held == outcome::unmet || is_decided) return;
  if (held == outcome::unknown) {
    if (met_.empty() || collects()) maybe_.push_back(tier);
    return;
  }
  met_.push_back(tier);
  if (what_.hit == hit_policy::unique || what_.hit == hit_policy::any) maybe_.clear();
}

// Several tiers under `unique`; tiers that pay differently under `any`.
bool tier_reader::is_violated(std::size_t row) const {
  if (met_.size() < 2 || takes_first()) return false;
  if (what_.hit == hit_policy::unique) return true;
  const auto one = tier_amount(met_.front(), row);
  return std::any_of(met_.begin(), met_.end(), [&](std::uint32_t each) {
    const auto other = tier_amount(each, row);
    if (one.has == has_none || other.has == has_none) return false;
    return one.has != other.has || (one.has == has_both && one.low != other.low);
  });
}

range tier_reader::nothing(std::size_t row) const {
  return what_.otherwise == no_node ? null_range() : value(what_.otherwise, row);
}

// Where no tier is certain, what is paid otherwise may be.
range tier_reader::or_nothing(const range& made, std::size_t row) const {
  return what_.otherwise == no_node ? made : span_of(made, nothing(row));
}

range tier_reader::tier_amount(std::uint32_t tier, std::size_t row) const {
  return value(what_.tiers[tier].amount, row);
}

range tier_reader::tiers(std::size_t row) {
  met_.clear();
  maybe_.clear();
  for (std::uint32_t i = 0; i < what_.tiers.size(); ++i) take(i, test(what_.tiers[i], row));
  if (met_.empty() && maybe_.empty()) return nothing(row);
  if (collects()) return collected(row);
  if (met_.empty()) return or_nothing(among(maybe_, row), row);
  if (is_violated(row)) return null_range();
  if (maybe_.empty()) return agreed(row);
  maybe_.push_back(met_.front());
  return among(maybe_, row);
}

// Tiers that apply together pay the same: nothing at all, if each of them does.
range tier_reader::agreed(std::size_t row) const {
  const bool pays_nothing = std::all_of(met_.begin(), met_.end(), [&](std::uint32_t each) {
    return tier_amount(each, row).has == is_null;
  });
  if (pays_nothing) return null_range();
  return met_.size() > 1 ? among(met_, row) : tier_amount(met_.front(), row);
}

range tier_reader::among(const std::vector<std::uint32_t>& those, std::size_t row) const {
  range made = tier_amount(those.front(), row);
  for (const auto each : those) made = span_of(made, tier_amount(each, row));
  return made;
}

range tier_reader::joined(const range& a, const range& b) const {
  return what_.hit == hit_policy::collect_sum
             ? sum_of(a, b)
             : extreme_of(a, b, what_.hit == hit_policy::collect_min);
}

range tier_reader::collected(std::size_t row) const {
  if (met_.empty()) return or_nothing(perhaps(row), row);
  range made = tier_amount(met_.front(), row);
  for (std::size_t i = 1; i < met_.size(); ++i) made = joined(made, tier_amount(met_[i], row));
  if (made.has == is_null) return made;
  for (const auto each : maybe_) made = span_of(made, joined(made, tier_amount(each, row)));
  return made;
}

range tier_reader::perhaps(std::size_t row) const {
  const auto first = tier_amount(maybe_.front(), row);
  range made = span_of(first, first);
  for (std::size_t i = 1; i < maybe_.size(); ++i) {
    const auto next = tier_amount(maybe_[i], row);
    made = span_of(span_of(made, joined(made, next)), next);
  }
  return made;
}

// Amount, limits as written, rounding last.
range tier_reader::one(std::size_t row, const rounder* round) {
  range made = what_.tiers.empty() ? value(what_.formula, row) : tiers(row);
  if (what_.is_up_to && made.has != is_null) {
    made.low = 0;
    made.has |= has_low;
  }
  limit(made, what_.limits, row);
  if (round == nullptr) return made;
  return {(*round)(made.low), (*round)(made.high), made.has};
}

range tier_reader::item(std::size_t row, const rounder* round) {
  outcome held = outcome::met;
  const std::span<const clause_step> steps = what_.clauses;
  for (std::size_t i = 0; i < steps.size(); i += steps[i].size) {
    held = std::min(held, clause_outcome(steps.subspan(i), row));
  }
  if (held == outcome::unmet) return exactly(0);
  const auto paid = one(row, round);
  if (held == outcome::met) return paid;
  return paid.has == is_null ? exactly(0) : span_of(exactly(0), paid);
}

range tier_reader::items(std::size_t company, const rounder* round) {
  const auto& list = from_.companies().columns[what_.column];
  if (!list.known.at(company)) return list.null.at(company) ? null_range() : range{};
  range total = exactly(0);
  const auto begin = list.ends[first_];
  for (auto at = list.ends[company]; at < list.ends[company + 1]; ++at) {
    total = sum_of(total, item(at - begin, round));
  }
  limit(total, what_.total_limits, company - first_);
  return total;
}

range tier_reader::read(std::size_t company, const rounder* round) {
  return what_.of_items ? items(company, round) : one(company - first_, round);
}

}  // namespace sudui::columns
