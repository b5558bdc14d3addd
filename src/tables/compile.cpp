// From conditions to tables. A policy is a conjunction: each of its alternatives is a level of the
// policy, those of one literal together are its plain part. A row over policies says which plain
// parts a value fails, and which levels it satisfies. Joining the rows that a company picks, one of
// each source, gives all verdicts at once:
//
//   eligible = not failed, and satisfied at every level
//
// What is unknown fails plain parts for certain verdicts only, and satisfies its levels for
// possible ones only; that is the second row of an entry. A policy with more levels than others, or
// whose conditions cannot be multiplied out, is left to the row executor.
//
// Cost: a row a rank; 106 policies with 330 predicates have some 700 rows of 96 bytes. Tested by
// tests/unit/tables/compile_test.cpp and, against the row executor, by tests/property.

#include <algorithm>
#include <limits>
#include <utility>

#include "tables/builder.hpp"

namespace sudui::tables {

using columns::state;

namespace {
constexpr std::size_t most_levels = 12;
constexpr std::size_t row_unit = 4;   // words of a vector
constexpr std::size_t step_unit = 4;  // limits of a vector

bool hangs_on_number(const atom& of) {
  return of.is == atom::kind::below || of.is == atom::kind::equals || of.is == atom::kind::absent;
}

state to_state(bool truth) { return truth ? state::yes : state::no; }

state state_at(const atom& of, presence is, std::int64_t value) {
  if (is == presence::unknown) return state::unknown;
  switch (of.is) {
    case atom::kind::absent:
      return to_state(is == presence::null);
    case atom::kind::equals:
      return to_state((is == presence::known && value == of.limit) != of.inverted);
    default:
      return is == presence::null ? state::null : to_state((value < of.limit) != of.inverted);
  }
}

// Values below and from each of these on differ for some atom.
std::vector<std::int64_t> limits_of(const std::vector<const atom*>& all) {
  constexpr auto none = std::numeric_limits<std::int64_t>::min();  // equals no value
  std::vector<std::int64_t> made;
  for (const auto* each : all) {
    if (each->is == atom::kind::absent || each->limit == none) continue;
    made.push_back(each->limit);
    const bool has_next = each->limit != std::numeric_limits<std::int64_t>::max();
    if (each->is == atom::kind::equals && has_next) made.push_back(each->limit + 1);
  }
  std::sort(made.begin(), made.end());
  made.erase(std::unique(made.begin(), made.end()), made.end());
  return made;
}
}  // namespace

state state_in(const values::cell& held) noexcept {
  if (held.is_unknown()) return state::unknown;
  if (held.is_null()) return state::null;
  return to_state(held.is_true());
}

namespace {
program started(std::shared_ptr<const plan::plan> of) {
  program made;
  made.places = columns::layout_of(*of);
  made.of = std::move(of);
  return made;
}
}  // namespace

table_builder::table_builder(std::shared_ptr<const plan::plan> of)
    : out_(started(std::move(of))), from_(*out_.of, out_.places) {
  from_.read();
  where_.resize(from_.atoms.size());
  asking_.resize(from_.atoms.size());
  alternatives_.resize(out_.policies());
  out_.policy_words = std::max<std::size_t>(kernels::words_for(out_.policies()), 1);
  out_.never.resize(out_.policy_words);
}

program table_builder::make() && {
  for (std::uint32_t i = 0; i < out_.policies(); ++i) place_policy(i);
  measure();
  out_.slots = from_.slots;
  for (const auto& each : from_.linears) add_sum(each);
  store(none());  // entry 0 and row 0 are empty
  set_base();
  rank_slots();
  for (std::uint32_t i = 0; i < from_.atoms.size(); ++i) {
    if (is_used(i) && from_.atoms[i].is == atom::kind::ratio) take_ratio(i);
  }
  leave_to_rows();
  columns::policy_slices slices(*out_.of);
  for (std::uint32_t i = 0; i < out_.policies(); ++i) out_.of_policy.push_back(slices.clauses(i));
  return std::move(out_);
}

std::uint32_t table_builder::number_of(std::uint32_t slot) const {
  if (slot < first_linear) return slot;
  return static_cast<std::uint32_t>(from_.slots.size()) + slot - first_linear;
}

void table_builder::add_sum(const linear& what) {
  const auto first = static_cast<std::uint32_t>(out_.terms.size());
  out_.terms.insert(out_.terms.end(), what.terms.begin(), what.terms.end());
  out_.sums.push_back({first, static_cast<std::uint32_t>(out_.terms.size()), what.constant});
}

// Where its literals stand. A policy that tables do not take counts as failed in them.
void table_builder::place_policy(std::uint32_t policy) {
  const auto& condition = from_.policies[policy];
  auto& levels = alternatives_[policy];
  const std::size_t count = condition.met ? condition.met->size() : 0;
  for (std::size_t i = 0; i < count; ++i) {
    if ((*condition.met)[i].empty()) {
      impossible_.push_back(policy);
      return;
    }
    if ((*condition.met)[i].size() > 1) levels.push_back(i);
  }
  if (!condition.met || levels.size() > most_levels) {
    levels.clear();
    impossible_.push_back(policy);
    kernels::set_bit(out_.never.data(), policy);
    return;
  }
  std::size_t level = 0;
  for (const auto& each : *condition.met) {
    const auto at = each.size() > 1 ? ++level : 0;
    for (const auto& one : each) where_[one.atom].push_back({policy, at, one});
  }
  for (const auto atom : condition.not_null) asking_[atom].push_back(policy);
}

void table_builder::measure() {
  for (const auto& each : alternatives_) out_.levels = std::max(out_.levels, each.size());
  const auto words = out_.policy_words * (1 + out_.levels);
  out_.row_words = (words + row_unit - 1) / row_unit * row_unit;
}

table_builder::effects table_builder::none() const {
  const std::vector<word> row(out_.row_words);
  return {row, row, std::vector<word>(out_.policy_words)};
}

void table_builder::take(effects& into, std::uint32_t atom, state held) const {
  for (const auto& each : where_[atom]) {
    const auto made = outcomes_of(each.what, held);
    auto* certain = into.certain.data() + each.level * out_.policy_words;
    auto* open = into.open.data() + each.level * out_.policy_words;
    if (each.level == 0) {
      if (!made.maybe) kernels::set_bit(certain, each.policy);
      if (made.maybe && !made.met) kernels::set_bit(open, each.policy);
    } else {
      if (made.met) kernels::set_bit(certain, each.policy);
      if (made.maybe && !made.met) kernels::set_bit(open, each.policy);
    }
  }
  if (held != state::null) return;
  for (const auto policy : asking_[atom]) kernels::set_bit(into.asks.data(), policy);
}

std::uint32_t table_builder::store_row(columns::aligned_values<word>& all,
                                       const std::vector<word>& bits) const {
  const bool is_empty = std::all_of(bits.begin(), bits.end(), [](word each) { return each == 0; });
  if (is_empty && !all.empty()) return 0;
  all.insert(all.end(), bits.begin(), bits.end());
  return static_cast<std::uint32_t>(all.size() / bits.size() - 1);
}

std::uint32_t table_builder::store(const effects& what) {
  const auto certain = store_row(out_.rows, what.certain);
  const auto open = store_row(out_.rows, what.open);
  const auto words = static_cast<std::uint32_t>(out_.row_words);
  out_.entries.push_back({certain * words, open * words});
  out_.asks.push_back(what.asks.empty() ? 0 : store_row(out_.ask_rows, what.asks));
  return static_cast<std::uint32_t>(out_.entries.size() - 1);
}

// What holds for every company: levels that a policy has not are satisfied.
void table_builder::set_base() {
  auto made = none();
  for (const auto policy : impossible_) kernels::set_bit(made.certain.data(), policy);
  for (std::uint32_t i = 0; i < out_.policies(); ++i) {
    for (auto level = alternatives_[i].size() + 1; level <= out_.levels; ++level) {
      kernels::set_bit(made.certain.data() + level * out_.policy_words, i);
    }
  }
  for (std::uint32_t i = 0; i < from_.atoms.size(); ++i) {
    if (from_.atoms[i].is == atom::kind::fixed) take(made, i, from_.atoms[i].held);
  }
  out_.base = store(made);
  for (std::size_t i = 0; i < out_.policy_words; ++i) out_.never[i] |= made.asks[i];
}

template <class Test>
std::vector<std::vector<std::uint32_t>> table_builder::by_slot(Test&& test) const {
  std::vector<std::vector<std::uint32_t>> made(out_.all_slots());
  for (std::uint32_t i = 0; i < from_.atoms.size(); ++i) {
    const auto& each = from_.atoms[i];
    if (is_used(i) && test(each)) made[number_of(each.slot)].push_back(i);
  }
  return made;
}

void table_builder::rank_slots() {
  const auto numbers = by_slot(hangs_on_number);
  const auto texts = by_slot([](const atom& each) { return each.is == atom::kind::coded; });
  for (std::uint32_t slot = 0; slot < numbers.size(); ++slot) {
    if (!numbers[slot].empty()) rank(slot, numbers[slot]);
    if (!texts[slot].empty()) class_texts(slot, texts[slot]);
  }
}

void table_builder::rank(std::uint32_t slot, const std::vector<std::uint32_t>& atoms) {
  std::vector<const atom*> all;
  all.reserve(atoms.size());
  for (const auto each : atoms) all.push_back(&from_.atoms[each]);
  const auto limits = limits_of(all);
  const auto first = static_cast<std::uint32_t>(out_.limits.size());
  for (const auto limit : limits) out_.limits.push_back(limit - 1);  // at least is more than less
  while (out_.limits.size() % step_unit != 0) {
    out_.limits.push_back(std::numeric_limits<std::int64_t>::max());
  }
  const auto vectors = (out_.limits.size() - first) / step_unit;
  out_.steps.push_back({slot, first, static_cast<std::uint32_t>(vectors),
                        static_cast<std::uint32_t>(out_.entries.size())});
  store_presence(atoms);
  for (std::size_t rank = 0; rank <= limits.size(); ++rank) {
    const auto below = limits.empty() ? 0 : limits.front() - 1;
    const auto value = rank == 0 ? below : limits[rank - 1];
    auto made = none();
    for (const auto each : atoms) {
      take(made, each, state_at(from_.atoms[each], presence::known, value));
    }
    store(made);
  }
}

// The entries of null and unknown.
void table_builder::store_presence(const std::vector<std::uint32_t>& atoms) {
  for (const auto is : {presence::null, presence::unknown}) {
    auto made = none();
    for (const auto each : atoms) take(made, each, state_at(from_.atoms[each], is, 0));
    store(made);
  }
}

// One entry a state, in the order of sources.
std::uint32_t table_builder::store_states(std::uint32_t atom) {
  const auto first = static_cast<std::uint32_t>(out_.entries.size());
  for (const auto held : {state::null, state::unknown, state::no, state::yes}) {
    auto made = none();
    take(made, atom, held);
    store(made);
  }
  return first;
}

void table_builder::take_ratio(std::uint32_t atom) {
  const auto& what = from_.atoms[atom];
  auto made = what.quotient;
  made.a = number_of(made.a);
  made.b = number_of(made.b);
  made.entries = store_states(atom);
  if (what.inverted) {
    std::swap(out_.entries[made.entries + entry_known],
              out_.entries[made.entries + entry_known + 1]);
  }
  const auto lane = out_.ratio_count++ % kernels::ratio_steps::size;
  if (lane == 0) out_.ratios.emplace_back();
  auto& into = out_.ratios.back();
  into.a[lane] = made.a;
  into.b[lane] = made.b;
  into.entries[lane] = made.entries;
  into.above[lane] = made.above;
  into.below[lane] = made.below;
}

void table_builder::leave_to_rows() {
  columns::slicer need(*out_.of);
  need.start();
  for (std::uint32_t i = 0; i < from_.atoms.size(); ++i) {
    const auto& what = from_.atoms[i];
    if (!is_used(i) || what.is != atom::kind::by_rows) continue;
    need.reg(what.result);
    out_.by_rows.push_back({0, what.result, store_states(i), {}});
  }
  out_.row_code = need.made();
}

std::shared_ptr<const program> compile(std::shared_ptr<const plan::plan> of) {
  return std::make_shared<program>(table_builder(std::move(of)).make());
}

}  // namespace sudui::tables
