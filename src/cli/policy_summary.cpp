// The table under a batch: one line a policy. A policy officer reads here how many companies a
// policy reaches and what it costs; amounts that are not exact are counted, not guessed.
//
// Tested by tests/cli/summary.sh.
#include "cli/policy_summary.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "report/figures.hpp"
#include "report/json_parts.hpp"
#include "report/table.hpp"
#include "report/words.hpp"

namespace sudui::cli {

void policy_summary::add(const decisions& made) {
  const auto all = made.all();
  lines_.resize(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    const decision& each = all[i];
    line& into = lines_[i];
    into.of = each.of;
    if (each.verdict == verdict::undetermined) ++into.undetermined;
    if (each.verdict == verdict::ineligible) ++into.ineligible;
    if (each.verdict != verdict::eligible) continue;
    ++into.eligible;
    for (const grant& one : each.grants) add_grant(into, *one.what, one.how_much, each.effects);
  }
}

namespace {
std::uint64_t count_of(std::span<const std::uint64_t> bits) {
  std::uint64_t count = 0;
  for (const auto each : bits) count += static_cast<std::uint64_t>(std::popcount(each));
  return count;
}
}  // namespace

// Awards come company by company, so sums are added up in the same order.
void policy_summary::add(const batch_matcher& by, const decision_batch& made) {
  lines_.resize(by.policies().size());
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    line& into = lines_[i];
    const auto eligible = count_of(made.eligible(i));
    const auto possible = count_of(made.possible(i));
    into.of = by.policies()[i];
    into.eligible += eligible;
    into.undetermined += possible - eligible;
    into.ineligible += made.size() - possible;
  }
  auto settled = made.standings();
  const auto place_of = [](const auto& each) { return std::pair(each.row, each.policy); };
  for (const batch_award& each : made.awards()) {
    if (made.of(each.policy, each.row) != verdict::eligible) continue;
    while (!settled.empty() && place_of(settled.front()) < place_of(each)) {
      settled = settled.subspan(1);
    }
    const bool is_here = !settled.empty() && place_of(settled.front()) == place_of(each);
    add_grant(lines_[each.policy], *each.what, each.how_much,
              is_here ? settled.front().effects : std::span<const group_effect>());
  }
}

void policy_summary::add_grant(line& into, const benefit& what, const amount& how_much,
                               std::span<const group_effect> effects) {
  if (how_much.is == amount::state::none) return;
  auto& sum = into.sums[what.id];
  sum.of = &what;
  add_to(sum.granted, into.without_sum, how_much);
  const amount left = effects.empty() ? how_much : standing_of(what, how_much, effects).left;
  add_to(sum.left, into.without_left, left);
}

void policy_summary::add_to(decimal& sum, std::uint64_t& without, const amount& more) {
  const bool is_exact = more.is == amount::state::exact && more.low;
  const auto made = is_exact ? sudui::add(sum, *more.low) : std::nullopt;
  if (made) {
    sum = *made;
  } else {
    ++without;
  }
}

void policy_summary::add(const policy_summary& more) {
  lines_.resize(std::max(lines_.size(), more.lines_.size()));
  for (std::size_t i = 0; i < more.lines_.size(); ++i) {
    const line& from = more.lines_[i];
    line& into = lines_[i];
    into.of = from.of;
    into.eligible += from.eligible;
    into.undetermined += from.undetermined;
    into.ineligible += from.ineligible;
    into.without_sum += from.without_sum;
    into.without_left += from.without_left;
    for (const auto& [id, sum] : from.sums) {
      auto& held = into.sums[id];
      held.of = sum.of;
      add_to(held.granted, into.without_sum, {amount::state::exact, sum.granted, sum.granted});
      add_to(held.left, into.without_left, {amount::state::exact, sum.left, sum.left});
    }
  }
}

void policy_summary::write_json(report::json_writer& out) const {
  out.open_array();
  for (const line& each : lines_) {
    out.open_object().key("policy").text(each.of->id).key("eligible").whole(each.eligible);
    out.key("undetermined").whole(each.undetermined).key("ineligible").whole(each.ineligible);
    out.key("sums").open_array();
    for (const auto& [id, sum] : each.sums) {
      out.open_object();
      report::write_given(out, "benefit", id);
      out.key("kind").text(sum.of->kind);
      report::write_given(out, "unit", sum.of->unit);
      const int places = std::max(sum.of->places, 0);
      out.key("sum").text(sum.granted.to_fixed(places));
      out.key("left").text(sum.left.to_fixed(places)).close_object();
    }
    out.close_array().key("not_exact").whole(each.without_sum);
    out.key("left_not_exact").whole(each.without_left).close_object();
  }
  out.close_array();
}

std::string policy_summary::to_text(const text_options& options) const {
  const auto say = [&](std::string_view zh, std::string_view en) {
    return std::string(report::say(options.in, zh, en));
  };
  report::table rows(static_cast<std::size_t>(options.width), 1, {2, 3, 4, 5});
  rows.add({say("政策", "policy"), say("名称", "title"), say("可享受", "eligible"),
            say("待确定", "undetermined"), say("不符合", "ineligible"), say("金额合计", "sum")});
  for (const line& each : lines_) {
    std::vector<std::string> sums;
    for (const auto& [name, sum] : each.sums) {
      const auto money = [&of = *sum.of](const decimal& held) {
        return report::money(held, of.places) + " " + of.unit;
      };
      sums.push_back(money(sum.granted));
      if (sum.left == sum.granted) continue;
      sums.push_back(say("政策组之后 ", "left by groups: ") + money(sum.left));
    }
    if (each.without_sum > 0) sums.push_back("+ " + std::to_string(each.without_sum) + " ?");
    rows.add({each.of->id, each.of->title.in(options.in), std::to_string(each.eligible),
              std::to_string(each.undetermined), std::to_string(each.ineligible),
              sums.empty() ? std::string() : sums.front()});
    for (std::size_t i = 1; i < sums.size(); ++i) rows.add({"", "", "", "", "", sums[i]});
  }
  return rows.to_string(0);
}

}  // namespace sudui::cli
