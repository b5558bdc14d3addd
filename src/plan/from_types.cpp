// The arrow from the typed model to the plan. All clauses are lowered before any amount: what an
// amount shares with a clause is then in the main block already, and the amounts' own work stays in
// blocks that run on demand.
//
// Tested by tests/unit/plan/from_types_test.cpp.

#include "plan/from_types.hpp"

#include <algorithm>
#include <utility>

#include "plan/builder.hpp"
#include "plan/lower.hpp"

namespace sudui::plan {

date policy_day(const model::policy& policy, const binding& on) {
  if (policy.time == model::timing::day) return on.as_of;
  return std::chrono::year(on.year) / 12 / 31;
}

namespace {
class planner {
 public:
  planner(std::shared_ptr<const types::typed_rules> rules, const binding& on, plan& out)
      : rules_(*rules), on_(on), out_(out), into_(out), lower_(into_, rules_, on_) {
    out.rules = std::move(rules);
    out.as_of = on.as_of;
    out.year = on.year;
  }

  void run() {
    for (std::uint32_t i = 0; i < rules_.policies.size(); ++i) choose(i);
    if (on_.traced) out_.traces.resize(out_.policies.size());
    for (std::size_t i = 0; i < out_.policies.size(); ++i) lower_clauses(i);
    for (std::size_t i = 0; i < out_.policies.size(); ++i) lower_benefits(i);
    for (std::uint32_t i = 0; i < rules_.groups.size(); ++i) lower_group(i);
    for (std::uint32_t i = 0; i < out_.inputs.size(); ++i) name_input(i);
  }

 private:
  void name_input(std::uint32_t index) {
    const auto& from = *rules_.dictionary[out_.inputs[index].field].from;
    out_.input_names.emplace(from.id.text, index);
    const auto aliased = rules_.dictionary.find(from.label.zh);
    if (aliased && *aliased == out_.inputs[index].field) {
      out_.input_names.emplace(from.label.zh, index);
    }
  }

  // The version in force on the policy's day; at most one, since windows do not overlap. A policy
  // without one is listed as not in force, never decided.
  void choose(std::uint32_t index) {
    const auto& typed = rules_.policies[index];
    if (on_.chosen && !on_.chosen(typed.from->id.text)) return;
    const auto day = policy_day(*typed.from, on_);
    const auto found =
        std::find_if(typed.versions.begin(), typed.versions.end(),
                     [&](const auto& version) { return version.from->days.holds(day); });
    if (found == typed.versions.end()) {
      out_.not_in_force.push_back(index);
      return;
    }
    policy made;
    made.index = index;
    made.version = static_cast<std::uint32_t>(found - typed.versions.begin());
    out_.policies.push_back(std::move(made));
  }

  const types::typed_version& enter(const policy& made) {
    const auto& typed = rules_.policies[made.index];
    lower_.set_day(policy_day(*typed.from, on_));
    return typed.versions[made.version];
  }

  void lower_clauses(std::size_t i) {
    const auto& version = enter(out_.policies[i]);
    auto* traces = on_.traced ? &out_.traces[i].clauses : nullptr;
    clauses(version.clauses, out_.policies[i].clauses, traces);
  }

  // Flattens the tree of clauses: a group, then its children; `size` lets a reader step over a
  // subtree.
  void clauses(const std::vector<types::typed_clause>& from, std::vector<clause>& into,
               std::vector<trace>* traces) {
    for (const auto& each : from) {
      const auto place = into.size();
      into.push_back({each.from->kind, 0, 1});
      if (each.from->kind == model::clause_kind::require) {
        into[place].condition = traced(each.require, traces);
      }
      clauses(each.children, into, traces);
      into[place].size = static_cast<std::uint32_t>(into.size() - place);
    }
  }

  reg traced(const types::expr& what, std::vector<trace>* traces) {
    const auto held = lower_.lower(what);
    auto made = lower_.take_trace();
    if (traces != nullptr) traces->push_back(std::move(made));
    return held;
  }

