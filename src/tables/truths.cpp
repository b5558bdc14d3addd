// Truths of a whole catalogue. Large ones repeat themselves: 100,000 policies ask some 6,600
// things, so that a company works out each once, and a policy that few others share a table with
// looks up a byte a literal. Truths of one slot lie in the order of their limits, so that those
// that hold are one run of bytes; those of a text are copied from the row of its class. A company
// asks fewer of a smaller catalogue than there are: there only what has no rows is a truth, worked
// out when asked.
//
// Cost: a nanosecond a ratio, less than a tenth of one a truth else. Tested by
// tests/unit/tables/truths_test.cpp and, against the row executor, by tests/property.

#include "tables/truths.hpp"

#include <algorithm>
#include <cstring>
#include <map>

namespace sudui::tables {

using columns::state;

namespace {

truth_state state_of(state held) {
  switch (held) {
    case state::null:
      return is_null;
    case state::unknown:
      return is_unknown;
    case state::no:
      return is_no;
    default:
      return is_yes;
  }
}

constexpr std::size_t most_states = 1U << 20;  // of the texts of one slot

class truth_builder {
 public:
  truth_builder(const readings& all, const std::vector<bool>& is_used,
                std::vector<std::uint32_t>& numbers)
      : all_(all), numbers_(numbers) {
    numbers_.assign(all_.from.atoms.size(), no_truth);
    for (std::uint32_t i = 0; i < numbers_.size(); ++i) {
      if (is_used[i]) used_.push_back(i);
    }
  }

  // To be read at once.
  truth_table make_all() {
    made_.is_read_at_once = true;
    for (const auto each : used_) sort_in(each);
    made_.count = kernels::ratio_steps::size * made_.comparisons.size();
    for (const auto& [slot, those] : ranked_) rank(slot, those);
    for (const auto& [slot, those] : texts_) copy(slot, those);
    for (const auto atom : fixed_) {
      numbers_[atom] = next();
      made_.fixed.push_back(state_of(all_.from.atoms[atom].held));
    }
    return std::move(made_);
  }

  // Of what has no rows.
  truth_table make_comparisons() {
    for (const auto each : used_) {
      if (is_rare(at(each))) compare(each);
    }
    return std::move(made_);
  }

 private:
  using atoms = std::vector<std::uint32_t>;

  std::uint32_t next() { return static_cast<std::uint32_t>(made_.count++); }
  [[nodiscard]] const atom& at(std::uint32_t number) const { return all_.from.atoms[number]; }

  void compare(std::uint32_t number) {
    append(comparison_of(all_, at(number)), made_.count, made_.comparisons);
    numbers_[number] = next();
  }

  void sort_in(std::uint32_t number) {
    const auto& of = at(number);
    if (of.is == atom::kind::ratio) compare(number);
    if (of.is == atom::kind::fixed) fixed_.push_back(number);
    if (of.is == atom::kind::coded) texts_[of.slot].push_back(number);
    if (of.is == atom::kind::below || of.is == atom::kind::equals || of.is == atom::kind::absent) {
      ranked_[of.slot].push_back(number);
    }
  }

  // Limits of one relation, ascending; those that are alike have one truth.
  std::uint32_t add_limits(const atoms& those, atom::kind relation) {
    std::map<std::int64_t, std::uint32_t> known;
    for (const auto each : those) {
      if (at(each).is == relation) known.emplace(at(each).limit, 0);
    }
    for (auto& [limit, truth] : known) {
      made_.limits.push_back(limit);
      truth = next();
    }
    for (const auto each : those) {
      if (at(each).is == relation) numbers_[each] = known.at(at(each).limit);
    }
    return static_cast<std::uint32_t>(known.size());
  }

  void rank(std::uint32_t slot, const atoms& those) {
    truth_table::ranked made;
    made.slot = all_.number_of(slot);
    made.first = static_cast<std::uint32_t>(made_.count);
    made.limits = static_cast<std::uint32_t>(made_.limits.size());
    made.below = add_limits(those, atom::kind::below);
    made.equal = add_limits(those, atom::kind::equals);
    const auto absent = next();
    for (const auto each : those) {
      if (at(each).is == atom::kind::absent) numbers_[each] = absent;
    }
    made_.of_slots.push_back(made);
  }

