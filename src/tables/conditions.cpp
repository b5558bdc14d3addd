// From registers to literals. A register is first asked for its node in columns, which says what it
// computes in exact whole numbers; a comparison of a slot, a text's truth or a ratio is an atom.
// `and`, `or`, `not` and `if` between them are multiplied out. Anything else (loops, rounded
// quotients, days of the month) is an atom by rows: one truth, worked out when the company is
// filled in, and no dearer than others while matching.
//
// Null: a clause that is null is unmet, and `or` passes null over, but `null and unknown` is
// unknown while two clauses, of which one is null, are unmet. Atoms inside an `and` are therefore
// noted; where one is null the policy goes to rows. In a group of which none may hold it is the
// other way round.
//
// Tested by tests/unit/tables/conditions_test.cpp.

#include "tables/conditions.hpp"

#include <algorithm>
#include <utility>

namespace sudui::tables {

using columns::node;
using columns::node_kind;
using plan::instruction;
using plan::instruction_kind;
using values::op;

condition_reader::condition_reader(const plan::plan& of, const columns::layout& places)
    : plan_(of), places_(places), constants_(of), into_(of, places, constants_, nodes) {}

void condition_reader::read() {
  policies.resize(plan_.policies.size());
  for (std::size_t i = 0; i < policies.size(); ++i) {
    current_ = &policies[i];
    current_->met = group(plan_.policies[i].clauses, true, false);
    auto& noted = current_->not_null;
    std::sort(noted.begin(), noted.end());
    noted.erase(std::unique(noted.begin(), noted.end()), noted.end());
  }
}

namespace {
std::optional<conjunction> join(std::optional<conjunction> a, std::optional<conjunction> b,
                                bool is_all) {
  if (!a || !b) return std::nullopt;
  return is_all ? all_of(std::move(*a), std::move(*b)) : any_of(*a, *b);
}

conjunction always() { return {}; }
conjunction never() { return {alternatives{}}; }
}  // namespace

std::optional<conjunction> condition_reader::group(clauses all, bool is_all, bool negated) {
  const bool joins_all = is_all != negated;
  maybe made = joins_all ? always() : never();
  for (std::size_t i = 0; made && i < all.size(); i += all[i].size) {
    made = join(std::move(made), clause(all.subspan(i, all[i].size), negated), joins_all);
  }
  return made;
}

std::optional<conjunction> condition_reader::clause(clauses from, bool negated) {
  const auto& head = from.front();
  if (head.kind == model::clause_kind::require) return formula(head.condition, {negated, negated});
  const bool is_none = head.kind == model::clause_kind::none;
  return group(from.subspan(1), head.kind == model::clause_kind::all, negated != is_none);
}

conjunction condition_reader::one(std::uint32_t atom, sense as) {
  if (guarded_ > 0) current_->not_null.push_back(atom);
  return {alternatives{literal{atom, as.negated, as.null_holds}}};
}

std::optional<conjunction> condition_reader::formula(plan::reg which, sense as) {
  if (const auto found = known_.find(which); found != known_.end()) return one(found->second, as);
  if (const auto id = into_.truth(which)) {
    const node what = nodes.nodes[*id];
    if (what.kind == node_kind::truth &&
        (what.is == columns::state::yes || what.is == columns::state::no)) {
      return (what.is == columns::state::yes) != as.negated ? always() : never();
    }
    if (const auto simple = atom_of(what, which)) return one(add(which, *simple), as);
  }
  if (auto made = composed(which, as)) return made;
  atom hard;
  hard.is = atom::kind::by_rows;
  hard.result = which;
  return one(add(which, hard), as);
}

// Nothing where the register holds no logic, or too much of it.
std::optional<conjunction> condition_reader::composed(plan::reg which, sense as) {
  const auto* by = constants_.made_by(which);
  if (by == nullptr) return std::nullopt;
  const auto& made = *by;
  if (made.kind != instruction_kind::apply) return std::nullopt;
  switch (made.code) {
    case op::logic_not:
      return formula(plan_.operands[made.first], {!as.negated, as.null_holds});
    case op::logic_and:
      return joined(made, !as.negated, as);
    case op::logic_or:
      return joined(made, as.negated, as);
    case op::choose:
      return chosen(made, as);
    default:
      return std::nullopt;
  }
}

std::optional<conjunction> condition_reader::joined(const instruction& what, bool is_all,
                                                    sense as) {
  const bool is_guarded = is_all != as.null_holds;
  if (is_guarded) ++guarded_;
  auto left = formula(plan_.operands[what.first], as);
  auto right = left ? formula(plan_.operands[what.first + 1], as) : std::nullopt;
  if (is_guarded) --guarded_;
  return join(std::move(left), std::move(right), is_all);
}

// if a then b else c: (a and b) or (not a and c) or (b and c), the last for an unknown a.
std::optional<conjunction> condition_reader::chosen(const instruction& what, sense as) {
  ++guarded_;
  const auto part = [&](std::uint32_t i, sense in) {
    return formula(plan_.operands[what.first + i], in);
  };
  const auto a = part(0, {false, false});
  const auto not_a = part(0, {true, false});
  const auto b = part(1, as);
  const auto c = part(2, as);
  --guarded_;
  if (!a || !not_a || !b || !c) return std::nullopt;
  auto made = join(all_of(*a, *b), all_of(*not_a, *c), false);
  return join(std::move(made), all_of(*b, *c), false);
}

std::uint32_t condition_reader::add(plan::reg which, const atom& what) {
  const auto made = static_cast<std::uint32_t>(atoms.size());
  atoms.push_back(what);
  known_.emplace(which, made);
  return made;
}

std::optional<atom> condition_reader::atom_of(const node& what, plan::reg which) {
  if (what.frame != 0) return std::nullopt;
  atom made;
  switch (what.kind) {
    case node_kind::truth:
      made.held = what.is;
      return made;
    case node_kind::flag:
    case node_kind::flag_is:
    case node_kind::absent_truth:
      return on_flag(what);
    case node_kind::below:
    case node_kind::equals:
    case node_kind::day_below:
    case node_kind::day_equals:
    case node_kind::less:
    case node_kind::absent:
      return on_number(what);
    case node_kind::ratio:
      return quotient(what);
    case node_kind::coded:
      if (places_.places[what.column].kind.of != columns::form::text) return std::nullopt;
      made.is = atom::kind::coded;
      made.slot = slot_of(what.column);
      made.table = what.index;
      made.result = which;
      return made;
    default:
      return std::nullopt;
  }
}

std::optional<atom> condition_reader::on_number(const node& what) {
  atom made;
  made.limit = what.limit;
  made.inverted = what.inverted;
  const bool is_day = what.kind == node_kind::day_below || what.kind == node_kind::day_equals;
  const bool is_same = what.kind == node_kind::equals || what.kind == node_kind::day_equals;
  made.is = what.kind == node_kind::absent ? atom::kind::absent
            : is_same                      ? atom::kind::equals
                                           : atom::kind::below;
  std::optional<std::uint32_t> slot;
  if (is_day) {
    slot = slot_of(what.column);
  } else if (what.kind == node_kind::less) {  // a < b is a - b < 0
    node difference;
    difference.kind = node_kind::difference;
    difference.a = what.a;
    difference.b = what.b;
    nodes.nodes.push_back(difference);
    slot = number(static_cast<columns::node_id>(nodes.nodes.size() - 1));
    nodes.nodes.pop_back();
    made.limit = 0;
  } else {
    slot = number(what.a);
  }
  if (!slot) return std::nullopt;
  made.slot = *slot;
  return made;
}

std::optional<atom> condition_reader::on_flag(const node& what) {
  const auto& flag = what.kind == node_kind::flag ? what : nodes.nodes[what.a];
  if (flag.kind != node_kind::flag || flag.frame != 0) return std::nullopt;
  atom made;
  made.slot = slot_of(flag.column);
  if (what.kind == node_kind::absent_truth) {
    made.is = atom::kind::absent;
  } else if (what.kind == node_kind::flag_is) {
    made.is = atom::kind::equals;
    made.limit = what.limit;
    made.inverted = what.inverted;
  } else {
    made.is = atom::kind::below;
    made.limit = 1;
    made.inverted = true;
  }
  return made;
}

std::optional<atom> condition_reader::quotient(const node& what) {
  const auto a = number(what.a);
  const auto b = a ? number(what.b) : std::nullopt;
  if (!b) return std::nullopt;
  atom made;
  made.is = atom::kind::ratio;
  made.inverted = what.inverted;
  made.quotient = {*a, *b, 0, what.above, what.below};
  return made;
}

}  // namespace sudui::tables
