// Who gains and who loses. A company gains by a policy that it becomes eligible for, or whose
// amounts grow; it loses where it is no longer eligible, or an amount shrinks. Between amounts that
// are not both exact nothing is said: they are counted. Who gains and loses is judged by each
// policy by itself; what groups of policies leave of the amounts is added up beside them. A benefit
// that only one side has counts by itself, a right as much as an amount above zero.
//
//   before  eligible, 300        undetermined     eligible, 300        eligible, 100 .. 300
//   after   eligible, 200        eligible         ineligible           eligible, 200
//           loses                gains            loses                nothing; not exact: 1
//
// Cost: a look at two bits a policy and company, and the awards of those that are eligible. Tested
// by tests/unit/cli/diff_tally_test.cpp and tests/cli/diff.sh.
#include "cli/diff_tally.hpp"

#include <algorithm>

namespace sudui::cli {
namespace {

// The awards of one company under one policy: they stand together, by company and policy.
class award_cursor {
 public:
  explicit award_cursor(std::span<const batch_award> all) : left_(all) {}
  [[nodiscard]] std::span<const batch_award> take(std::size_t row, std::size_t policy) {
    while (!left_.empty() && is_before(left_.front(), row, policy)) left_ = left_.subspan(1);
    std::size_t count = 0;
    while (count < left_.size() && left_[count].row == row && left_[count].policy == policy) {
      ++count;
    }
    return left_.first(count);
  }

 private:
  static bool is_before(const batch_award& each, std::size_t row, std::size_t policy) {
    return each.row < row || (each.row == row && each.policy < policy);
  }
  std::span<const batch_award> left_;
};

// What groups make of one policy of one company, in the same order.
class effect_cursor {
 public:
  explicit effect_cursor(std::span<const batch_standing> all) : left_(all) {}
  [[nodiscard]] std::span<const group_effect> take(std::size_t row, std::size_t policy) {
    while (!left_.empty() && (left_.front().row < row ||
                              (left_.front().row == row && left_.front().policy < policy))) {
      left_ = left_.subspan(1);
    }
    const bool is_here =
        !left_.empty() && left_.front().row == row && left_.front().policy == policy;
    return is_here ? left_.front().effects : std::span<const group_effect>();
  }

 private:
  std::span<const batch_standing> left_;
};

standing stands_in(const paired_policy& side, const decision_batch& by, std::size_t row) {
  if (!side.position) return standing::absent;
  switch (by.of(*side.position, row)) {
    case verdict::eligible:
      return standing::eligible;
    case verdict::undetermined:
      return standing::undetermined;
    case verdict::ineligible:
      break;
  }
  return standing::ineligible;
}

// Whether having the benefit is more than not having it.
bool is_worth(const amount& of) {
  return of.is == amount::state::none || (of.is == amount::state::exact && of.low > decimal());
}

struct verdict_on {
  bool gains = false, loses = false;
};

/// One company after the other.
class company_comparison {
 public:
  company_comparison(const std::vector<policy_pair>& pairs, const decision_batch& before,
                     const decision_batch& after)
      : pairs_(pairs),
        before_(before),
        after_(after),
        old_awards_(before.awards()),
        new_awards_(after.awards()),
        old_effects_(before.standings()),
        new_effects_(after.standings()) {}

  void add(std::size_t row, group_change& into) {
    ++into.companies;
    verdict_on company;
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      const auto from = stands_in(pairs_[i].before, before_, row);
      const auto to = stands_in(pairs_[i].after, after_, row);
      if (from <= standing::ineligible && to <= standing::ineligible) continue;
      auto& change = into.at(i, pairs_[i]);
      ++change.moved[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)];
      const auto one = compare(pairs_[i], row, change.sums);
      const bool gains = to == standing::eligible && (from != standing::eligible || one.gains);
      const bool loses = from == standing::eligible && (to != standing::eligible || one.loses);
      change.companies.count(gains, loses);
      company.gains = company.gains || gains;
      company.loses = company.loses || loses;
    }
    into.changed.count(company.gains, company.loses);
  }

 private:
  struct pair_of_amounts {
    const amount* before = nullptr;
    const amount* after = nullptr;
  };

  // Adds the amounts, and tells which of them grow or shrink.
  verdict_on compare(const policy_pair& pair, std::size_t row, std::vector<money_change>& sums) {
    amounts_.assign(pair.benefits.size(), {});
    if (pair.before.position) {
      const auto effects = old_effects_.take(row, *pair.before.position);
      for (const auto& each : old_awards_.take(row, *pair.before.position)) {
        const auto at = place_of(pair.before, *each.what);
        amounts_[at].before = &each.how_much;
        sums[at].before.add(each.how_much);
        sums[at].left_before.add(sudui::standing_of(*each.what, each.how_much, effects).left);
      }
    }
    if (pair.after.position) {
      const auto effects = new_effects_.take(row, *pair.after.position);
      for (const auto& each : new_awards_.take(row, *pair.after.position)) {
        const auto at = place_of(pair.after, *each.what);
        amounts_[at].after = &each.how_much;
        sums[at].after.add(each.how_much);
        sums[at].left_after.add(sudui::standing_of(*each.what, each.how_much, effects).left);
      }
    }
    verdict_on made;
    for (const auto& each : amounts_) judge(each, made);
    return made;
  }

