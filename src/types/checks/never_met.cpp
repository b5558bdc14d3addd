// A clause that no company can meet, alone or beside the others, is a slip: `staff > 300` where
// another clause says `staff <= 300`. And one that every company meets says nothing.
//
// Tested by tests/data/rules/bad/never-met*.

#include <map>

#include "types/checks/checks.hpp"
#include "types/checks/interval.hpp"
#include "types/fold.hpp"

namespace sudui::types {

using text::message;

namespace {
// Formulas without any input: true for all companies or for none. Unknown is neither: a parameter
// that nobody has published may settle it.
void check_constant(const typed_clause& clause, text::sink& out) {
  for (const auto& child : clause.children) check_constant(child, out);
  if (clause.from->kind != model::clause_kind::require) return;
  const auto held = fold(clause.require);
  if (!held || held->is_unknown()) return;
  const auto* truth = held->get_if<bool>();
  if (truth != nullptr && *truth) {
    out.report(message::always_met, clause.require.where, {clause.from->id.text});
  } else {
    out.report(message::never_met, clause.require.where, {clause.from->id.text});
  }
}

// Clauses that must all hold: those at the top, and those in `all:` groups.
void check_together(const std::vector<typed_clause>& clauses, std::map<std::string, interval>& seen,
                    text::sink& out) {
  for (const auto& clause : clauses) {
    if (clause.from->kind == model::clause_kind::all) check_together(clause.children, seen, out);
    if (clause.from->kind != model::clause_kind::require || clause.require.of.is_error()) continue;
    for (const auto& part : conjunction_of(clause.require).parts) {
      auto& known = seen[part.subject];
      const auto met = known.meet(part.numbers);
      if (met.is_empty()) {
        out.report(message::never_met, part.where, {clause.from->id.text});
      } else {
        known = met;
      }
    }
  }
}
}  // namespace

void check_never_met(const typed_policy& policy, text::sink& out) {
  for (const auto& version : policy.versions) {
    for (const auto& clause : version.clauses) check_constant(clause, out);
    std::map<std::string, interval> seen;
    check_together(version.clauses, seen, out);
  }
}

}  // namespace sudui::types
