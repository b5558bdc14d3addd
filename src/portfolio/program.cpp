// From the groups of a plan to components, by joining groups that share a member.
//
// Cost: O(groups * members). Tested by tests/api/portfolio_test.cpp.

#include "portfolio/program.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace sudui::portfolio {

const types::typed_group& typed(const plan::plan& of, const plan::group& which) {
  return of.rules->groups[which.index];
}

bool is_choosing(model::group_rule rule) noexcept {
  return rule == model::group_rule::highest || rule == model::group_rule::exclusive;
}

namespace {

std::vector<std::size_t> roots_of(const plan::plan& of) {
  std::vector<std::size_t> roots(of.groups.size());
  std::iota(roots.begin(), roots.end(), std::size_t{0});
  const auto root = [&](std::size_t which) {
    while (roots[which] != which) which = roots[which];
    return which;
  };
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> first;  // group of a benefit
  for (std::size_t i = 0; i < of.groups.size(); ++i) {
    for (const auto& member : of.groups[i].members) {
      const auto [found, is_new] = first.emplace(std::pair(member.policy, member.benefit), i);
      if (is_new) continue;
      const auto a = root(found->second);
      const auto b = root(i);
      roots[std::max(a, b)] = std::min(a, b);
    }
  }
  for (std::size_t i = 0; i < roots.size(); ++i) roots[i] = root(i);
  return roots;
}

std::size_t place_of(const plan::group_member& who, const component& in) {
  const auto found = std::find_if(in.parts.begin(), in.parts.end(), [&](const part& each) {
    return each.policy == who.policy && each.benefit == who.benefit;
  });
  return static_cast<std::size_t>(found - in.parts.begin());
}

void add_group(const plan::plan& of, std::uint32_t which, component& into) {
  const auto& group = of.groups[which];
  const auto& written = typed(of, group);
  const auto& readings = written.from->readings;
  const bool may_pay = std::any_of(readings.begin(), readings.end(),
                                   [](const auto& each) { return !is_choosing(each.rule); });
  into.is_of_items = written.from->per == model::group_scope::item;
  into.asks_of_one = into.asks_of_one || group.code.has_value() || may_pay;
  bench made;
  made.group = which;
  for (const auto& member : group.members) {
    if (place_of(member, into) < into.parts.size()) continue;
    const bool is_alone = written.members[member.member].from->is_alone;
    into.parts.push_back({member.policy, member.benefit, is_alone});
  }
  into.groups.push_back(std::move(made));
}

// Once all parts are there and stand by policy, which is by id.
void seat_members(const plan::plan& of, component& into) {
  std::sort(into.parts.begin(), into.parts.end(), [](const part& a, const part& b) {
    return std::pair(a.policy, a.benefit) < std::pair(b.policy, b.benefit);
  });
  for (auto& each : into.groups) {
    for (const auto& member : of.groups[each.group].members) {
      each.seats.push_back({static_cast<std::uint32_t>(place_of(member, into)), member.member});
    }
  }
}

}  // namespace

program compile(std::shared_ptr<const plan::plan> of) {
  program made;
  const auto roots = roots_of(*of);
  std::map<std::size_t, std::size_t> places;  // root to component
  for (std::uint32_t i = 0; i < roots.size(); ++i) {
    const auto [place, is_new] = places.emplace(roots[i], made.components.size());
    if (is_new) made.components.emplace_back();
    add_group(*of, i, made.components[place->second]);
  }
  for (auto& each : made.components) seat_members(*of, each);
  made.of = std::move(of);
  return made;
}

}  // namespace sudui::portfolio