  static std::size_t place_of(const paired_policy& side, const benefit& what) {
    return side.benefits[static_cast<std::size_t>(&what - side.version->benefits.data())];
  }

  static void judge(const pair_of_amounts& of, verdict_on& made) {
    if (of.before != nullptr && of.after != nullptr) {
      const bool is_exact =
          of.before->is == amount::state::exact && of.after->is == amount::state::exact;
      made.gains = made.gains || (is_exact && *of.after->low > *of.before->low);
      made.loses = made.loses || (is_exact && *of.after->low < *of.before->low);
    } else if (of.after != nullptr) {
      made.gains = made.gains || is_worth(*of.after);
    } else if (of.before != nullptr) {
      made.loses = made.loses || is_worth(*of.before);
    }
  }

  const std::vector<policy_pair>& pairs_;
  const decision_batch& before_;
  const decision_batch& after_;
  award_cursor old_awards_, new_awards_;
  effect_cursor old_effects_, new_effects_;
  std::vector<pair_of_amounts> amounts_;
};

}  // namespace

void money_sum::add(const amount& more) {
  if (more.is == amount::state::none) return;
  const auto made =
      more.is == amount::state::exact && more.low ? sudui::add(exact, *more.low) : std::nullopt;
  if (made) {
    exact = *made;
  } else {
    ++not_exact;
  }
}

void money_sum::add(const money_sum& more) {
  const auto made = sudui::add(exact, more.exact);
  if (made) {
    exact = *made;
  } else {
    ++not_exact;
  }
  not_exact += more.not_exact;
}

void money_change::add(const money_change& more) {
  before.add(more.before);
  after.add(more.after);
  left_before.add(more.left_before);
  left_after.add(more.left_after);
}

void winners_and_losers::count(bool gains, bool loses) noexcept {
  gain += gains && !loses ? 1 : 0;
  lose += loses && !gains ? 1 : 0;
  both += gains && loses ? 1 : 0;
}

void winners_and_losers::add(const winners_and_losers& more) noexcept {
  gain += more.gain;
  lose += more.lose;
  both += more.both;
}

void policy_change::add(const policy_change& more) {
  for (std::size_t from = 0; from < standings; ++from) {
    for (std::size_t to = 0; to < standings; ++to) moved[from][to] += more.moved[from][to];
  }
  companies.add(more.companies);
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i].add(more.sums[i]);
}

std::uint64_t policy_change::eligible_before() const noexcept {
  std::uint64_t made = 0;
  for (const auto each : moved[static_cast<std::size_t>(standing::eligible)]) made += each;
  return made;
}

std::uint64_t policy_change::eligible_after() const noexcept {
  std::uint64_t made = 0;
  for (const auto& from : moved) made += from[static_cast<std::size_t>(standing::eligible)];
  return made;
}

bool policy_change::is_change() const {
  for (std::size_t from = 0; from < standings; ++from) {
    for (std::size_t to = 0; to < standings; ++to) {
      if (from != to && moved[from][to] > 0) return true;
    }
  }
  return companies.gain + companies.lose + companies.both > 0 ||
         std::any_of(sums.begin(), sums.end(), [](const money_change& each) {
           return each.before != each.after || each.left_before != each.left_after;
         });
}

policy_change& group_change::at(std::size_t pair, const policy_pair& of) {
  if (policies.size() <= pair) policies.resize(pair + 1);
  if (!policies[pair]) {
    policies[pair] = std::make_unique<policy_change>();
    policies[pair]->sums.resize(of.benefits.size());
  }
  return *policies[pair];
}

void group_change::add(const group_change& more, const std::vector<policy_pair>& pairs) {
  companies += more.companies;
  changed.add(more.changed);
  for (std::size_t i = 0; i < more.policies.size(); ++i) {
    if (more.policies[i]) at(i, pairs[i]).add(*more.policies[i]);
  }
}

group_change& diff_tally::group(const std::optional<std::string>& name) { return groups_[name]; }

void diff_tally::add(const decision_batch& before, const decision_batch& after,
                     std::span<group_change* const> groups) {
  company_comparison compared(pairs_, before, after);
  for (std::size_t row = 0; row < groups.size(); ++row) compared.add(row, *groups[row]);
}

void diff_tally::add(const diff_tally& more) {
  for (const auto& [name, change] : more.groups_) groups_[name].add(change, pairs_);
}

group_change diff_tally::whole() const {
  group_change made;
  for (const auto& [name, change] : groups_) made.add(change, pairs_);
  return made;
}

}  // namespace sudui::cli
