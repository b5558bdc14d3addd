// Amounts are intervals while something is missing: [low, high] with either end open. A cap closes
// an open upper end; rows of tiers that may apply span from the least to the greatest; items that
// may qualify widen the sum. When all is known both ends meet, and the arithmetic is exact.
//
// Tested by tests/unit/decide/amounts_test.cpp and, against the oracle, by tests/property.

#include "decide/amounts.hpp"

#include <algorithm>
#include <span>

#include "decide/outcomes.hpp"
#include "decide/row.hpp"

namespace sudui::decide {

using model::hit_policy;
using types::amount_form;
using values::cell;

namespace {

// An amount while it is worked out. No end at all is unknown; `missing` is what would close the
// open ends, or none where nothing is asked for.
struct range {
  std::optional<decimal> low, high;
  bool is_null = false;
  std::optional<std::uint32_t> missing;
};

range null_range() {
  range made;
  made.is_null = true;
  return made;
}

// Null is no number to bound, and unknown bounds nothing.
range to_range(const cell& held) {
  range made;
  if (held.is_null()) return null_range();
  if (held.is_unknown()) {
    made.missing = held.why;
  } else {
    made.low = made.high = held.number;
  }
  return made;
}

// Ends that meet are an exact amount, whatever was missing on the way: a cap below every row
// settles it.
amount to_amount(const range& from) {
  amount made;
  if (from.is_null) {
    made.is = amount::state::null;
    return made;
  }
  made.low = from.low;
  made.high = from.high;
  if (from.low && from.high && *from.low == *from.high) {
    made.is = amount::state::exact;
  } else {
    made.is = from.low || from.high ? amount::state::interval : amount::state::unknown;
  }
  return made;
}

// Both may be: the least and the greatest, open where either is.
range span_of(const range& a, const range& b, state& run) {
  range made;
  if (a.low && b.low) made.low = std::min(*a.low, *b.low);
  if (a.high && b.high) made.high = std::max(*a.high, *b.high);
  made.missing = merge(run, a.missing, b.missing);
  return made;
}

// A null summand has no value to add, so the sum has none: it is not taken for zero. An overflow
// opens the end.
range sum_of(const range& a, const range& b, state& run) {
  if (a.is_null || b.is_null) return null_range();
  range made;
  if (a.low && b.low) made.low = add(*a.low, *b.low);
  if (a.high && b.high) made.high = add(*a.high, *b.high);
  made.missing = merge(run, a.missing, b.missing);
  return made;
}

// The less or the greater of the two; where one is unknown, the other bounds it on one side.
range extreme_of(const range& a, const range& b, bool is_least, state& run) {
  if (a.is_null || b.is_null) return null_range();
  const auto choose = [&](const std::optional<decimal>& left, const std::optional<decimal>& right,
                          bool one_is_enough) -> std::optional<decimal> {
    if (left && right) return is_least ? std::min(*left, *right) : std::max(*left, *right);
    if (!one_is_enough) return std::nullopt;
    return left ? left : right;
  };
  range made;
  made.low = choose(a.low, b.low, !is_least);
  made.high = choose(a.high, b.high, is_least);
  made.missing = merge(run, a.missing, b.missing);
  return made;
}

// ---- tiers ----

// Reads the rows of tiers once: which are met, which may be, and what follows by the hit policy.
// The lists live in the state, since a run allocates nothing.
class tier_reader {
 public:
  tier_reader(const plan::amount& what, state& run)
      : what_(what), run_(run), met_(run.rows_met), maybe_(run.rows_maybe) {
    met_.clear();
    maybe_.clear();
  }

  range read() {
    for (std::size_t i = 0; i < what_.rows.size(); ++i) take(i, test(what_.rows[i]));
    if (met_.empty() && maybe_.empty()) return nothing();
    if (what_.hit == hit_policy::collect_count) return counted();
    if (collects()) return collected();
    if (met_.empty()) return waiting(or_nothing(among(maybe_)));
    if (is_violated()) return null_range();
    if (maybe_.empty()) return agreed();
    maybe_.push_back(met_.front());
    return waiting(among(maybe_));
  }
  // The row that settles it; as many as there are rows where the default does.
  [[nodiscard]] std::optional<std::size_t> row() const {
    if (!maybe_.empty()) return std::nullopt;
    if (met_.empty()) return what_.otherwise ? std::optional(what_.rows.size()) : std::nullopt;
    if (collects() || is_violated()) return std::nullopt;
    return met_.front();
  }
  // The rows that must not be met together.
  [[nodiscard]] std::vector<std::size_t> violating() const {
    return !collects() && is_violated() ? met_ : std::vector<std::size_t>();
  }

