// Groups over items whose members limit their totals: what an item brings then depends on where the
// others went. Items that only one member can take go there. The others are shared out by branch
// and bound: item after item, its members by id, and a branch ends where the most that is left
// could not beat what was found; so of equal assignments the first one wins. It takes at most
// `most_steps`; beyond that, and while something that matters is not known, shared items are left
// open. A limit that all items of its member together do not reach is none.
//
// Tested by tests/api/portfolio_test.cpp and, against every assignment, by
// tests/property/portfolio_test.cpp.

#include <algorithm>

#include "portfolio/ranges.hpp"
#include "portfolio/resolve.hpp"

namespace sudui::portfolio {

namespace {
constexpr std::size_t most_steps = 100'000;
}

bool resolver::may_totals_bind() const {
  return std::any_of(tallies_.begin(), tallies_.end(), [](const item_tally& each) {
    const bool is_reached = each.granted.low != each.all.low || each.granted.high != each.all.high;
    return each.is_limited && (is_reached || each.is_limit_open);
  });
}

void resolver::settle_totals(std::uint32_t end, range& total) {
  take_singles(end);
  if (is_all_known()) {
    share_in_best_way(total);
  } else {
    leave_shared_open(total);
  }
}

// What nobody else can take is had in any case: `paid` holds it, still without the limit.
void resolver::take_singles(std::uint32_t end) {
  shared_.clear();
  for (std::uint32_t item = 0; item < end; ++item) {
    ask_item(item);
    if (takers_.empty()) continue;
    if (takers_.size() == 1) {
      auto& tally = tallies_[takers_.front().part];
      const auto& only = question_.all.front();
      // A member that is undetermined by itself is judged as if it were eligible.
      if (takers_.front().is_met) tally.paid.low = sum_of(tally.paid.low, only.worth.low);
      tally.paid.high = sum_of(tally.paid.high, only.worth.high);
      continue;
    }
    shared_item made;
    for (std::size_t i = 0; i < takers_.size(); ++i) {
      const auto& one = question_.all[i];
      made.offers.push_back({takers_[i].part, one.worth, one.is_sure});
      ++tallies_[takers_[i].part].shared;
    }
    shared_.push_back(std::move(made));
  }
}

bool resolver::is_all_known() const {
  for (std::size_t i = 0; i < tallies_.size(); ++i) {
    const auto& tally = tallies_[i];
    if (!parts_[i].is_there()) continue;
    if (tally.is_limit_open || (tally.is_limited && !tally.granted.is_exact())) return false;
    if (!tally.all.is_exact()) return false;
  }
  return std::all_of(shared_.begin(), shared_.end(), [](const shared_item& each) {
    return std::all_of(each.offers.begin(), each.offers.end(),
                       [](const auto& one) { return one.is_sure; });
  });
}

void resolver::search_items(std::size_t next, std::size_t& steps) {
  if (++steps > most_steps) return;
  decimal total = 0;
  for (std::size_t i = 0; i < sums_.size(); ++i) {
    total = sum_of(total, std::min(sums_[i], tallies_[i].granted.high));
  }
  if (next == shared_.size()) {
    if (total <= best_total_) return;
    best_total_ = total;
    for (auto& each : shared_) each.best = each.taken;
    return;
  }
  if (sum_of(total, rest_[next]) <= best_total_) return;
  auto& item = shared_[next];
  for (item.taken = 0; item.taken < item.offers.size(); ++item.taken) {
    const auto& offer = item.offers[item.taken];
    const auto before = sums_[offer.part];
    sums_[offer.part] = sum_of(before, offer.worth.high);
    search_items(next + 1, steps);
    sums_[offer.part] = before;
  }
}

void resolver::share_in_best_way(range& total) {
  rest_.assign(shared_.size() + 1, decimal(0));
  for (std::size_t i = shared_.size(); i-- > 0;) {
    decimal most = 0;
    for (const auto& each : shared_[i].offers) most = std::max(most, each.worth.high);
    rest_[i] = sum_of(rest_[i + 1], most);
  }
  sums_.clear();
  for (const auto& each : tallies_) sums_.push_back(each.paid.high);
  best_total_ = -1;
  std::size_t steps = 0;
  search_items(0, steps);
  if (steps > most_steps) {
    verdicts_.is_exhausted = false;
    return leave_shared_open(total);
  }
  share_out();
  for (std::size_t i = 0; i < tallies_.size(); ++i) {
    auto& paid = tallies_[i].paid;
    const auto held = std::min(sums_[i], tallies_[i].granted.high);
    const bool is_sure = parts_[i].held == verdict::eligible;
    paid = {held, held};
    total = {is_sure ? sum_of(total.low, held) : total.low, sum_of(total.high, held)};
  }
}

void resolver::share_out() {
  for (const auto& item : shared_) {
    const auto& winner = item.offers[item.best];
    sums_[winner.part] = sum_of(sums_[winner.part], winner.worth.high);
    for (const auto& each : item.offers) {
      if (each.part == winner.part) continue;
      auto& tally = tallies_[each.part];
      ++tally.lost;
      if (!tally.by) tally.by = winner.part;
    }
  }
}

void resolver::leave_shared_open(range& total) {
  decimal most = 0;
  for (const auto& each : tallies_) most = sum_of(most, each.paid.high);
  for (const auto& item : shared_) {
    decimal best = 0;
    for (const auto& each : item.offers) {
      auto& tally = tallies_[each.part];
      ++tally.open;
      tally.paid.high = sum_of(tally.paid.high, each.worth.high);
      best = std::max(best, each.worth.high);
      for (const auto& other : item.offers) {
        if (other.part != each.part && !tally.by) tally.by = other.part;
      }
    }
    most = sum_of(most, best);
  }
  for (std::size_t i = 0; i < tallies_.size(); ++i) {
    auto& tally = tallies_[i];
    tally.paid = {std::min(tally.paid.low, tally.granted.low),
                  std::min(tally.paid.high, tally.granted.high)};
    const bool is_sure = parts_[i].held == verdict::eligible;
    total = {is_sure ? sum_of(total.low, tally.paid.low) : total.low,
             sum_of(total.high, tally.paid.high)};
  }
  total.high = std::min(total.high, most);
}

}  // namespace sudui::portfolio
