// Groups over items: one person, asset or contract counts for one member. Members pay for the items
// of one list, each item by itself, so what an item brings depends on no other item, and the best
// assignment of all items is the best member for each; equal ones go to the earlier id. Where a
// member limits its total, see item_totals.
//
// Tested by tests/api/portfolio_test.cpp and, against every assignment, by
// tests/property/portfolio_test.cpp.

#include <algorithm>

#include "portfolio/ranges.hpp"
#include "portfolio/resolve.hpp"

namespace sudui::portfolio {

using reason = group_effect::reason;

namespace {

std::uint32_t end_of(const std::vector<std::vector<item_line>>& lines) {
  std::uint32_t end = 0;
  for (const auto& each : lines) {
    for (const auto& line : each) end = std::max(end, line.item + 1);
  }
  return end;
}

}  // namespace

// Lines of members, copied: the source keeps those of its last call alone.
void resolver::take_items(const component& of, source& from) {
  if (lines_.size() < of.parts.size()) lines_.resize(of.parts.size());
  for (auto& each : lines_) each.clear();
  tallies_.assign(of.parts.size(), {});
  for (std::size_t i = 0; i < of.parts.size(); ++i) {
    if (!parts_[i].is_there()) continue;
    const auto& part = of.parts[i];
    const auto lines = from.items_of(part.policy, part.benefit);
    lines_[i].assign(lines.begin(), lines.end());
    auto& tally = tallies_[i];
    tally.is_limited =
        !program_.of->policies[part.policy].benefits[part.benefit].total_limits.empty();
    if (tally.is_limited) {
      const auto granted = from.amount_of(part.policy, part.benefit);
      tally.is_limit_open = granted.is != amount::state::null && !granted.low;
      tally.granted = to_range(granted);
    }
    add_up(lines_[i], tally);
  }
}

// All items of a member. One that is worth less than nothing counts as nothing here and not in the
// total, which then does not tell the limit.
void resolver::add_up(std::span<const item_line> lines, item_tally& into) {
  for (const auto& line : lines) {
    if (line.held == outcome::unmet) continue;
    const auto worth = to_range(line.how_much);
    if (line.held == outcome::met) into.all.low = sum_of(into.all.low, worth.low);
    into.all.high = sum_of(into.all.high, worth.high);
    if (line.how_much.low && line.how_much.low->is_negative()) into.granted.low = 0;
  }
}

// Who an item may count for: alternatives that exclude each other.
void resolver::ask_item(std::uint32_t item) {
  question_.clear();
  takers_.clear();
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    for (const auto& line : lines_[i]) {
      if (line.item != item || line.held == outcome::unmet) continue;
      const bool is_sure = line.held == outcome::met && parts_[i].held == verdict::eligible;
      question_.all.push_back({to_range(line.how_much), is_sure, 0, nobody});
      takers_.push_back({i, line.held == outcome::met});
    }
  }
  const auto count = question_.all.size();
  for (std::size_t i = 0; i < count; ++i) {
    question_.all[i].excludes = (~choice{0} >> (most_alternatives - count)) & ~(choice{1} << i);
  }
}

void resolver::share_item() {
  chooser_.decide(question_, verdicts_);
  for (std::size_t i = 0; i < takers_.size(); ++i) {
    auto& tally = tallies_[takers_[i].part];
    const auto& one = question_.all[i];
    const auto bit = choice{1} << i;
    const bool may_keep = (verdicts_.may_keep & bit) != 0;
    const bool may_lose = (verdicts_.may_displace & bit) != 0;
    tally.shared += takers_.size() > 1 ? 1U : 0U;
    tally.lost += may_keep ? 0U : 1U;
    tally.open += may_keep && may_lose ? 1U : 0U;
    // A member that is undetermined by itself is judged as if it were eligible.
    if (may_keep && !may_lose && takers_[i].is_met)
      tally.paid.low = sum_of(tally.paid.low, one.worth.low);
    if (may_keep) tally.paid.high = sum_of(tally.paid.high, one.worth.high);
    if (may_lose && !tally.by) {
      for (std::size_t k = 0; k < takers_.size(); ++k) {
        if (k != i && (verdicts_.may_keep >> k & 1) != 0) tally.by = takers_[k].part;
      }
    }
  }
}

void resolver::note_items(const component& of, const range& total, source& from, resolution& into) {
  const auto& bench = of.groups.front();
  const auto* group = &groups_[program_.of->groups[bench.group].index];
  for (std::size_t i = 0; i < of.parts.size(); ++i) {
    const auto& tally = tallies_[i];
    parts_[i].may_displace = tally.open > 0;
    if (tally.shared == 0) continue;
    group_effect made;
    made.of = group;
    made.why = reason::items;
    made.paid = to_amount(tally.paid);
    made.items_elsewhere = tally.lost;
    made.items_open = tally.open;
    made.standing = tally.open > 0 ? standing::open : standing::kept;
    if (tally.paid.high.is_zero() && tally.lost > 0) made.standing = standing::displaced;
    if (tally.by) made.by = policy_of(*tally.by);
    note(i, bench.group, made, into);
  }
  if (told_ == told::policies) return;
  group_result made;
  made.of = group;
  made.total = to_amount(total);
  made.is_exhausted = verdicts_.is_exhausted;
  into.results_.push_back(made);
  note_missing(of, 0, from, into);
}

// Every item by itself.
void resolver::settle_each(range& total) {
  std::uint32_t end = end_of(lines_);
  for (std::uint32_t item = 0; item < end; ++item) {
    ask_item(item);
    if (takers_.empty()) continue;
    share_item();
    total = {sum_of(total.low, verdicts_.total.low), sum_of(total.high, verdicts_.total.high)};
  }
}

void resolver::settle_items(const component& of, source& from, resolution& into) {
  start(of, 0);
  verdicts_.is_exhausted = true;
  take_items(of, from);
  range total;
  if (may_totals_bind()) {
    settle_totals(end_of(lines_), total);
  } else {
    settle_each(total);
  }
  const bool is_shared = std::any_of(tallies_.begin(), tallies_.end(),
                                     [](const item_tally& each) { return each.shared > 0; });
  if (is_shared) note_items(of, total, from, into);
}

}  // namespace sudui::portfolio
