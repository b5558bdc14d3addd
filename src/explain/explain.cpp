// Explaining re-decides one policy with traces on: matching itself never pays for explanations. The
// answer is built from the same registers that gave the verdict, so it cannot tell another story.
//
// Cost: binding one policy, some 100 microseconds.
//
// Tested by tests/unit/explain and tests/api/explain_test.cpp.

#include "explain/explain.hpp"

#include <utility>

#include "decide/amounts.hpp"
#include "decide/outcomes.hpp"
#include "decide/row.hpp"
#include "explain/grants.hpp"
#include "explain/steps.hpp"

namespace sudui::explain {

namespace {

// Reads one decided policy and its traces. Outcomes, lowered clauses and written clauses are in the
// same order, depth first; `place_` walks them together.
class explainer {
 public:
  explainer(const request& what, const plan::plan& of, decide::state& run)
      : what_(what), plan_(of), run_(run), steps_(what, of, run) {}

  void clauses(const std::vector<clause>& from, const decision& made,
               std::vector<clause_explanation>& into) {
    for (const auto& each : from) into.push_back(one_clause(each, made));
  }

  // The block of the benefit runs once more: another benefit may have used its registers since.
  void grants(const decision& made, std::vector<grant_explanation>& into) {
    const auto& lowered = plan_.policies.front();
    const auto& typed = what_.rules->policies[lowered.index].versions[lowered.version];
    for (std::size_t i = 0; i < made.grants.size(); ++i) {
      grant_explanation each;
      each.of = made.grants[i].what;
      each.how_much = made.grants[i].how_much;
      each.lines.assign(made.grants[i].lines.begin(), made.grants[i].lines.end());
      decide::run_block(plan_, lowered.benefits[i].code, run_);
      add_missing(lowered.benefits[i], each);
      each.steps = amount_steps(lowered.benefits[i], plan_.traces.front().benefits[i],
                                typed.benefits[i], steps_, what_, run_);
      into.push_back(std::move(each));
    }
  }

 private:
  // A decision says what all its amounts wait for; which waits for what shows only here.
  void add_missing(const plan::benefit& lowered, grant_explanation& into) {
    std::vector<item_line> again;
    const auto given = decide::amount_of(plan_, lowered, run_, again);
    if (given.missing) decide::collect_missing(what_.names, *given.missing, run_, into.missing);
  }

  // Clauses, outcomes and traces run in step: depth first, traces for leaves only.
  clause_explanation one_clause(const clause& from, const decision& made) {
    clause_explanation each;
    each.of = &from;
    each.held = made.clauses[place_];
    const auto& lowered = plan_.policies.front().clauses[place_];
    ++place_;
    if (from.what == clause::kind::require) {
      each.because = steps_.make(plan_.traces.front().clauses[leaf_++]);
      const auto& held = run_.registers[lowered.condition];
      if (held.is_unknown()) decide::collect_missing(what_.names, held.why, run_, each.missing);
    }
    clauses(from.children, made, each.children);
    return each;
  }

  const request& what_;
  const plan::plan& plan_;
  decide::state& run_;
  step_maker steps_;
  std::size_t place_ = 0, leaf_ = 0;
};

}  // namespace

// O(instructions of the one policy). The company is decided anew, so an explanation can be had of
// any profile and not only of the last one matched.
explanation explain(const request& what, const profile& company) {
  explanation made;
  made.keeps = what.keeps;
  made.of = what.of;
  made.as_of = what.on.as_of;
  made.year = what.on.year;
  made.digest = what.digest;
  plan::binding on = what.on;
  on.traced = true;
  on.chosen = [&](const std::string& id) { return id == what.of->id; };
  const auto planned = plan::from_types(what.rules, on);
  if (planned->policies.empty()) return made;
  decide::state run;
  decide::answers answers;
  answers.decide(*planned, what.names, company, run);
  const auto& decided = answers.all().front();
  made.version = decided.version;
  made.verdict = decided.verdict;
  made.missing.assign(decided.missing.begin(), decided.missing.end());
  explainer builder(what, *planned, run);
  builder.clauses(decided.version->clauses, decided, made.clauses);
  builder.grants(decided, made.grants);
  return made;
}

}  // namespace sudui::explain
