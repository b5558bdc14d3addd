// What is said of the members of a group and of the group itself. Only where something had to be
// settled: a company without a rival, an election, a former payment or a cap hears nothing.

#include <algorithm>
#include <tuple>

#include "portfolio/ranges.hpp"
#include "portfolio/resolve.hpp"

namespace sudui::portfolio {

using model::group_rule;
using reason = group_effect::reason;

const policy* resolver::policy_of(std::size_t part) const {
  return &policies_[program_.of->policies[at_hand_->parts[part].policy].index];
}

void resolver::note(std::size_t part, std::uint32_t group, group_effect effect,
                    resolution& into) const {
  const auto& at = at_hand_->parts[part];
  const auto& planned = program_.of->policies[at.policy];
  const auto& benefits = policies_[planned.index].versions[planned.version].benefits;
  effect.compared = &benefits[at.benefit];
  effect.alone = at.is_alone;
  into.noted_.push_back({at.policy, group, effect, benefits.size()});
}

// Who is kept instead: for certain where there is one, else who may be.
const policy* resolver::rival_of(const bench& of, std::size_t part) const {
  const policy* found = nullptr;
  for (const auto& each : of.seats) {
    const auto& other = parts_[each.part];
    if (each.part == part || !other.is_there() || !other.may_keep) continue;
    const bool is_sure = other.held == verdict::eligible && !other.may_displace;
    if (is_sure) return policy_of(each.part);
    if (found == nullptr) found = policy_of(each.part);
  }
  return found;
}

group_effect resolver::effect_of(const bench& of, std::size_t at, const seat& who) const {
  const auto& part = parts_[who.part];
  const auto& facts = facts_[at];
  group_effect made;
  made.of = &groups_[program_.of->groups[of.group].index];
  made.standing = !part.may_keep      ? standing::displaced
                  : part.may_displace ? standing::open
                                      : standing::kept;
  made.paid = to_amount(part.paid);
  if (!is_choosing(rules_[at])) {
    made.why = rules_[at] == group_rule::difference ? reason::topped_up : reason::capped;
    if (part.before) made.by = policy_of(*part.before);
    if (!part.is_limited) made.by = nullptr;
    const bool is_nothing = part.paid.high.is_zero() && part.worth.high > decimal(0);
    if (is_nothing) made.standing = standing::displaced;
    return made;
  }
  if (facts.is_paid || facts.may_be_paid) {
    made.why = reason::paid_before;
    return made;
  }
  if (facts.elected) made.why = reason::elected;
  if (made.standing == standing::kept) return made;
  made.by = facts.elected ? policy_of(*facts.elected) : rival_of(of, who.part);
  return made;
}

void resolver::note_members(const bench& of, std::size_t at, std::uint32_t reading,
                            resolution& into) {
  for (const auto& each : of.seats) {
    const auto& part = parts_[each.part];
    // Who is displaced by a choice is not paid, whatever the cap.
    if (!part.is_there() || (!is_choosing(rules_[at]) && !part.may_keep)) continue;
    auto effect = effect_of(of, at, each);
    effect.reading = reading;
    note(each.part, of.group, effect, into);
  }
}

// Of a group that changes amounts, from its members together: the sum of what each may get says too
// much.
range resolver::pooled_total(const bench& of, std::size_t at) const {
  const bool is_greatest = rules_[at] == group_rule::difference;
  range made;
  for (const auto& each : of.seats) {
    const auto& part = parts_[each.part];
    if (!part.is_there() || !part.may_keep) continue;
    const bool is_sure = part.held == verdict::eligible && !part.may_displace;
    const auto low = is_sure ? part.worth.low : decimal(0);
    made.low = is_greatest ? std::max(made.low, low) : sum_of(made.low, low);
    made.high =
        is_greatest ? std::max(made.high, part.worth.high) : sum_of(made.high, part.worth.high);
  }
  if (rules_[at] == group_rule::sum) return made;
  const auto former = former_of(at);
  if (is_greatest) return {less_of(made.low, former.high), less_of(made.high, former.low)};
  if (!facts_[at].cap) return made;
  const auto cap = to_range(*facts_[at].cap);
  const auto most = cap.high >= no_end() ? no_end() : less_of(cap.high, former.low);
  return {std::min(made.low, less_of(cap.low, former.high)), std::min(made.high, most)};
}

// Of a group that stands alone and only chooses, the chooser knows the total; else it is added up,
// and of an open choice no more than the best of all.
range resolver::total_of(const component& of, std::size_t at) const {
  if (!is_choosing(rules_[at])) return pooled_total(of.groups[at], at);
  range made;
  std::size_t asked = 0;
  for (const auto& each : of.groups[at].seats) {
    const auto& part = parts_[each.part];
    if (!part.is_there()) continue;
    asked += part.at == nobody ? 0U : 1U;
    const bool is_sure = part.held == verdict::eligible;
    if (is_sure) made.low = sum_of(made.low, part.paid.low);
    made.high = sum_of(made.high, part.paid.high);
  }
  if (of.groups.size() == 1 && asked > 0 && is_choosing(rules_[at]) && !facts_[at].is_paid) {
    range chosen = verdicts_.total;
    for (const auto& each : of.groups[at].seats) {
      const auto& part = parts_[each.part];
      if (!part.is_there() || part.at != nobody) continue;
      chosen.low =
          std::max(chosen.low, part.held == verdict::eligible ? part.paid.low : decimal(0));
      chosen.high = std::max(chosen.high, part.paid.high);
    }
    if (facts_[at].may_be_paid) chosen.low = 0;
    return chosen;
  }
  return made;
}

void resolver::note_missing(const component& of, std::size_t at, source& from, resolution& into) {
  const auto first = static_cast<std::ptrdiff_t>(into.missing_.size());
  for (const auto& each : of.groups[at].seats) {
    const auto& part = parts_[each.part];
    const bool is_open = part.held == verdict::undetermined || !part.worth.is_exact();
    if (part.is_there() && is_open) from.add_missing(of.parts[each.part].policy, into.missing_);
  }
  for (const auto* cell : {&facts_[at].cap, &facts_[at].paid}) {
    if (*cell && (*cell)->is_unknown()) from.add_missing(**cell, into.missing_);
  }
  const auto rank = [](const missing_input& of_one) {
    return std::tuple(of_one.what == nullptr, of_one.what, of_one.constant, of_one.year);
  };
  std::sort(into.missing_.begin() + first, into.missing_.end(),
            [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  into.missing_.erase(std::unique(into.missing_.begin() + first, into.missing_.end(),
                                  [&](const auto& a, const auto& b) { return rank(a) == rank(b); }),
                      into.missing_.end());
  into.missing_places_.emplace_back(first, into.missing_.size() - static_cast<std::size_t>(first));
}

void resolver::note_group(const component& of, std::size_t at, std::uint32_t reading, source& from,
                          resolution& into) {
  const auto& bench = of.groups[at];
  std::size_t there = 0;
  bool is_changed = false;
  for (const auto& each : bench.seats) {
    const auto& part = parts_[each.part];
    if (!part.is_there()) continue;
    ++there;
    is_changed = is_changed || part.is_limited || part.is_out || part.may_displace;
  }
  const auto readings = groups_[program_.of->groups[bench.group].index].readings.size();
  const bool has_rivals = there > 1 && is_choosing(rules_[at]);
  is_changed_ = is_changed_ || has_rivals || is_changed;
  if (!has_rivals && !is_changed && (readings == 1 || there == 0)) return;
  note_members(bench, at, reading, into);
  if (told_ == told::policies) return;
  group_result made;
  made.of = &groups_[program_.of->groups[bench.group].index];
  made.reading = reading;
  made.total = to_amount(total_of(of, at));
  made.may_elect = rules_[at] == group_rule::exclusive && !facts_[at].elected && there > 1;
  made.is_exhausted = verdicts_.is_exhausted;
  into.results_.push_back(made);
  note_missing(of, at, from, into);
}

}  // namespace sudui::portfolio
