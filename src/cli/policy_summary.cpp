// The table under a batch: one line a policy. A policy officer reads here how many companies a
// policy reaches and what it costs; amounts that are not exact are counted, not guessed.
//
// Tested by tests/cli/summary.sh.
#include "cli/policy_summary.hpp"

#include <algorithm>
#include <bit>

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
    for (const grant& one : each.grants) add_grant(into, *one.what, one.how_much);
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
  for (const batch_award& each : made.awards()) {
    if (made.of(each.policy, each.row) != verdict::eligible) continue;
    add_grant(lines_[each.policy], *each.what, each.how_much);
  }
}

void policy_summary::add_grant(line& into, const benefit& what, const amount& how_much) {
  if (how_much.is == amount::state::none) return;
  add_sum(into, what, how_much.is == amount::state::exact ? how_much.low : std::nullopt);
}

void policy_summary::add_sum(line& into, const benefit& what, const std::optional<decimal>& more) {
  auto& [of, sum] = into.sums[what.id];
  of = &what;
  const auto made = more ? sudui::add(sum, *more) : std::nullopt;
  if (made) {
    sum = *made;
  } else {
    ++into.without_sum;
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
    for (const auto& [id, sum] : from.sums) add_sum(into, *sum.first, sum.second);
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
      out.key("kind").text(sum.first->kind);
      report::write_given(out, "unit", sum.first->unit);
      out.key("sum").text(sum.second.to_fixed(std::max(sum.first->places, 0))).close_object();
    }
    out.close_array().key("not_exact").whole(each.without_sum).close_object();
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
      sums.push_back(report::money(sum.second, sum.first->places) + " " + sum.first->unit);
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
