// The part of a rule set's own tests that speaks of groups: which policies are kept or displaced,
// and what a group pays in all.
//
// Tested by tests/api/rule_tests_test.cpp.

#include "api/group_tests.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "api/bound.hpp"

namespace sudui {
inline namespace v1 {
namespace api {

namespace {

using ids = std::set<std::string>;

bool speaks_of_groups(const model::expectation& each) {
  return each.standing || each.paid || !each.displaced_by.text.empty();
}

// Members of groups that share members, until nobody is added.
ids with_rivals(const rule_set& rules, ids all) {
  for (bool is_growing = true; is_growing;) {
    is_growing = false;
    for (const auto& group : rules.groups()) {
      const bool is_near = std::any_of(group.members.begin(), group.members.end(),
                                       [&](const policy* each) { return all.contains(each->id); });
      if (!is_near) continue;
      for (const auto* each : group.members) {
        is_growing = all.insert(each->id).second || is_growing;
      }
    }
  }
  return all;
}

std::string word_of(standing of) {
  switch (of) {
    case standing::kept:
      return "kept";
    case standing::displaced:
      return "displaced";
    case standing::open:
      break;
  }
  return "open";
}

std::string end_of(const std::optional<decimal>& end) { return end ? end->to_string() : "?"; }
std::string text_of(const std::optional<decimal>& low, const std::optional<decimal>& high) {
  return low == high ? end_of(low) : end_of(low) + " .. " + end_of(high);
}

void differ(const std::string& subject, const std::string& zh, const std::string& en,
            const std::string& expected, const std::string& got, std::vector<localized>& into) {
  into.push_back({subject + "：" + zh + "应为 " + expected + "，实为 " + got,
                  subject + ": " + en + " expected " + expected + ", got " + got});
}

// Of a policy that grants nothing, a benefit has no standing.
std::string word_of_benefit(const decision& made, const std::string& id) {
  for (const auto& each : made.grants) {
    if (each.what->id != id) continue;
    return word_of(standing_of(*each.what, each.how_much, made.effects).standing);
  }
  return "-";
}

void compare(const model::expectation& wanted, const decision* made, std::vector<localized>& into) {
  const auto& benefit = wanted.benefit.text;
  const auto subject = wanted.policy.text + (benefit.empty() ? "" : "#" + benefit);
  const std::string got = made == nullptr   ? "not-in-force"
                          : benefit.empty() ? word_of(made->standing)
                                            : word_of_benefit(*made, benefit);
  if (wanted.standing && *wanted.standing != got) {
    differ(subject, "组内结果", "standing", *wanted.standing, got, into);
  }
  if (made == nullptr) return;
  const auto& by = wanted.displaced_by.text;
  const bool is_by = std::any_of(
      made->effects.begin(), made->effects.end(),
      [&](const group_effect& each) { return each.by != nullptr && each.by->id == by; });
  if (!by.empty() && !is_by) {
    const auto found = std::find_if(made->effects.begin(), made->effects.end(),
                                    [](const group_effect& each) { return each.by != nullptr; });
    differ(subject, "让位于", "displaced by", by,
           found == made->effects.end() ? "-" : found->by->id, into);
  }
  if (!wanted.paid) return;
  const bool is_paid =
      std::any_of(made->effects.begin(), made->effects.end(), [&](const group_effect& each) {
        return each.paid.is == amount::state::exact && *each.paid.low == *wanted.paid;
      });
  if (is_paid) return;
  const auto paid = made->effects.empty() ? amount{} : made->effects.back().paid;
  differ(subject, "组内兑付", "paid in the group", wanted.paid->to_string(),
         text_of(paid.low, paid.high), into);
}

void compare(const model::group_expectation& wanted, std::span<const group_result> all,
             std::vector<localized>& into) {
  std::string subject = wanted.group.text;
  if (!wanted.reading.text.empty()) subject += " (" + wanted.reading.text + ")";
  const auto found = std::find_if(all.begin(), all.end(), [&](const group_result& each) {
    return each.of->id == wanted.group.text &&
           each.of->readings[each.reading].id == wanted.reading.text;
  });
  const std::string expected = text_of(wanted.low, wanted.high);
  if (found == all.end()) return differ(subject, "合计", "total", expected, "-", into);
  const auto& total = found->total;
  if (total.low == wanted.low && total.high == wanted.high) return;
  differ(subject, "合计", "total", expected, text_of(total.low, total.high), into);
}

}  // namespace

std::vector<localized> compare_groups(const rule_set& rules, const model::test& of,
                                      const bind_options& options, const profile& company) {
  std::vector<localized> made;
  ids wanted;
  for (const auto& each : of.expect) {
    if (speaks_of_groups(each)) wanted.insert(each.policy.text);
  }
  for (const auto& each : of.groups) {
    for (const auto& group : rules.groups()) {
      if (group.id != each.group.text) continue;
      for (const auto* member : group.members) wanted.insert(member->id);
    }
  }
  if (wanted.empty() || !of.as_of) return made;
  wanted = with_rivals(rules, std::move(wanted));
  const auto bound =
      bind(rules, *of.as_of, options, [&](const std::string& id) { return wanted.contains(id); });
  if (!bound) return {bound.error().message};
  const auto decided = bound->match(company);
  for (const auto& each : of.expect) {
    if (speaks_of_groups(each)) compare(each, decided.find(each.policy.text), made);
  }
  for (const auto& each : of.groups) compare(each, decided.groups(), made);
  return made;
}

}  // namespace api
}  // namespace v1
}  // namespace sudui
