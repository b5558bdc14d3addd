#include <algorithm>
#include <optional>

#include "support/oracle.hpp"

namespace oracle {

using sudui::outcome;
using sudui::verdict;
using sudui::model::clause_kind;
using sudui::model::hit_policy;
using sudui::types::amount_form;
using sudui::types::typed_benefit;
using sudui::types::typed_clause;
using state = sudui::amount::state;

namespace {

outcome to_outcome(const thing& held) {
  if (held.is == sort::unknown) return outcome::unknown;
  return held.is == sort::boolean && held.flag ? outcome::met : outcome::unmet;
}

amount settled(amount of) {
  if (of.is == state::null || of.is == state::none) return of;
  if (of.low && of.high && *of.low == *of.high) {
    of.is = state::exact;
  } else {
    of.is = of.low || of.high ? state::interval : state::unknown;
  }
  return of;
}

amount from_thing(const thing& held) {
  amount made;
  made.is = held.is == sort::null ? state::null : state::unknown;
  if (held.is == sort::number) made.low = made.high = held.number;
  return settled(made);
}

amount either(const amount& a, const amount& b) {
  amount made;
  made.is = state::unknown;
  if (a.low && b.low) made.low = std::min(*a.low, *b.low);
  if (a.high && b.high) made.high = std::max(*a.high, *b.high);
  return settled(made);
}

amount plus(const amount& a, const amount& b) {
  amount made;
  made.is = a.is == state::null || b.is == state::null ? state::null : state::unknown;
  if (made.is == state::null) return made;
  if (a.low && b.low) made.low = rounded(*a.low + *b.low);
  if (a.high && b.high) made.high = rounded(*a.high + *b.high);
  return settled(made);
}

void limit(amount& of, bool is_maximum, const thing& held) {
  if (of.is == state::null || held.is == sort::null) return;
  auto& near = is_maximum ? of.low : of.high;
  auto& far = is_maximum ? of.high : of.low;
  const auto tighter = [&](const rational& a, const rational& b) {
    return is_maximum ? std::min(a, b) : std::max(a, b);
  };
  if (held.is == sort::unknown) {
    near.reset();
  } else {
    if (near) near = tighter(*near, held.number);
    far = far ? tighter(*far, held.number) : held.number;
  }
  of = settled(of);
}

}  // namespace

std::vector<decision> judge::decide() {
  std::vector<decision> made;
  for (const auto& policy : rules_.policies) {
    const bool by_year = policy.from->time == sudui::model::timing::year;
    day_ = by_year ? std::chrono::year(year_) / 12 / 31 : as_of_;
    for (const auto& version : policy.versions) {
      if (!version.from->days.holds(day_)) continue;
      made.push_back(decide_one(policy, version));
      break;
    }
  }
  return made;
}

decision judge::decide_one(const sudui::types::typed_policy& policy,
                           const sudui::types::typed_version& version) {
  decision made;
  made.policy = policy.from->id.text;
  std::set<std::string> missing;
  const auto all = together(version.clauses, made.clauses, missing);
  made.verdict = all == outcome::met     ? verdict::eligible
                 : all == outcome::unmet ? verdict::ineligible
                                         : verdict::undetermined;
  if (all == outcome::unknown) made.missing = missing;
  if (all != outcome::unmet) {
    for (const auto& benefit : version.benefits) made.grants.push_back(grant_of(benefit));
  }
  return made;
}

outcome judge::together(const std::vector<typed_clause>& clauses, std::vector<outcome>& out,
                        std::set<std::string>& missing) {
  outcome all = outcome::met;
  for (const auto& clause : clauses) all = std::min(all, outcome_of(clause, out, missing));
  return all;
}

outcome judge::outcome_of(const typed_clause& clause, std::vector<outcome>& out,
                          std::set<std::string>& missing) {
  if (clause.from->kind == clause_kind::require) {
    const auto held = eval(clause.require);
    missing.insert(held.missing.begin(), held.missing.end());
    out.push_back(to_outcome(held));
    return out.back();
  }
  const auto place = out.size();
  out.push_back(outcome::unknown);
  std::set<std::string> inner;
  std::vector<outcome> children;
  for (const auto& child : clause.children) children.push_back(outcome_of(child, out, inner));
  const auto least = *std::min_element(children.begin(), children.end());
  const auto most = *std::max_element(children.begin(), children.end());
  outcome held = clause.from->kind == clause_kind::all ? least : most;
  if (clause.from->kind == clause_kind::none && held != outcome::unknown) {
    held = held == outcome::met ? outcome::unmet : outcome::met;
  }
  if (held == outcome::unknown) missing.insert(inner.begin(), inner.end());
  return out[place] = held;
}

namespace {
// An end that one amount leaves open is the other's only where the other bounds it: the greater of
// 300 and an unknown is at least 300.
amount extreme(const amount& a, const amount& b, bool is_least) {
  amount made;
  made.is = a.is == state::null || b.is == state::null ? state::null : state::unknown;
  if (made.is == state::null) return made;
  const auto better = [&](const rational& x, const rational& y) { return is_least == (x < y); };
  if (a.low && b.low) made.low = better(*a.low, *b.low) ? *a.low : *b.low;
  if (a.high && b.high) made.high = better(*a.high, *b.high) ? *a.high : *b.high;
  auto& bounded = is_least ? made.high : made.low;
  const auto& left = is_least ? a.high : a.low;
  const auto& right = is_least ? b.high : b.low;
  if (!bounded) bounded = left ? left : right;
  return settled(made);
}

template <class Row>
amount collected(hit_policy hit, const std::vector<std::size_t>& met, const Row& row) {
  amount made = row(met.front());
  for (std::size_t i = 1; i < met.size(); ++i) {
    const amount next = row(met[i]);
    if (hit == hit_policy::collect_sum) {
      made = plus(made, next);
    } else {
      made = extreme(made, next, hit == hit_policy::collect_min);
    }
  }
  return made;
}

// Every choice of the rows that may apply, one by one: the least and the greatest of them all.
template <class Row>
amount all_collected(hit_policy hit, const std::vector<std::size_t>& met,
                     const std::vector<std::size_t>& maybe, const Row& row) {
  std::optional<amount> made;
  for (std::size_t choice = 0; choice < std::size_t{1} << maybe.size(); ++choice) {
    auto rows = met;
    for (std::size_t i = 0; i < maybe.size(); ++i) {
      if ((choice >> i & 1) != 0) rows.push_back(maybe[i]);
    }
    if (rows.empty()) continue;
    const amount one = collected(hit, rows, row);
    made = either(made.value_or(one), one);
  }
  return *made;
}
}  // namespace

namespace {
bool collects(hit_policy hit) {
  return hit == hit_policy::collect_sum || hit == hit_policy::collect_min ||
         hit == hit_policy::collect_max;
}

bool takes_first(hit_policy hit) { return hit == hit_policy::first || hit == hit_policy::priority; }

amount between(std::size_t low, std::size_t high) {
  amount made;
  made.is = state::unknown;
  made.low = rational(low);
  made.high = rational(high);
  return settled(made);
}

// Null and a number, or two numbers; an amount that is unknown may yet agree.
bool disagree(const thing& a, const thing& b) {
  if (a.is == sort::unknown || b.is == sort::unknown) return false;
  return a.is != b.is || (a.known() && a.number != b.number);
}
}  // namespace

// Under `priority` the rows are in the order of their outputs, so that the first counts.
amount judge::of_tiers(const typed_benefit& benefit) {
  std::vector<std::size_t> met;
  std::vector<std::size_t> maybe;
  const auto hit = benefit.from->by_tiers->hit;
  for (std::size_t i = 0; i < benefit.rows.size(); ++i) {
    outcome held = outcome::met;
    for (const auto& test : benefit.rows[i].tests) held = std::min(held, to_outcome(eval(test)));
    if (takes_first(hit) && !met.empty()) break;
    if (held == outcome::met) met.push_back(i);
    if (held == outcome::unknown) maybe.push_back(i);
  }
  const auto paid = [&](std::size_t i) { return eval(benefit.rows[i].amount); };
  const auto row = [&](std::size_t i) { return from_thing(paid(i)); };
  std::optional<amount> otherwise;
  if (benefit.otherwise) otherwise = from_thing(eval(*benefit.otherwise));
  amount nothing;
  nothing.is = state::null;
  const auto or_default = [&](const amount& made) {
    return met.empty() && otherwise ? either(made, *otherwise) : made;
  };
  if (hit == hit_policy::collect_count) {
    const auto count = between(met.size(), met.size() + maybe.size());
    if (met.empty() && maybe.empty()) return otherwise.value_or(count);
    return or_default(count);
  }
  if (met.empty() && maybe.empty()) return otherwise.value_or(nothing);
  if (collects(hit)) {
    if (!met.empty() && collected(hit, met, row).is == state::null) return nothing;
    if (maybe.empty()) return collected(hit, met, row);
    return or_default(all_collected(hit, met, maybe, row));
  }
  if (hit == hit_policy::unique && met.size() > 1) return nothing;
  if (hit == hit_policy::any) {
    for (const auto i : met) {
      if (disagree(paid(met.front()), paid(i))) return nothing;
    }
  }
  if (!takes_first(hit) && !met.empty()) maybe.clear();
  if (maybe.empty()) {
    const bool pays_nothing =
        std::all_of(met.begin(), met.end(), [&](auto i) { return row(i).is == state::null; });
    if (pays_nothing) return nothing;
    amount made = row(met.front());
    for (const auto i : met) made = i == met.front() ? made : either(made, row(i));
    return made;
  }
  amount made = row(maybe.front());
  for (const auto i : maybe) made = either(made, row(i));
  if (!met.empty()) made = either(made, row(met.front()));
  return or_default(made);
}

amount judge::one_amount(const typed_benefit& benefit) {
  amount made =
      benefit.form == amount_form::tiers ? of_tiers(benefit) : from_thing(eval(*benefit.amount));
  if (benefit.form == amount_form::up_to && made.is != state::null) {
    made.low = rational(0);
    made = settled(made);
  }
  for (const auto& each : benefit.limits) limit(made, each.from->is_maximum, eval(each.amount));
  if (const auto& rule = benefit.from->round) {
    if (made.low) made.low = rounded(*made.low, rule->places, rule->mode);
    if (made.high) made.high = rounded(*made.high, rule->places, rule->mode);
    made = settled(made);
  }
  return made;
}

amount judge::grant_of(const typed_benefit& benefit) {
  if (benefit.form == amount_form::none) return {};
  if (!benefit.items) return one_amount(benefit);
  const auto list = eval(*benefit.items);
  if (!list.known()) return from_thing(list);
  amount zero;
  zero.is = state::exact;
  zero.low = zero.high = rational(0);
  amount total = zero;
  for (const auto& item : list.items) {
    locals_[benefit.slot] = item;
    std::vector<outcome> outcomes;
    std::set<std::string> missing;
    const auto held = together(benefit.item_clauses, outcomes, missing);
    if (held == outcome::unmet) continue;
    const auto paid = one_amount(benefit);
    if (held == outcome::met) {
      total = plus(total, paid);
    } else {
      total = plus(total, paid.is == state::null ? zero : either(zero, paid));
    }
  }
  for (const auto& each : benefit.total_limits) {
    limit(total, each.from->is_maximum, eval(each.amount));
  }
  return total;
}

}  // namespace oracle
