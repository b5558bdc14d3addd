// Large catalogues are regional: most policies ask for a county, a city or an industry, and a
// company lies in one. Policies are therefore sorted by the texts they ask for and cut into
// clusters, each a table of its own, and a table over clusters says which of them a company need
// not look at. A row over all policies would grow with policies times limits; here both are a
// cluster's.
//
// Which clusters a class leaves out is read off their own rows: those in which the class fails
// every policy by itself. What fails the plain part of a policy decides it for rows as well,
// whatever else is missing; where null would send one of its policies to rows, it is looked at.
//
// Cost: sorting; a row of a bit a cluster for each class. 100,000 policies with a region for four
// of five, and an industry for one of two, are some 380 clusters, of which a company looks at 19.
// Tested by tests/unit/tables/clusters_test.cpp and, against the row executor, by tests/property.

#include "tables/clusters.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

namespace sudui::tables {

using columns::state;

namespace {

constexpr std::size_t most_keys = 3;

/// What one policy asks of one slot.
struct wish {
  std::uint32_t slot = 0;
  std::uint32_t classes = 0, first = 0;  // that may be met: how many, and the first of them
};

/// By how wide the wish is, and which.
using key_wishes = std::array<std::pair<std::uint32_t, std::uint32_t>, most_keys>;

key_wishes no_keys() {
  key_wishes made;
  made.fill({~0U, 0});
  return made;
}

/// Sorts policies.
struct position {
  key_wishes keys;
  std::size_t levels = 0;
  std::uint32_t policy = 0;
  friend auto operator<=>(const position&, const position&) = default;
};

class grouping {
 public:
  grouping(const program& of, const readings& what) : of_(of), what_(what) {}

  grouped_policies make(const cluster_sizes& sizes) {
    read_wishes();
    choose_keys();
    sort();
    return {cut(sizes), keys_};
  }

 private:
  // Nothing where other texts may be met as well.
  [[nodiscard]] std::optional<wish> wish_of(const literal& what) const {
    const auto& by = what_.from.atoms[what.atom];
    if (by.is != atom::kind::coded) return std::nullopt;
    const auto& truth = what_.texts[what.atom];
    if (!truth.otherwise || outcomes_of(what, *truth.otherwise).maybe) return std::nullopt;
    wish made{by.slot, 0, 0};
    for (const auto& [of_class, held] : truth.of) {
      if (!outcomes_of(what, held).maybe) continue;
      if (made.classes++ == 0) made.first = of_class;
    }
    return made;
  }

  void read_wishes() {
    wishes_.resize(of_.policies());
    for (std::size_t i = 0; i < wishes_.size(); ++i) {
      const auto& condition = what_.from.policies[i];
      if (!is_tabled(condition) || !is_possible(condition)) continue;
      taken_.push_back(static_cast<std::uint32_t>(i));
      for (const auto& each : *condition.met) {
        const auto wanted = each.size() == 1 ? wish_of(each.front()) : std::nullopt;
        if (wanted) wishes_[i].push_back(*wanted);
      }
    }
  }

  // The slots that leave out most of their classes for most policies.
  void choose_keys() {
    std::vector<double> worth(of_.slots.size());
    for (const auto& of_policy : wishes_) {
      for (const auto& each : of_policy) {
        worth[each.slot] += 1 - double(each.classes) / what_.class_count[each.slot];
      }
    }
    keys_.resize(worth.size());
    std::iota(keys_.begin(), keys_.end(), 0U);
    std::stable_sort(keys_.begin(), keys_.end(),
                     [&](auto a, auto b) { return worth[a] > worth[b]; });
    while (!keys_.empty() && (keys_.size() > most_keys || worth[keys_.back()] == 0)) {
      keys_.pop_back();
    }
  }