  void lower_benefits(std::size_t i) {
    const auto& version = enter(out_.policies[i]);
    for (const auto& from : version.benefits) {
      policy_trace::of_benefit notes;
      out_.policies[i].benefits.push_back(lower_benefit(from, notes));
      if (on_.traced) out_.traces[i].benefits.push_back(std::move(notes));
    }
  }

  // A lazy block a benefit: it runs only where the policy is not ruled out. The limits of the total
  // come first, outside the loop over the items.
  benefit lower_benefit(const types::typed_benefit& from, policy_trace::of_benefit& notes) {
    benefit made;
    into_.open_lazy();
    made.total_limits = limits(from.total_limits, notes.total_limits);
    if (from.items) {
      made.items = traced(*from.items, nullptr);
      lower_.bind_local(from.slot, into_.open_loop());
      clauses(from.item_clauses, made.item_clauses, &notes.item_clauses);
      made.how_much = lower_amount(from, notes);
      made.item_code = into_.close();
    } else {
      made.how_much = lower_amount(from, notes);
    }
    made.code = into_.close();
    return made;
  }

  // All rows of tiers are lowered, with their amounts: which of them apply is the executor's to
  // find.
  amount lower_amount(const types::typed_benefit& from, policy_trace::of_benefit& notes) {
    amount made;
    made.form = from.form;
    made.round = from.from->round;
    if (from.from->by_tiers) made.hit = from.from->by_tiers->hit;
    if (from.amount) made.formula = traced(*from.amount, &notes.amount);
    for (const auto& each : from.rows) {
      row lowered;
      notes.tests.emplace_back();
      for (const auto& test : each.tests) {
        lowered.tests.push_back(traced(test, &notes.tests.back()));
      }
      lowered.amount = traced(each.amount, &notes.amount);
      made.rows.push_back(std::move(lowered));
    }
    if (from.otherwise) made.otherwise = traced(*from.otherwise, &notes.amount);
    made.limits = limits(from.limits, notes.limits);
    return made;
  }

  std::vector<limit> limits(const std::vector<types::typed_limit>& from,
                            std::vector<trace>& notes) {
    std::vector<limit> made;
    made.reserve(from.size());
    for (const auto& each : from) {
      made.push_back({each.from->is_maximum, traced(each.amount, &notes)});
    }
    return made;
  }

  // Members that are not bound are none: they are not in force, or not asked for. The formulas run
  // on demand, read on the as-of day.
  void lower_group(std::uint32_t index) {
    const auto& from = rules_.groups[index];
    group made;
    made.index = index;
    for (std::uint32_t i = 0; i < from.members.size(); ++i) {
      const auto& member = from.members[i];
      const auto found = std::lower_bound(
          out_.policies.begin(), out_.policies.end(), member.policy,
          [](const policy& each, std::uint32_t wanted) { return each.index < wanted; });
      if (found == out_.policies.end() || found->index != member.policy) continue;
      const auto benefit = member.benefits[found->version];
      const auto place = static_cast<std::uint32_t>(found - out_.policies.begin());
      if (benefit) made.members.push_back({place, *benefit, i});
    }
    if (made.members.empty()) return;
    lower_.set_day(on_.as_of);
    if (from.cap || from.paid || from.election) {
      into_.open_lazy();
      if (from.cap) made.cap = traced(*from.cap, nullptr);
      if (from.paid) made.paid = traced(*from.paid, nullptr);
      if (from.election) made.election = traced(*from.election, nullptr);
      made.code = into_.close();
    }
    out_.groups.push_back(std::move(made));
  }

  const types::typed_rules& rules_;
  const binding& on_;
  plan& out_;
  builder into_;
  lowering lower_;
};
}  // namespace

std::shared_ptr<const plan> from_types(std::shared_ptr<const types::typed_rules> rules,
                                       const binding& on) {
  auto made = std::make_shared<plan>();
  planner(std::move(rules), on, *made).run();
  return made;
}

}  // namespace sudui::plan
