// What the three forms of a comparison share.
//
// Tested by tests/cli/diff.sh.
#include "cli/diff_report.hpp"

#include <algorithm>

#include "report/words.hpp"

namespace sudui::cli {

std::map<kind_and_unit, kind_change> sums_by_kind(const group_change& of,
                                                  const std::vector<policy_pair>& pairs) {
  std::map<kind_and_unit, kind_change> made;
  for (std::size_t i = 0; i < of.policies.size(); ++i) {
    if (!of.policies[i]) continue;
    for (std::size_t k = 0; k < pairs[i].benefits.size(); ++k) {
      const benefit& what = pairs[i].benefits[k].any();
      if (!what.has_amount) continue;
      kind_change& into = made[{what.kind, what.unit}];
      into.money.add(of.policies[i]->sums[k]);
      into.places = std::max(into.places, pairs[i].benefits[k].places());
    }
  }
  return made;
}

std::string_view key_of(standing what) noexcept {
  switch (what) {
    case standing::eligible:
      return report::key_of(verdict::eligible);
    case standing::undetermined:
      return report::key_of(verdict::undetermined);
    case standing::ineligible:
      return report::key_of(verdict::ineligible);
    case standing::absent:
      break;
  }
  return "absent";
}

std::string_view key_of(presence what) noexcept {
  if (what == presence::absent) return "absent";
  return what == presence::in_force ? "in_force" : "not_in_force";
}

decimal change_of(const money_sum& before, const money_sum& after) {
  return subtract(after.exact, before.exact).value_or(decimal());
}

}  // namespace sudui::cli