 private:
  [[nodiscard]] bool collects() const {
    return what_.hit == hit_policy::collect_sum || what_.hit == hit_policy::collect_min ||
           what_.hit == hit_policy::collect_max || what_.hit == hit_policy::collect_count;
  }
  [[nodiscard]] bool takes_first() const {
    return what_.hit == hit_policy::first || what_.hit == hit_policy::priority;
  }

  // Several rows under `unique`; rows that pay differently under `any`. While an amount is unknown
  // they may still agree.
  [[nodiscard]] bool is_violated() const {
    if (met_.size() < 2 || takes_first()) return false;
    if (what_.hit == hit_policy::unique) return true;
    const auto& one = run_.registers[what_.rows[met_.front()].amount];
    return std::any_of(met_.begin(), met_.end(), [&](std::size_t row) {
      const auto& other = run_.registers[what_.rows[row].amount];
      if (one.is_unknown() || other.is_unknown()) return false;
      return one.is_null() != other.is_null() || (one.is_known() && !(one.number == other.number));
    });
  }

  // No row applies: the default, or null, since the rule has no amount for such a company; an
  // explanation says so.
  range nothing() {
    if (what_.otherwise) return to_range(run_.registers[*what_.otherwise]);
    if (what_.hit != hit_policy::collect_count) return null_range();
    range none;
    none.low = none.high = decimal(0);
    return none;
  }

  // Where no row is certain, the default may be what is paid.
  range or_nothing(const range& made) {
    return what_.otherwise ? span_of(made, nothing(), run_) : made;
  }

  range counted() {
    range made;
    made.low = decimal(met_.size());
    made.high = decimal(met_.size() + maybe_.size());
    if (maybe_.empty()) return made;
    return waiting(met_.empty() ? or_nothing(made) : made);
  }

  // All tests of a row, without short circuit: every unknown one adds what it waits for, unless
  // another rules the row out.
  outcome test(const plan::row& row) {
    outcome all = outcome::met;
    std::optional<std::uint32_t> missing;
    for (const auto each : row.tests) {
      const auto& held = run_.registers[each];
      all = std::min(all, to_outcome(held));
      if (held.is_unknown()) missing = merge(run_, missing, held.why);
    }
    if (all == outcome::unknown) missing_ = merge(run_, missing_, missing);
    return all;
  }

  // A row that is met ends the search under `first`, and settles `unique` and `any`: what may apply
  // beside it would violate the one, and pay the same under the other.
  void take(std::size_t row, outcome held) {
    const bool is_decided = !met_.empty() && takes_first();
    if (held == outcome::unmet || is_decided) return;
    if (held == outcome::unknown) {
      if (met_.empty() || collects()) maybe_.push_back(row);
      return;
    }
    met_.push_back(row);
    if (what_.hit == hit_policy::unique || what_.hit == hit_policy::any) maybe_.clear();
  }

  range row_amount(std::size_t row) { return to_range(run_.registers[what_.rows[row].amount]); }

  // Rows that apply together pay the same: nothing at all, if each of them does.
  range agreed() {
    const bool pays_nothing = std::all_of(met_.begin(), met_.end(), [&](std::size_t row) {
      return run_.registers[what_.rows[row].amount].is_null();
    });
    return pays_nothing ? null_range() : among(met_);
  }

  range among(std::span<const std::size_t> rows) {
    range made = row_amount(rows.front());
    for (const auto row : rows) made = span_of(made, row_amount(row), run_);
    return made;
  }

  range waiting(range made) {
    made.missing = merge(run_, made.missing, missing_);
    return made;
  }

  range joined(const range& a, const range& b) {
    return what_.hit == hit_policy::collect_sum
               ? sum_of(a, b, run_)
               : extreme_of(a, b, what_.hit == hit_policy::collect_min, run_);
  }

  // The rows that are met, then each row that may be: what there is without it, with it, and, where
  // no row is met, it alone. So `collect-sum` of 300 and perhaps 200 is 300 .. 500.
  range collected() {
    if (met_.empty()) return waiting(or_nothing(perhaps()));
    range made = row_amount(met_.front());
    for (std::size_t i = 1; i < met_.size(); ++i) made = joined(made, row_amount(met_[i]));
    if (made.is_null || maybe_.empty()) return made;
    for (const auto row : maybe_) made = span_of(made, joined(made, row_amount(row)), run_);
    return waiting(made);
  }

  range perhaps() {
    range made = among({maybe_.data(), 1});
    for (std::size_t i = 1; i < maybe_.size(); ++i) {
      const range next = row_amount(maybe_[i]);
      made = span_of(span_of(made, joined(made, next), run_), next, run_);
    }
    return made;
  }

