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
// Cost: a row a rank; 106 policies with 330 predicates have some 1,050 rows of 64 bytes. Tested by
// tests/unit/tables/compile_test.cpp and, against the row executor, by tests/property.

#include <algorithm>
#include <iterator>
#include <limits>
#include <tuple>

#include "tables/builder.hpp"

namespace sudui::tables {

using columns::state;

namespace {
constexpr std::size_t most_levels = 12;
constexpr std::size_t row_unit = 4;   // words of a vector
constexpr std::size_t step_unit = 4;  // limits of a vector

enum class source_kind : std::uint8_t { limits, texts, others };

source_kind source_of(const atom& of) {
  switch (of.is) {
    case atom::kind::below:
    case atom::kind::equals:
    case atom::kind::absent:
      return source_kind::limits;
    case atom::kind::coded:
      return source_kind::texts;
    default:
      return source_kind::others;
  }
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

bool has_empty(const policy_condition& what) {
  return std::any_of(what.met->begin(), what.met->end(),
                     [](const auto& each) { return each.empty(); });
}
}  // namespace

std::uint32_t readings::number_of(std::uint32_t slot) const {
  if (slot < first_linear) return slot;
  return static_cast<std::uint32_t>(from.slots.size()) + slot - first_linear;
}

bool is_tabled(const policy_condition& what) {
  if (!what.met || has_empty(what)) return what.met.has_value();
  const auto levels = std::count_if(what.met->begin(), what.met->end(),
                                    [](const auto& each) { return each.size() > 1; });
  return static_cast<std::size_t>(levels) <= most_levels;
}

bool is_possible(const policy_condition& what) { return !what.met || !has_empty(what); }

bool is_rare(const atom& of) {
  const bool is_sum = of.is == atom::kind::below && of.slot >= first_linear;
  return is_sum || of.is == atom::kind::ratio;
}

ratio comparison_of(const readings& all, const atom& of) {
  if (of.is == atom::kind::ratio) {
    auto made = of.quotient;
    made.a = all.number_of(made.a);
    made.b = all.number_of(made.b);
    return made;
  }
  const auto behind_sums = all.number_of(first_linear) + all.from.linears.size();  // there is a 1
  return {all.number_of(of.slot), static_cast<std::uint32_t>(behind_sums), 0, 1, of.limit};
}

void append(const ratio& what, std::size_t count, std::vector<kernels::ratio_steps>& to) {
  const auto lane = count % kernels::ratio_steps::size;
  if (lane == 0) to.emplace_back();
  auto& into = to.back();
  into.a[lane] = what.a;
  into.b[lane] = what.b;
  into.entries[lane] = what.entries;
  into.above[lane] = what.above;
  into.below[lane] = what.below;
}

cluster_builder::cluster_builder(const readings& of, std::span<const std::uint32_t> policies,
                                 bool is_whole)
    : of_(of), is_whole_(is_whole) {
  out_.count = policies.size();
  if (!is_whole) {
    for (const auto each : policies) out_.policies.push_back({each, {}, {}});
  }
  levels_.resize(policies.size());
  collect(policies);
}

// What its policies ask, the atoms of one slot side by side.
void cluster_builder::collect(std::span<const std::uint32_t> policies) {
  for (std::uint32_t bit = 0; bit < policies.size(); ++bit) {
    place_policy(bit, of_.from.policies[policies[bit]]);
  }
  if (!is_whole_) ask_singly(policies);
  if (!is_whole_) guard_singly();
  std::erase_if(used_, [](const use& each) { return each.where.empty(); });
  std::sort(used_.begin(), used_.end(), [&](const use& a, const use& b) {
    return std::tuple(place_of(a), a.atom) < std::tuple(place_of(b), b.atom);
  });
}

// Where it is looked up: a kind of source, and a slot where that has one.
std::pair<int, std::uint32_t> cluster_builder::place_of(const use& what) const {
  const auto& of = atom_of(what);
  const auto kind = source_of(of);
  return {static_cast<int>(kind), kind == source_kind::others ? 0 : of_.number_of(of.slot)};
}

cluster_builder::use& cluster_builder::use_of(std::uint32_t atom) {
  const auto [found, is_new] = numbers_.emplace(atom, used_.size());
  if (is_new) used_.push_back({atom, {}, {}});
  return used_[found->second];
}

// Where its literals stand. A policy that tables do not take counts as failed in them.
void cluster_builder::place_policy(std::uint32_t bit, const policy_condition& condition) {
  if (!is_tabled(condition) || !is_possible(condition)) {
    impossible_.push_back(bit);
    return;
  }
  for (const auto& each : *condition.met) {
    if (!is_whole_ && is_asked_singly(of_, each)) continue;
    const auto level = each.size() > 1 ? ++levels_[bit] : 0;
    for (const auto& one : each) use_of(one.atom).where.push_back({bit, level, one});
  }
  for (const auto atom : condition.not_null) use_of(atom).asking.push_back(bit);
}

cluster cluster_builder::make() {
  set_levels();
  store(none());  // entry 0 and row 0 are empty
  set_base();
  take_slots();
  keep_keys();
  for (const auto& each : used_) {
    const auto& of = atom_of(each);
    if (of.is == atom::kind::ratio) take_ratio(each);
    if (of.is == atom::kind::by_rows) worked_out.push_back({each.atom, store_states(each)});
  }
  return std::move(out_);
}

void cluster_builder::set_levels() {
  out_.words = std::max<std::size_t>(kernels::words_for(out_.count), 1);
  const auto most = levels_.empty() ? 0 : *std::max_element(levels_.begin(), levels_.end());
  auto words = out_.words;
  for (std::size_t i = 1; i <= most; ++i) {
    const auto is_it = [&](std::size_t each) { return each >= i; };
    const auto count = std::count_if(levels_.begin(), levels_.end(), is_it);
    const auto held = kernels::words_for(is_whole_ ? out_.count : static_cast<std::size_t>(count));
    out_.levels.push_back({words, held});
    words += held;
  }
  out_.row_words = (words + row_unit - 1) / row_unit * row_unit;
}

std::size_t cluster_builder::first_word(std::size_t level) const {
  return level == 0 ? 0 : out_.levels[level - 1].first;
}

cluster_builder::effects cluster_builder::none() const {
  const std::vector<word> row(out_.row_words);
  return {row, row, std::vector<word>(out_.words)};
}

void cluster_builder::take(effects& into, const use& what, state held) const {
  for (const auto& each : what.where) {
    const auto made = outcomes_of(each.what, held);
    auto* certain = into.certain.data() + first_word(each.level);
    auto* open = into.open.data() + first_word(each.level);
    if (each.level == 0) {
      if (!made.maybe) kernels::set_bit(certain, each.bit);
      if (made.maybe && !made.met) kernels::set_bit(open, each.bit);
    } else {
      if (made.met) kernels::set_bit(certain, each.bit);
      if (made.maybe && !made.met) kernels::set_bit(open, each.bit);
    }
  }
  if (held != state::null) return;
  for (const auto bit : what.asking) kernels::set_bit(into.asks.data(), bit);
}

std::uint32_t cluster_builder::store_row(columns::aligned_values<word>& all,
                                         const std::vector<word>& bits) {
  const bool is_empty = std::all_of(bits.begin(), bits.end(), [](word each) { return each == 0; });
  if (is_empty && !all.empty()) return 0;
  all.insert(all.end(), bits.begin(), bits.end());
  return static_cast<std::uint32_t>(all.size() / bits.size() - 1);
}

std::uint32_t cluster_builder::store(const effects& what) {
  const auto certain = store_row(out_.rows, what.certain);
  const auto open = store_row(out_.rows, what.open);
  const auto words = static_cast<std::uint32_t>(out_.row_words);
  out_.entries.push_back({certain * words, open * words});
  out_.asks.push_back(store_row(out_.ask_rows, what.asks));
  return static_cast<std::uint32_t>(out_.entries.size() - 1);
}

// What holds for every company: levels that a policy has not are satisfied.
void cluster_builder::set_base() {
  auto made = none();
  for (const auto bit : impossible_) kernels::set_bit(made.certain.data(), bit);
  for (std::size_t level = 1; level <= out_.levels.size(); ++level) {
    const auto& held = out_.levels[level - 1];
    for (std::size_t bit = 0; bit < std::min(out_.count, held.words * kernels::word_bits); ++bit) {
      if (levels_[bit] < level) kernels::set_bit(made.certain.data() + held.first, bit);
    }
  }
  for (const auto& each : used_) {
    if (atom_of(each).is == atom::kind::fixed) take(made, each, atom_of(each).held);
  }
  out_.base = store(made);
}

void cluster_builder::take_slots() {
  for (std::size_t first = 0; first < used_.size();) {
    const auto [kind, slot] = place_of(used_[first]);
    auto last = first;
    while (last < used_.size() && place_of(used_[last]) == std::pair(kind, slot)) ++last;
    const auto all = uses(used_).subspan(first, last - first);
    if (kind == static_cast<int>(source_kind::limits)) rank(slot, all);
    if (kind == static_cast<int>(source_kind::texts)) class_texts(slot, all);
    first = last;
  }
}

void cluster_builder::rank(std::uint32_t slot, uses all) {
  std::vector<const atom*> atoms;
  atoms.reserve(all.size());
  for (const auto& each : all) atoms.push_back(&atom_of(each));
  const auto limits = limits_of(atoms);
  const auto first = static_cast<std::uint32_t>(out_.limits.size());
  for (const auto limit : limits) out_.limits.push_back(limit - 1);  // at least is more than less
  while (out_.limits.size() % step_unit != 0) {
    out_.limits.push_back(std::numeric_limits<std::int64_t>::max());
  }
  const auto vectors = (out_.limits.size() - first) / step_unit;
  out_.steps.push_back({slot, first, static_cast<std::uint32_t>(vectors),
                        static_cast<std::uint32_t>(out_.entries.size())});
  store_presence(all);
  for (std::size_t rank = 0; rank <= limits.size(); ++rank) {
    const auto below = limits.empty() ? 0 : limits.front() - 1;
    const auto value = rank == 0 ? below : limits[rank - 1];
    auto made = none();
    for (const auto& each : all) {
      take(made, each, state_at(atom_of(each), presence::known, value));
    }
    store(made);
  }
}

// The entries of null and unknown.
void cluster_builder::store_presence(uses all) {
  for (const auto is : {presence::null, presence::unknown}) {
    auto made = none();
    for (const auto& each : all) take(made, each, state_at(atom_of(each), is, 0));
    store(made);
  }
}

// One entry a state, in the order of sources.
std::uint32_t cluster_builder::store_states(const use& what) {
  const auto first = static_cast<std::uint32_t>(out_.entries.size());
  for (const auto held : {state::null, state::unknown, state::no, state::yes}) {
    auto made = none();
    take(made, what, held);
    store(made);
  }
  return first;
}

void cluster_builder::take_ratio(const use& what) {
  const auto& of = atom_of(what);
  auto made = comparison_of(of_, of);
  made.entries = store_states(what);
  if (of.inverted) {
    std::swap(out_.entries[made.entries + entry_known],
              out_.entries[made.entries + entry_known + 1]);
  }
  append(made, out_.ratio_count++, out_.ratios);
}

void cluster_builder::class_texts(std::uint32_t slot, uses all) {
  for (const auto& each : all) {
    const bool is_left = !of_.texts[each.atom].otherwise;
    if (is_left) worked_out.push_back({each.atom, store_states(each)});
  }
  const auto first = static_cast<std::uint32_t>(out_.entries.size());
  auto null = none();
  auto unknown = none();
  for (const auto& each : all) {
    take(null, each, of_.texts[each.atom].null);
    take(unknown, each, of_.texts[each.atom].unknown);
  }
  store(null);
  store(unknown);
  store_classes(slot, all);
  out_.texts.push_back({slot, first});
}

// Most classes are that of no text of this cluster: these share an entry's rows.
void cluster_builder::store_classes(std::uint32_t slot, uses all) {
  std::vector<std::uint32_t> listed;
  auto common = none();
  for (const auto& each : all) {
    const auto& truth = of_.texts[each.atom];
    if (truth.otherwise) take(common, each, *truth.otherwise);
    for (const auto& [of_class, held] : truth.of) listed.push_back(of_class);
  }
  std::sort(listed.begin(), listed.end());
  const auto first = store(common);
  const auto shared = out_.entries[first];
  const auto asked = out_.asks[first];
  const auto count = of_.class_count[slot];
  out_.entries.resize(first + count, shared);
  out_.asks.resize(first + count, asked);
  const auto last = std::unique(listed.begin(), listed.end());
  for (auto each = listed.begin(); each != last; ++each) {
    auto made = none();
    for (const auto& one : all) {
      if (const auto held = of_.texts[one.atom].at(*each)) take(made, one, *held);
    }
    store(made);
    out_.entries[first + *each] = out_.entries.back();
    out_.asks[first + *each] = out_.asks.back();
    out_.entries.pop_back();
    out_.asks.pop_back();
  }
}

}  // namespace sudui::tables
