// Groups that change amounts: what higher levels pay comes first, and lower ones pay what is
// missing to the greatest (`difference`), or what the cap has left (`sum_to_cap`). What was paid
// before comes before all of them.
//
// Ranges go through: what a member gets is least where those before it get most.

#include <algorithm>
#include <tuple>

#include "portfolio/ranges.hpp"
#include "portfolio/resolve.hpp"

namespace sudui::portfolio {

using model::group_rule;

// By level, the highest first; then by id.
void resolver::order_by_level(const bench& of) {
  order_.clear();
  for (const auto& each : of.seats) {
    const auto& part = parts_[each.part];
    if (part.is_there() && !part.is_out && part.may_keep) order_.push_back(each.part);
  }
  const auto level_of = [&](std::size_t part) {
    const auto& planned = program_.of->policies[at_hand_->parts[part].policy];
    return program_.of->rules->policies[planned.index].from->at;
  };
  std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(level_of(a), a) < std::pair(level_of(b), b);
  });
}

void resolver::pay(const bench& of, std::size_t at) {
  order_by_level(of);
  if (rules_[at] == group_rule::sum) return;
  if (rules_[at] == group_rule::difference) {
    pay_difference(of, at);
  } else {
    pay_to_cap(of, at);
  }
}

void resolver::pay_difference(const bench&, std::size_t at) {
  auto reached = former_of(at);
  std::optional<std::size_t> by;
  for (const auto each : order_) {
    auto& part = parts_[each];
    part.paid = {less_of(part.worth.low, reached.high), less_of(part.worth.high, reached.low)};
    part.is_limited = reached.high > decimal(0);
    part.before = by;
    const bool is_sure = part.held == verdict::eligible && !part.may_displace;
    if (is_sure) reached.low = std::max(reached.low, part.worth.low);
    if (part.worth.high > reached.high) {
      reached.high = part.worth.high;
      by = each;
    }
  }
}

void resolver::pay_to_cap(const bench&, std::size_t at) {
  const auto former = former_of(at);
  range left{decimal(0), no_end()};
  if (facts_[at].cap) {
    const auto cap = to_range(*facts_[at].cap);
    left = {less_of(cap.low, former.high),
            cap.high >= no_end() ? no_end() : less_of(cap.high, former.low)};
  }
  std::optional<std::size_t> by;
  for (const auto each : order_) {
    auto& part = parts_[each];
    part.paid = {std::min(part.worth.low, left.low), std::min(part.worth.high, left.high)};
    part.is_limited = part.worth.high > left.low;
    part.before = by;
    const bool is_sure = part.held == verdict::eligible && !part.may_displace;
    left.low = less_of(left.low, part.worth.high);
    if (is_sure && left.high < no_end()) left.high = less_of(left.high, part.worth.low);
    by = each;
  }
}

// What a choice leaves of the amount.
void resolver::set_choice(holding& of) {
  if (!of.may_keep) of.paid = {};
  if (of.may_displace) of.paid.low = 0;
}

}  // namespace sudui::portfolio