  void copy(std::uint32_t slot, const atoms& those) {
    const auto classes = all_.class_count[slot];
    const bool is_told = std::all_of(those.begin(), those.end(), [&](auto each) {
      return all_.texts[each].otherwise.has_value();
    });
    if (!is_told || those.size() * classes > most_states) return;
    made_.of_texts.push_back({slot, static_cast<std::uint32_t>(made_.count),
                              static_cast<std::uint32_t>(those.size()), made_.states.size()});
    for (const auto each : those) {
      numbers_[each] = next();
      made_.states.push_back(state_of(all_.texts[each].null));
    }
    for (const auto each : those) made_.states.push_back(state_of(all_.texts[each].unknown));
    for (std::uint32_t of_class = 0; of_class < classes; ++of_class) {
      for (const auto each : those) {
        made_.states.push_back(state_of(*all_.texts[each].at(of_class)));
      }
    }
  }

  const readings& all_;
  std::vector<std::uint32_t>& numbers_;
  atoms used_;
  truth_table made_;
  std::map<std::uint32_t, atoms> ranked_, texts_;  // by slot
  atoms fixed_;
};

}  // namespace

truth_table number_truths(const readings& all, const std::vector<bool>& is_used, std::size_t share,
                          std::vector<std::uint32_t>& numbers) {
  auto made = truth_builder(all, is_used, numbers).make_all();
  if (made.count * share <= all.from.policies.size()) return made;
  return truth_builder(all, is_used, numbers).make_comparisons();
}

truth_reader::truth_reader(const truth_table& of, const kernels::single_table& by)
    : of_(of),
      kernels_(by),
      compared_(of.comparisons.size() * kernels::ratio_steps::size),
      states_(of.count) {
  std::copy(of.fixed.begin(), of.fixed.end(),
            states_.end() - static_cast<std::ptrdiff_t>(of.fixed.size()));
}

void truth_reader::compare(std::span<const std::int64_t> values,
                           std::span<const std::uint8_t> presences) {
  kernels_.compare(values.data(), presences.data(), of_.comparisons.data(), of_.comparisons.size(),
                   compared_.data());
  auto* const states = states_.data();
  const auto* const compared = compared_.data();
  const auto count = compared_.size();
  for (std::size_t i = 0; i < count; ++i) {
    const auto odd = is_null + is_null * (compared[i] & 1U);  // for null and no, unknown and yes
    states[i] = static_cast<truth_state>(odd + (3 * odd & (0U - (compared[i] >> 1))));
  }
}

truth_state truth_reader::ask(std::uint32_t truth) const {
  constexpr truth_state entries[] = {is_null, is_unknown, is_no, is_yes};
  const auto& of = of_.comparisons[truth / kernels::ratio_steps::size];
  const auto lane = truth % kernels::ratio_steps::size;
  const auto a = values_[of.a[lane]];
  const auto b = values_[of.b[lane]];
  const auto gaps = static_cast<unsigned>(presences_[of.a[lane]] | presences_[of.b[lane]]);
  const bool is_less = kernels::is_ratio_less(a, b, of.above[lane], of.below[lane]);
  return entries[kernels::ratio_entry_of(gaps | (b == 0 ? 1U : 0U), is_less ? 1 : 0)];
}

void truth_reader::rank(const truth_table::ranked& of, std::int64_t value, presence is) {
  auto* below = states_.data() + of.first;
  auto* equal = below + of.below;
  auto& absent = equal[of.equal];
  if (is == presence::unknown) {
    std::memset(below, is_unknown, of.below + of.equal + 1);
    return;
  }
  std::memset(equal, is_no, of.equal);
  absent = is == presence::null ? is_yes : is_no;
  if (is == presence::null) {
    std::memset(below, is_null, of.below);
    return;
  }
  const auto* limits = of_.limits.data() + of.limits;
  const auto reached = std::upper_bound(limits, limits + of.below, value) - limits;
  std::memset(below, is_no, static_cast<std::size_t>(reached));
  std::memset(below + reached, is_yes, of.below - static_cast<std::size_t>(reached));
  const auto* values = limits + of.below;
  const auto* found = std::lower_bound(values, values + of.equal, value);
  if (found != values + of.equal && *found == value) equal[found - values] = is_yes;
}

void truth_reader::read(std::span<const std::int64_t> values,
                        std::span<const std::uint8_t> presences) {
  values_ = values.data();
  presences_ = presences.data();
  if (!of_.is_read_at_once) return;
  compare(values, presences);
  for (const auto& each : of_.of_slots) {
    rank(each, values[each.slot], static_cast<presence>(presences[each.slot]));
  }
  for (const auto& each : of_.of_texts) {
    const auto of_text = static_cast<std::uint32_t>(values[each.slot]);
    const std::size_t row = kernels::entry_of(presences[each.slot], entry_known + of_text);
    std::memcpy(states_.data() + each.first, of_.states.data() + each.states + row * each.count,
                each.count);
  }
}

}  // namespace sudui::tables
