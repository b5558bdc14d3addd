// From the values of conditions to outcomes. A condition that is null is unmet: there is no such
// thing, so it does not hold. Groups are Kleene's: `all` is the least of its children, `any` the
// greatest, `none` the opposite of `any`, on the order unmet < unknown < met.
//
// Tested by tests/unit/decide/outcomes_test.cpp.

#include "decide/outcomes.hpp"

#include <algorithm>

namespace sudui::decide {

using model::clause_kind;
using plan::clause;

outcome to_outcome(const values::cell& held) noexcept {
  if (held.is_unknown()) return outcome::unknown;
  return held.is_true() ? outcome::met : outcome::unmet;
}

namespace {

outcome opposite(outcome of) {
  if (of == outcome::unknown) return of;
  return of == outcome::met ? outcome::unmet : outcome::met;
}

// `out` may be null: then nothing is recorded.
// The outcome of the first clause of the span with its subtree. Children are visited in full, also
// behind one that decides: every clause is reported.
outcome outcome_of(std::span<const clause> from, const state& run, std::vector<outcome>* out) {
  const auto& head = from.front();
  if (head.kind == clause_kind::require) {
    const auto held = to_outcome(run.registers[head.condition]);
    if (out != nullptr) out->push_back(held);
    return held;
  }
  const auto place = out == nullptr ? 0 : out->size();
  if (out != nullptr) out->push_back(outcome::unknown);
  const bool is_all = head.kind == clause_kind::all;
  outcome joined = is_all ? outcome::met : outcome::unmet;
  for (std::size_t i = 1; i < head.size; i += from[i].size) {
    const auto child = outcome_of(from.subspan(i), run, out);
    joined = is_all ? std::min(joined, child) : std::max(joined, child);
  }
  if (head.kind == clause_kind::none) joined = opposite(joined);
  if (out != nullptr) (*out)[place] = joined;
  return joined;
}

outcome joined(std::span<const clause> clauses, const state& run, std::vector<outcome>* out) {
  outcome all = outcome::met;
  for (std::size_t i = 0; i < clauses.size(); i += clauses[i].size) {
    all = std::min(all, outcome_of(clauses.subspan(i), run, out));
  }
  return all;
}

}  // namespace

outcome clause_outcomes(std::span<const clause> clauses, const state& run,
                        std::vector<outcome>& out) {
  return joined(clauses, run, &out);
}

outcome all_met(std::span<const clause> clauses, const state& run) {
  return joined(clauses, run, nullptr);
}

std::optional<std::uint32_t> merge(state& run, std::optional<std::uint32_t> a,
                                   std::optional<std::uint32_t> b) {
  if (!a) return b;
  if (!b) return a;
  return run.missing.both(*a, *b);
}

// Walks the clauses as they lie, depth first: into a group that waits, past one that does not.
std::optional<std::uint32_t> what_is_missing(std::span<const clause> clauses, state& run) {
  std::optional<std::uint32_t> all;
  for (std::size_t i = 0; i < clauses.size();) {
    const auto& each = clauses[i];
    if (each.kind == clause_kind::require) {
      const auto& held = run.registers[each.condition];
      if (held.is_unknown()) all = merge(run, all, held.why);
      ++i;
      continue;
    }
    // A group that is decided waits for nothing, whatever its children do.
    const bool waits = outcome_of(clauses.subspan(i), run, nullptr) == outcome::unknown;
    i += waits ? 1 : each.size;
  }
  return all;
}

}  // namespace sudui::decide
