// Policies are the same when their ids are, benefits when id, kind and unit are: a reward that
// became a voucher is one that ended and one that began, since their figures cannot be compared.
//
// Tested by tests/cli/diff.sh.
#include "cli/diff_pairs.hpp"

#include <algorithm>
#include <map>

namespace sudui::cli {
namespace {

using side_of_pair = paired_policy policy_pair::*;

class pairs_by_id {
 public:
  void add(const matcher& by, side_of_pair side) {
    const decisions in_force = by.match(profile());
    for (std::size_t i = 0; i < in_force.all().size(); ++i) {
      const decision& each = in_force.all()[i];
      pair_with(*each.of).*side = {presence::in_force, i, each.version, {}};
    }
    for (const policy* each : by.not_in_force()) {
      (pair_with(*each).*side).is = presence::not_in_force;
    }
  }

  [[nodiscard]] std::vector<policy_pair> take() {
    std::vector<policy_pair> made;
    for (auto& [id, pair] : all_) made.push_back(std::move(pair));
    return made;
  }

 private:
  policy_pair& pair_with(const policy& of) {
    policy_pair& pair = all_[of.id];
    pair.shown = &of;
    return pair;
  }
  std::map<std::string, policy_pair> all_;
};

bool is_same(const benefit& a, const benefit& b) {
  return a.id == b.id && a.kind == b.kind && a.unit == b.unit;
}

void pair_benefits(policy_pair& of) {
  if (of.before.version != nullptr) {
    for (const benefit& each : of.before.version->benefits) {
      of.before.benefits.push_back(of.benefits.size());
      of.benefits.push_back({&each, nullptr});
    }
  }
  if (of.after.version == nullptr) return;
  for (const benefit& each : of.after.version->benefits) {
    const auto found =
        std::find_if(of.benefits.begin(), of.benefits.end(), [&](const benefit_pair& pair) {
          return pair.before != nullptr && pair.after == nullptr && is_same(*pair.before, each);
        });
    of.after.benefits.push_back(static_cast<std::size_t>(found - of.benefits.begin()));
    if (found != of.benefits.end()) {
      found->after = &each;
    } else {
      of.benefits.push_back({nullptr, &each});
    }
  }
}

}  // namespace

int benefit_pair::places() const {
  const int first = before != nullptr ? before->places : 0;
  const int second = after != nullptr ? after->places : 0;
  return std::max({first, second, 0});
}

std::vector<policy_pair> pair_policies(const matcher& before, const matcher& after) {
  pairs_by_id all;
  all.add(before, &policy_pair::before);
  all.add(after, &policy_pair::after);
  auto made = all.take();
  for (policy_pair& each : made) pair_benefits(each);
  return made;
}

}  // namespace sudui::cli
