// What is asked policy by policy, in clusters. Hardly two policies of a cluster share a ratio or a
// sum, and a row for it would hold one bit: alternatives with one are asked of those policies that
// nothing else fails. And where the region or the industry leaves a company few policies of a
// cluster, all that these ask is looked up truth by truth, which takes a line of the cache a
// policy, where rows take two for each of some sixty sources.
//
// Tested by tests/unit/tables/clusters_test.cpp and, against the row executor, by tests/property.

#include <algorithm>
#include <iterator>

#include "tables/builder.hpp"

namespace sudui::tables {

using columns::state;

namespace {

// Whether its truth is that of the opposite.
bool is_turned(const atom& of) {
  const bool may_be =
      of.is == atom::kind::below || of.is == atom::kind::equals || of.is == atom::kind::ratio;
  return may_be && of.inverted;
}

bool has_truths(const readings& all, const alternatives& what) {
  return std::all_of(what.begin(), what.end(),
                     [&](const literal& each) { return all.truth[each.atom] < asked_truth::most; });
}

// Of one literal: with which states it is met, and may be.
std::uint32_t states_of(const literal& what, const atom& of) {
  const bool turned = is_turned(of);
  const state states[] = {state::null, state::unknown, turned ? state::yes : state::no,
                          turned ? state::no : state::yes};
  constexpr truth_state bits[] = {is_null, is_unknown, is_no, is_yes};
  std::uint32_t made = 0;
  for (std::size_t i = 0; i < std::size(states); ++i) {
    const auto held = outcomes_of(what, states[i]);
    if (held.met) made |= bits[i] & met_bits;
    if (held.maybe) made |= bits[i] & maybe_bits;
  }
  return made;
}

}  // namespace

bool is_asked_singly(const readings& all, const alternatives& what) {
  const bool has_rare = std::any_of(what.begin(), what.end(), [&](const literal& each) {
    return is_rare(all.from.atoms[each.atom]);
  });
  return has_rare && has_truths(all, what);
}

std::size_t levels_of(const readings& all, const policy_condition& what) {
  const auto has_level = [&](const alternatives& each) {
    return each.size() > 1 && !is_asked_singly(all, each);
  };
  return static_cast<std::size_t>(std::count_if(what.met->begin(), what.met->end(), has_level));
}

bool cluster_builder::is_key(const alternatives& those) const {
  if (those.size() != 1) return false;
  const auto& of = of_.from.atoms[those.front().atom];
  return of.is == atom::kind::coded &&
         std::find(of_.keys.begin(), of_.keys.end(), of.slot) != of_.keys.end();
}

asked_truth cluster_builder::asked(const literal& what, bool is_last) const {
  return {of_.truth[what.atom], states_of(what, of_.from.atoms[what.atom]), is_last};
}

void cluster_builder::ask(const alternatives& those, asked_policies& into) const {
  for (const auto& each : those) into.truths.push_back(asked(each, &each == &those.back()));
}

void cluster_builder::ask_singly(std::span<const std::uint32_t> policies) {
  const auto words = std::max<std::size_t>(kernels::words_for(out_.count), 1);
  for (auto* has : {&out_.has_checks, &out_.has_choices, &out_.has_more}) has->resize(words);
  out_.choices.resize(policies.size());
  for (std::size_t bit = 0; bit < policies.size(); ++bit) {
    for (auto* into : {&out_.more, &out_.all}) into->begin();
    const auto& condition = of_.from.policies[policies[bit]];
    if (is_tabled(condition) && is_possible(condition)) ask_policy(bit, condition);
    if (out_.more.has_last()) kernels::set_bit(out_.has_more.data(), bit);
  }
  for (auto* into : {&out_.more, &out_.all}) into->begin();
  if (!has_all_truths_) out_.all = {};
}

void cluster_builder::ask_policy(std::size_t bit, const policy_condition& condition) {
  for (const auto& each : *condition.met) {
    if (is_asked_singly(of_, each)) ask_beside(bit, each);
    if (is_key(each)) continue;
    has_all_truths_ = has_all_truths_ && has_truths(of_, each);
    ask(each, out_.all);
  }
}

// Beside its policy, as far as there is room.
void cluster_builder::ask_beside(std::size_t bit, const alternatives& those) {
  auto& policy = out_.policies[bit];
  const bool has_check = kernels::bit_at(out_.has_checks.data(), bit);
  const bool has_two = has_check && policy.one != policy.other;
  const bool has_choice = kernels::bit_at(out_.has_choices.data(), bit);
  if (those.size() == 1 && !has_two) {
    policy.other = asked(those.front(), true);
    if (!has_check) policy.one = policy.other;
    kernels::set_bit(out_.has_checks.data(), bit);
  } else if (those.size() == 2 && !has_choice) {
    out_.choices[bit] = {asked(those.front(), false), asked(those.back(), true)};
    kernels::set_bit(out_.has_choices.data(), bit);
  } else {
    ask(those, out_.more);
  }
}

// What no row is asked for. Others have their bits in the rows of their entries.
void cluster_builder::guard_singly() {
  for (const auto& each : used_) {
    const auto truth = of_.truth[each.atom];
    if (!each.where.empty() || truth == no_truth) continue;
    for (const auto bit : each.asking) out_.guards.push_back({truth, bit});
  }
}

void cluster_builder::keep_keys() {
  for (const auto& each : out_.texts) {
    const bool is_key = std::find(of_.keys.begin(), of_.keys.end(), each.slot) != of_.keys.end();
    if (is_key) out_.keys.push_back(each);
  }
}

}  // namespace sudui::tables
