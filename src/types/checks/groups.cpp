// Groups that share members are resolved together, so together they must make one question: one
// kind of benefit is added up, a policy's amount is changed by one group at most, and where several
// groups choose there are few enough members that every choice can be weighed.
//
// Tested by tests/data/rules/bad/group-*.

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

#include "model/words.hpp"
#include "types/checks/checks.hpp"

namespace sudui::types {

using text::message;

namespace {

constexpr std::size_t most_choices = 20;  // members of groups that choose and share members
constexpr std::size_t most_alone = 64;    // of a group that chooses by itself

bool has_rule(const typed_group& of, bool (*is_it)(model::group_rule)) {
  const auto& readings = of.from->readings;
  return std::any_of(readings.begin(), readings.end(),
                     [&](const model::group_reading& each) { return is_it(each.rule); });
}

bool is_paying(model::group_rule rule) {
  return rule == model::group_rule::difference || rule == model::group_rule::sum_to_cap;
}
bool is_choosing(model::group_rule rule) {
  return rule == model::group_rule::highest || rule == model::group_rule::exclusive;
}

class group_checker {
 public:
  group_checker(const typed_rules& rules, text::sink& out) : rules_(rules), out_(out) {
    roots_.resize(rules.groups.size());
    std::iota(roots_.begin(), roots_.end(), std::size_t{0});
  }

  void check() {
    std::map<seat, std::size_t> seen;    // to the first group it is in
    std::map<seat, std::size_t> paying;  // and to the group that changes its amount
    for (std::size_t i = 0; i < rules_.groups.size(); ++i) {
      const auto& group = rules_.groups[i];
      check_alone(group);
      for (const auto& member : group.members) {
        const auto [first, is_new] = seen.emplace(seat_of(member), i);
        if (!is_new) join(first->second, i, member);
        if (!has_rule(group, is_paying)) continue;
        const auto [other, is_only] = paying.emplace(seat_of(member), i);
        if (!is_only) report(message::two_paying_groups, member, other->second, i);
      }
    }
    check_mixtures(seen);
    check_size();
  }

 private:
  /// A policy, and the one benefit that stands in groups; empty: the policy as a whole.
  using seat = std::pair<std::uint32_t, std::string_view>;

  static seat seat_of(const typed_member& of) {
    return {of.policy, of.from->is_alone ? std::string_view(of.from->benefit.text) : ""};
  }

  // Displaced as a whole, a policy would take along the benefit that another group keeps.
  void check_mixtures(const std::map<seat, std::size_t>& seen) {
    for (const auto& [each, part] : seen) {
      if (each.second.empty()) continue;
      const auto whole = seen.find({each.first, ""});
      if (whole == seen.end()) continue;
      report(message::whole_and_part, member_of(rules_.groups[part], each), part, whole->second);
    }
  }

  [[nodiscard]] const std::string& id_of(std::size_t group) const {
    return rules_.groups[group].from->id.text;
  }

  std::size_t root(std::size_t of) const {
    while (roots_[of] != of) of = roots_[of];
    return of;
  }

  void report(message what, const typed_member& member, std::size_t a, std::size_t b) {
    out_.report(what, member.from->where,
                {rules_.policies[member.policy].from->id.text, id_of(a), id_of(b)});
  }

  // What can only be resolved by itself shares no member.
  void join(std::size_t a, std::size_t b, const typed_member& member) {
    const auto& first = rules_.groups[a];
    const auto& second = rules_.groups[b];
    const auto is_single = [](const typed_group& of) {
      return of.from->readings.size() > 1 || of.from->per == model::group_scope::item;
    };
    if (is_single(first) || is_single(second)) {
      report(message::group_not_alone, member, a, b);
    } else if (first.kind != second.kind || first.unit != second.unit ||
               member_of(first, seat_of(member)).benefits != member.benefits) {
      report(message::groups_of_kinds, member, a, b);
    }
    roots_[std::max(root(a), root(b))] = std::min(root(a), root(b));
  }

  static const typed_member& member_of(const typed_group& group, const seat& who) {
    return *std::find_if(group.members.begin(), group.members.end(),
                         [&](const typed_member& each) { return seat_of(each) == who; });
  }

  void check_alone(const typed_group& of) {
    if (of.members.size() != 1 || !has_rule(of, is_choosing) || of.paid) return;
    out_.report(message::lone_member, of.from->id.where, {of.from->id.text});
  }

  void check_size() {
    std::map<std::size_t, std::pair<std::size_t, std::size_t>> choices;  // groups and members
    for (std::size_t i = 0; i < rules_.groups.size(); ++i) {
      if (!has_rule(rules_.groups[i], is_choosing)) continue;
      auto& [groups, members] = choices[root(i)];
      ++groups;
      members += rules_.groups[i].members.size();
    }
    for (const auto& [first, count] : choices) {
      const auto most = count.first == 1 ? most_alone : most_choices;
      if (count.second <= most) continue;
      out_.report(message::too_many_choices, rules_.groups[first].from->id.where,
                  {std::to_string(count.second), std::to_string(most)});
    }
  }

  const typed_rules& rules_;
  text::sink& out_;
  std::vector<std::size_t> roots_;  // of the groups that share members
};

}  // namespace

void check_groups(const typed_rules& rules, text::sink& out) { group_checker(rules, out).check(); }

}  // namespace sudui::types
