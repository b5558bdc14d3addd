// From a run of the plan to decisions. A policy is ineligible when a clause is unmet, else
// undetermined when one is unknown, else eligible. Amounts are worked out for the last two.
//
// Everything lands in vectors that keep their memory; views are set once at the end, since vectors
// move as they grow.
//
// Tested by tests/unit/decide/answers_test.cpp, tests/api/match_test.cpp.

#include "decide/answers.hpp"

#include <utility>

#include "decide/amounts.hpp"
#include "decide/outcomes.hpp"
#include "decide/row.hpp"

namespace sudui::decide {

using values::missing_graph;

namespace {
verdict to_verdict(outcome all) {
  switch (all) {
    case outcome::met:
      return verdict::eligible;
    case outcome::unknown:
      return verdict::undetermined;
    case outcome::unmet:
      break;
  }
  return verdict::ineligible;
}

}  // namespace

missing_input to_missing(const catalogue& names, const missing_graph::input& what) {
  missing_input made;
  if (what.from == missing_graph::input::source::field) {
    made.what = &names.fields[what.index];
  } else {
    made.constant = &names.parameters[what.index];
  }
  if (what.year != missing_graph::input::no_year) made.year = what.year;
  return made;
}

void collect_missing(const catalogue& names, std::uint32_t node, state& run,
                     std::vector<missing_input>& out) {
  run.wanted.clear();
  run.missing.collect(node, run.wanted);
  for (const auto& each : run.wanted) out.push_back(to_missing(names, each));
}

void answers::append_missing(const catalogue& names, state& run) {
  for (const auto& each : run.wanted) missing_.push_back(to_missing(names, each));
}

// The main block first, for all policies at once; then policy by policy. O(instructions).
void answers::decide(const plan::plan& of, const catalogue& names, const profile& company,
                     state& run) {
  all_.clear();
  places_.clear();
  outcomes_.clear();
  grants_.clear();
  line_places_.clear();
  lines_.clear();
  missing_.clear();
  run.prepare(of);
  bind_profile(of, company, run);
  run_block(of, 0, run);
  for (const auto& what : of.policies) decide_one(of, names, what, run);
  set_views();
}

// Outcomes, missing inputs, grants and what the grants wait for are appended in this order, and
// only their extents are noted: the vectors may still move.
void answers::decide_one(const plan::plan& of, const catalogue& names, const plan::policy& what,
                         state& run) {
  extent place{};
  place.outcomes = outcomes_.size();
  const auto all = clause_outcomes(what.clauses, run, outcomes_);
  place.outcome_count = outcomes_.size() - place.outcomes;
  decision made;
  made.of = &names.policies[what.index];
  made.version = &made.of->versions[what.version];
  made.verdict = to_verdict(all);
  run.wanted.clear();
  if (all == outcome::unknown) {
    if (const auto node = what_is_missing(what.clauses, run)) {
      run.missing.collect(*node, run.wanted);
    }
  }
  place.missing = missing_.size();
  append_missing(names, run);
  place.missing_count = missing_.size() - place.missing;
  run.wanted.clear();
  place.grants = grants_.size();
  if (all != outcome::unmet) award(of, what, *made.version, run);
  place.grant_count = grants_.size() - place.grants;
  place.amount_missing = missing_.size();
  append_missing(names, run);
  place.amount_missing_count = missing_.size() - place.amount_missing;
  all_.push_back(made);
  places_.push_back(place);
}

// Runs the block of every benefit. What several benefits wait for is collected into one list, each
// input once a benefit.
void answers::award(const plan::plan& of, const plan::policy& what, const policy_version& version,
                    state& run) {
  for (std::size_t i = 0; i < what.benefits.size(); ++i) {
    const auto& benefit = what.benefits[i];
    run_block(of, benefit.code, run);
    const auto first = lines_.size();
    const auto given = amount_of(of, benefit, run, lines_);
    if (given.missing) run.missing.collect(*given.missing, run.wanted);
    grant made;
    made.what = &version.benefits[i];
    made.how_much = given.how_much;
    grants_.push_back(made);
    line_places_.emplace_back(first, lines_.size() - first);
  }
}

// Once, when nothing grows any more: from here on the spans hold until the next run.
void answers::set_views() {
  for (std::size_t i = 0; i < grants_.size(); ++i) {
    grants_[i].lines = std::span(lines_).subspan(line_places_[i].first, line_places_[i].second);
  }
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const auto& place = places_[i];
    all_[i].clauses = std::span(outcomes_).subspan(place.outcomes, place.outcome_count);
    all_[i].grants = std::span(grants_).subspan(place.grants, place.grant_count);
    all_[i].missing = std::span(missing_).subspan(place.missing, place.missing_count);
    all_[i].amount_missing =
        std::span(missing_).subspan(place.amount_missing, place.amount_missing_count);
  }
}

}  // namespace sudui::decide
