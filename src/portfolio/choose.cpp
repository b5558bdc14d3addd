// The best of choices that exclude each other: a maximum-weight independent set over few
// alternatives, found by branch and bound. Alternatives are tried in their order, each first kept
// and then left out, and only a greater total replaces what was found; so among equal choices the
// first one wins, and one with more members beats one with less.
//
// Where worths are ranges, alternative i is surely kept when it is in the best choice of every
// case. The difference between a choice M without i and any choice with i grows with the worths in
// M and falls with all others; so if some case displaces i by M, the case that has M at the upper
// ends and everything else at the lower ones does too, and it is enough to try that case for every
// maximal M. With pools the totals are no sums and this does not hold: then whoever excludes
// somebody is left open.
//
// Tested by tests/unit/portfolio/choose_test.cpp against every choice of every case.

#include "portfolio/choose.hpp"

#include <algorithm>
#include <bit>

namespace sudui::portfolio {

namespace {

decimal plus(const decimal& a, const decimal& b) { return add(a, b).value_or(no_end()); }
decimal less(const decimal& a, const decimal& b) {
  const auto made = subtract(a, b).value_or(decimal(0));
  return made.is_negative() ? decimal(0) : made;
}

constexpr choice bit(std::size_t which) { return choice{1} << which; }

}  // namespace

void question::clear() {
  all.clear();
  pools.clear();
  always.clear();
}

struct chooser::frame {
  const question& what;
  std::span<const decimal> worth;
  choice there;
  bool is_high;
  choice best = 0;
  decimal total = decimal(-1);
};

choice chooser::everybody(const question& what) const {
  const auto count = what.all.size();
  return count == 0 ? 0 : ~choice{0} >> (most_alternatives - count);
}

// The caps and former payments that make the total least, or greatest.
decimal chooser::total_of(const question& what, std::span<const decimal> worth, choice kept,
                          bool is_high) const {
  decimal sum = 0;
  for (auto left = kept; left != 0; left &= left - 1) {
    const auto i = static_cast<std::size_t>(std::countr_zero(left));
    if (what.all[i].pool == nobody) sum = plus(sum, worth[i]);
  }
  for (std::size_t p = 0; p < what.pools.size(); ++p) {
    sum = plus(sum, total_in(what, p, worth, kept, is_high));
  }
  return sum;
}

// What one pool comes to, after what was paid before.
decimal chooser::total_in(const question& what, std::size_t which, std::span<const decimal> worth,
                          choice kept, bool is_high) {
  const auto& pool = what.pools[which];
  decimal held = 0;
  const auto take = [&](const decimal& each) {
    held = pool.is_greatest ? std::max(held, each) : plus(held, each);
  };
  for (const auto& each : what.always) {
    if (each.pool == which) take(is_high ? each.worth.high : each.worth.low);
  }
  for (auto left = kept; left != 0; left &= left - 1) {
    const auto i = static_cast<std::size_t>(std::countr_zero(left));
    if (what.all[i].pool == which) take(worth[i]);
  }
  const auto& paid = is_high ? pool.paid.low : pool.paid.high;
  if (pool.is_greatest) return less(held, paid);
  return std::min(held, less(is_high ? pool.limit.high : pool.limit.low, paid));
}

// The bound leaves pools out, which only ever take something off.
void chooser::search(frame& at, std::size_t next, choice kept, const decimal& sum) {
  while (next < at.worth.size() && (at.there & bit(next)) == 0) ++next;
  if (next == at.worth.size()) {
    const auto total = total_of(at.what, at.worth, kept, at.is_high);
    if (total > at.total) {
      at.total = total;
      at.best = kept;
    }
    return;
  }
  if (at.what.pools.empty() && plus(sum, rest_[next]) <= at.total) return;
  if ((at.what.all[next].excludes & kept) == 0) {
    search(at, next + 1, kept | bit(next), plus(sum, at.worth[next]));
    if ((at.what.all[next].excludes & at.there) == 0) return;  // it costs nobody anything
  }
  search(at, next + 1, kept, sum);
}

choice chooser::best_of(const question& what, std::span<const decimal> worth, choice there,
                        bool is_high) {
  frame at{what, worth, there, is_high, 0, decimal(-1)};
  rest_.assign(worth.size() + 1, decimal(0));
  for (std::size_t i = worth.size(); i-- > 0;) {
    rest_[i] = plus(rest_[i + 1], (there & bit(i)) != 0 ? worth[i] : decimal(0));
  }
  search(at, 0, 0, 0);
  return at.best;
}

void chooser::fill(const question& what, choice favoured) {
  worth_.clear();
  for (std::size_t i = 0; i < what.all.size(); ++i) {
    const auto& worth = what.all[i].worth;
    worth_.push_back((favoured & bit(i)) != 0 ? worth.high : worth.low);
  }
}

// Who is not sure to be there is tried both ways where it is not favoured: absent for the others,
// and present for the question whether it would be displaced.
void chooser::try_case(const question& what, choice favoured, verdicts& into) {
  fill(what, favoured);
  choice sure = 0;
  for (std::size_t i = 0; i < what.all.size(); ++i) {
    if (what.all[i].is_sure) sure |= bit(i);
  }
  const auto there = sure | favoured;
  const auto kept = best_of(what, worth_, there, true);
  into.may_keep |= kept;
  into.may_displace |= there & ~kept;
  for (auto left = everybody(what) & ~there; left != 0; left &= left - 1) {
    const auto one = left & ~(left - 1);
    const auto with = best_of(what, worth_, there | one, true);
    ((with & one) != 0 ? into.may_keep : into.may_displace) |= one;
  }
}

// Choices that nobody can be added to, each once: those that hold the next one, then those that
// leave it out for somebody it excludes.
void chooser::list_maximal(const question& what, choice kept, choice left, choice done) {
  if (cases_.size() > most_cases) return;
  if (left == 0) {
    if (done == 0) cases_.push_back(kept);
    return;
  }
  const auto i = static_cast<std::size_t>(std::countr_zero(left));
  const auto others = ~what.all[i].excludes & ~bit(i);
  list_maximal(what, kept | bit(i), left & others, done & others);
  const auto rivals = what.all[i].excludes & left;
  if (rivals != 0) list_maximal(what, kept, left & ~bit(i), done | bit(i));
}

void chooser::try_cases(const question& what, verdicts& into) {
  const auto all = everybody(what);
  cases_.clear();
  if (what.pools.empty()) list_maximal(what, 0, all, 0);
  if (!what.pools.empty() || cases_.size() > most_cases) {
    into.may_keep = all;
    for (std::size_t i = 0; i < what.all.size(); ++i) {
      if (what.all[i].excludes != 0) into.may_displace |= bit(i);
    }
    into.is_exhausted = false;
    return;
  }
  for (const auto each : cases_) try_case(what, each, into);
}

void chooser::decide(const question& what, verdicts& into) {
  into = {};
  const auto all = everybody(what);
  bool is_known = true;
  choice sure = 0;
  for (std::size_t i = 0; i < what.all.size(); ++i) {
    is_known = is_known && what.all[i].is_sure && what.all[i].worth.is_exact();
    if (what.all[i].is_sure) sure |= bit(i);
  }
  for (const auto& each : what.pools) {
    is_known = is_known && each.limit.is_exact() && each.paid.is_exact();
  }
  for (const auto& each : what.always) is_known = is_known && each.worth.is_exact();
  fill(what, all);
  into.best = best_of(what, worth_, all, true);
  into.total.high = total_of(what, worth_, into.best, true);
  if (is_known) {
    into.may_keep = into.best;
    into.may_displace = all & ~into.best;
    into.total.low = into.total.high;
    return;
  }
  fill(what, 0);
  into.total.low = total_of(what, worth_, best_of(what, worth_, sure, false), false);
  try_cases(what, into);
}

}  // namespace sudui::portfolio