  const plan::amount& what_;
  state& run_;
  std::vector<std::size_t>& met_;
  std::vector<std::size_t>& maybe_;
  std::optional<std::uint32_t> missing_;
};

// ---- one amount ----

range base_of(const plan::amount& what, state& run) {
  if (what.form == amount_form::tiers) return tier_reader(what, run).read();
  range made = to_range(run.registers[what.formula]);
  if (what.form == amount_form::up_to && !made.is_null) made.low = decimal(0);
  return made;
}

void apply_maximum(range& made, const decimal& most) {
  if (made.low) made.low = std::min(*made.low, most);
  made.high = made.high ? std::min(*made.high, most) : most;
}

void apply_minimum(range& made, const decimal& least) {
  made.low = made.low ? std::max(*made.low, least) : least;
  if (made.high) made.high = std::max(*made.high, least);
}

// A limit that is null is none. One that is unknown opens the end that it could move.
void apply_limit(range& made, const plan::limit& what, state& run) {
  const auto& held = run.registers[what.amount];
  if (made.is_null || held.is_null()) return;
  if (held.is_unknown()) {
    (what.is_maximum ? made.low : made.high).reset();
    made.missing = merge(run, made.missing, held.why);
  } else if (what.is_maximum) {
    apply_maximum(made, held.number);
  } else {
    apply_minimum(made, held.number);
  }
}

// Rounding is monotone, so the ends may be rounded by themselves.
void apply_rounding(range& made, const std::optional<model::rounding_rule>& rule) {
  if (!rule) return;
  if (made.low) made.low = round(*made.low, rule->places, rule->mode);
  if (made.high) made.high = round(*made.high, rule->places, rule->mode);
}

// The order is the law's: amount, limits as written, rounding last.
range one_amount(const plan::amount& what, state& run) {
  range made = base_of(what, run);
  for (const auto& each : what.limits) apply_limit(made, each, run);
  apply_rounding(made, what.round);
  return made;
}

// ---- items ----

// One item: nothing where its clauses are unmet, its amount where they are met, and between the two
// where nobody knows. A line is kept in every case.
range of_item(const plan::plan& of, const plan::benefit& what, std::uint32_t position,
              const cell& item, state& run, std::vector<item_line>& lines) {
  run_item(of, what.item_code, item, run);
  const auto held = all_met(what.item_clauses, run);
  range made;
  made.low = made.high = decimal(0);
  if (held == outcome::unmet) {
    lines.push_back({position, held, to_amount(made)});
    return made;
  }
  const range paid = one_amount(what.how_much, run);
  lines.push_back({position, held, to_amount(paid)});
  if (held == outcome::met) return paid;
  made = paid.is_null ? made : span_of(made, paid, run);
  made.missing = merge(run, made.missing, what_is_missing(what.item_clauses, run));
  return made;
}

// The sum over the items, then the limits of the total. Rounding is an item's.
range of_items(const plan::plan& of, const plan::benefit& what, state& run,
               std::vector<item_line>& lines) {
  const cell list = run.registers[*what.items];
  if (!list.is_known()) return to_range(list);
  range total;
  total.low = total.high = decimal(0);
  std::uint32_t position = 0;
  for (const auto& item : list.list()) {
    total = sum_of(total, of_item(of, what, position++, item, run, lines), run);
  }
  for (const auto& each : what.total_limits) apply_limit(total, each, run);
  return total;
}

}  // namespace

awarded amount_of(const plan::plan& of, const plan::benefit& what, state& run,
                  std::vector<item_line>& lines) {
  if (what.how_much.form == amount_form::none) return {};
  const range made = what.items ? of_items(of, what, run, lines) : one_amount(what.how_much, run);
  awarded given{to_amount(made), made.missing};
  if (given.how_much.is == amount::state::exact) given.missing.reset();
  return given;
}

// The same steps as one_amount, each kept; called for explanations only.
amount_stages stages_of(const plan::amount& what, state& run) {
  amount_stages made;
  range now;
  if (what.form == amount_form::tiers) {
    tier_reader reader(what, run);
    now = reader.read();
    made.row = reader.row();
    made.violating = reader.violating();
  } else {
    now = base_of(what, run);
  }
  made.stages.push_back(to_amount(now));
  for (const auto& each : what.limits) {
    apply_limit(now, each, run);
    made.stages.push_back(to_amount(now));
  }
  apply_rounding(now, what.round);
  made.stages.push_back(to_amount(now));
  return made;
}

}  // namespace sudui::decide
