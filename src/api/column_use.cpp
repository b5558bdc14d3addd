// What columns take of a binding, told in the words of the rule files. A predicate is a node that
// asks a column something (a limit, a ratio, a set of texts, a loop over items); nodes that only
// join truths (and, or, not, if) are none, so that
//
//   staff > 5 and region in ("a", "b")      is two predicates,
//   staff > 5                               in another clause is none more.
//
// Cost: a compilation and a walk over the nodes of each policy. Tested by
// tests/api/column_use_test.cpp and tests/cli/check_plan.sh.

#include "api/column_use.hpp"

#include <algorithm>
#include <span>

#include "api/bound.hpp"
#include "columns/match.hpp"
#include "columns/walk.hpp"

namespace sudui {
inline namespace v1 {
namespace api {
namespace {

using columns::node_id;

// The nodes that conditions stand on.
class node_walk {
 public:
  explicit node_walk(const columns::program& of) : program_(of), seen_(of.nodes.size()) {}

  void enter(node_id which) {
    if (which == columns::no_node || seen_[which]) return;
    seen_[which] = true;
    const auto& held = program_.nodes[which];
    predicates_ += columns::is_predicate(held.kind) ? 1 : 0;
    columns::for_each_operand(program_, held, [&](node_id part) { enter(part); });
  }
  [[nodiscard]] std::size_t predicates() const { return predicates_; }

 private:
  const columns::program& program_;
  std::vector<bool> seen_;
  std::size_t predicates_ = 0;
};

void add_clauses(std::span<const columns::clause_step> steps, policy_in_columns& into) {
  const auto written = written_clauses(into.version->clauses);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].kind != model::clause_kind::require) continue;
    ++into.clauses;
    if (steps[i].condition == columns::no_node) into.clauses_left.push_back(written[i]);
  }
}

void add_amounts(std::span<const columns::amount_plan> plans, policy_in_columns& into) {
  const auto& benefits = into.version->benefits;
  for (std::size_t i = 0; i < benefits.size(); ++i) {
    if (!benefits[i].has_amount) continue;
    ++into.amounts;
    if (plans[i].is_open()) into.amounts_left.push_back(&benefits[i]);
  }
}

void flatten(const std::vector<clause>& from, std::vector<const clause*>& into) {
  for (const auto& each : from) {
    into.push_back(&each);
    flatten(each.children, into);
  }
}

}  // namespace

std::vector<const clause*> written_clauses(const std::vector<clause>& from) {
  std::vector<const clause*> made;
  flatten(from, made);
  return made;
}

column_use use_of_columns(const matcher& by) {
  const auto compiled = columns::compile(by.held().planned);
  const auto& program = compiled->program;
  column_use made{by, {}, 0};
  node_walk all(program);
  for (std::size_t i = 0; i < program.policies.size(); ++i) {
    const auto& planned = compiled->of->policies[i];
    policy_in_columns one;
    one.of = &by.rules().policies()[planned.index];
    one.version = &one.of->versions[planned.version];
    add_clauses(program.policies[i], one);
    add_amounts(program.amounts[i], one);
    node_walk walk(program);
    for (const auto& step : program.policies[i]) {
      walk.enter(step.condition);
      all.enter(step.condition);
    }
    one.predicates = walk.predicates();
    made.policies.push_back(std::move(one));
  }
  made.predicates = all.predicates();
  return made;
}

}  // namespace api
}  // namespace v1
}  // namespace sudui