  void sort() {
    for (const auto policy : taken_) {
      position made{no_keys(), levels_of(what_, what_.from.policies[policy]), policy};
      for (const auto& each : wishes_[policy]) {
        const auto key = std::find(keys_.begin(), keys_.end(), each.slot) - keys_.begin();
        if (static_cast<std::size_t>(key) == keys_.size()) continue;
        auto& into = made.keys[static_cast<std::size_t>(key)];
        into =
            std::min(into, {static_cast<std::uint32_t>(std::bit_width(each.classes)), each.first});
      }
      sorted_.push_back(made);
    }
    std::sort(sorted_.begin(), sorted_.end());
  }

  // The more levels the earlier, so that rows have words for a level only where there are some.
  void order(std::vector<std::uint32_t>& policies) const {
    const auto levels = [&](std::uint32_t policy) {
      return levels_of(what_, what_.from.policies[policy]);
    };
    std::sort(policies.begin(), policies.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(levels(b), a) < std::pair(levels(a), b);
    });
  }

  [[nodiscard]] static bool is_beside(const position& a, const position& b) {
    return a.keys[0] == b.keys[0] && (a.keys == no_keys()) == (b.keys == no_keys());
  }

  // Policies of one first key stay together where that fills at least half of what was begun.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> cut(const cluster_sizes& sizes) const {
    std::vector<std::vector<std::uint32_t>> made;
    std::vector<std::uint32_t> begun;
    const auto end = [&] {
      order(begun);
      if (!begun.empty()) made.push_back(std::move(begun));
      begun.clear();
    };
    for (std::size_t first = 0; first < sorted_.size();) {
      auto last = first;
      while (last < sorted_.size() && is_beside(sorted_[first], sorted_[last])) ++last;
      const bool is_open = sorted_[first].keys == no_keys();
      const auto most = is_open ? sizes.open : sizes.most;
      if (is_open || (begun.size() * 2 > most && begun.size() + last - first > most)) end();
      for (; first < last; ++first) {
        begun.push_back(sorted_[first].policy);
        if (begun.size() == most) end();
      }
    }
    end();
    return made;
  }

  const program& of_;
  const readings& what_;
  std::vector<std::vector<wish>> wishes_;  // by policy
  std::vector<std::uint32_t> taken_;       // policies
  std::vector<std::uint32_t> keys_;        // slots
  std::vector<position> sorted_;
};

// Whether an entry fails all policies, for rows as for tables.
bool leaves_out(const cluster& of, std::uint32_t at) {
  if (of.asks[at] != 0) return false;
  const auto* here = of.rows.data() + of.entries[at].certain;
  const auto* always = of.rows.data() + of.entries[of.base].certain;
  for (std::size_t i = 0; i < of.words; ++i) {
    const auto all = i + 1 == of.words ? kernels::tail_mask(of.count) : ~word{0};
    if (((here[i] | always[i]) & all) != all) return false;
  }
  return true;
}

}  // namespace

grouped_policies group_policies(const program& of, const readings& what,
                                const cluster_sizes& sizes) {
  return grouping(of, what).make(sizes);
}

cluster_choice choose_between(const program& of) {
  cluster_choice made;
  made.words = std::max<std::size_t>(kernels::words_for(of.clusters.size()), 1);
  for (const auto& slot : of.classes) {
    const auto entries = entry_known + slot.count;
    std::vector<word> rows(made.words * entries);
    bool is_key = false;
    for (std::size_t i = 0; i < of.clusters.size(); ++i) {
      const auto& in = of.clusters[i];
      const auto found = std::find_if(in.texts.begin(), in.texts.end(),
                                      [&](const auto& each) { return each.slot == slot.slot; });
      if (found == in.texts.end()) continue;
      for (std::uint32_t at = 0; at < entries; ++at) {
        if (!leaves_out(in, found->entries + at)) continue;
        kernels::set_bit(rows.data() + at * made.words, i);
        is_key = true;
      }
    }
    if (!is_key) continue;
    made.texts.push_back({slot.slot, static_cast<std::uint32_t>(made.rows.size() / made.words)});
    made.rows.insert(made.rows.end(), rows.begin(), rows.end());
  }
  return made;
}

}  // namespace sudui::tables
