// Tested by tests/unit/report/answer_test.cpp.
#include "report/answer.hpp"

#include <algorithm>

namespace sudui::report {
namespace {

void collect(const std::vector<clause>& clauses, std::vector<const clause*>& into) {
  for (const clause& each : clauses) {
    into.push_back(&each);
    collect(each.children, into);
  }
}

// A citation may be absent where the one of the group holds.
bool is_good(const citation& cite) { return cite.document.empty() || cite.is_verified(); }

}  // namespace

std::vector<const clause*> in_order(const std::vector<clause>& clauses) {
  std::vector<const clause*> all;
  collect(clauses, all);
  return all;
}

// One source that nobody has checked is enough to say so: a decision is as good as its weakest
// ground.
bool is_verified(const policy_version& version) {
  const auto clauses = in_order(version.clauses);
  return std::all_of(clauses.begin(), clauses.end(),
                     [](const clause* each) { return is_good(each->cite); }) &&
         std::all_of(version.benefits.begin(), version.benefits.end(),
                     [](const benefit& each) { return is_good(each.cite); });
}

}  // namespace sudui::report
