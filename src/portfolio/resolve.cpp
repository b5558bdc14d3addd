// What groups make of a company's policies. Component by component:
//
//   1. former payments and elections take members out;
//   2. of the rest, the best total of members that do not exclude each other is chosen (choose);
//   3. groups that change amounts pay: by level, national first, then by id;
//   4. every member with something to settle gets an effect, every such group a result.
//
// Nothing is guessed: a member that may be displaced, depending on what is missing, is open, and
// what it is paid is a range. A policy that is undetermined by itself is judged as if it were
// eligible, as its grants are; for the others it may be there or not.
//
// Cost: nothing but a look at the verdicts for a company without two possible members in one group.
// Tested by tests/api/portfolio_test.cpp and, against every choice, by
// tests/property/portfolio_test.cpp.

#include "portfolio/resolve.hpp"

#include <algorithm>
#include <tuple>

#include "portfolio/ranges.hpp"

namespace sudui::portfolio {

using model::group_rule;
using reason = group_effect::reason;

void resolution::clear() {
  noted_.clear();
  places_.clear();
  effects_.clear();
  results_.clear();
  missing_places_.clear();
  missing_.clear();
}

resolution::extent resolution::now() const {
  return {noted_.size(), results_.size(), missing_.size()};
}

void resolution::go_back(const extent& to) {
  noted_.resize(to.noted);
  results_.resize(to.results);
  missing_places_.resize(to.results);
  missing_.resize(to.missing);
}

// A policy is displaced where one group displaces it in every reading, and open where readings
// differ. Where benefits stand in groups alone, it is what the best of all its benefits is.
standing resolution::standing_of(std::span<const noted> all) {
  alone_.clear();
  auto whole = standing::kept;
  for (std::size_t i = 0; i < all.size();) {
    const auto& first = all[i];
    auto joined = first.effect.standing;
    for (; i < all.size() && all[i].group == first.group; ++i) {
      if (all[i].effect.standing != joined) joined = standing::open;
    }
    if (!first.effect.alone) {
      whole = std::min(whole, joined);
      continue;
    }
    const auto found = std::find_if(alone_.begin(), alone_.end(), [&](const auto& each) {
      return each.first == first.effect.compared;
    });
    if (found == alone_.end()) {
      alone_.emplace_back(first.effect.compared, joined);
    } else {
      found->second = std::min(found->second, joined);
    }
  }
  if (alone_.size() < all.front().benefits) return whole;
  auto best = standing::displaced;
  for (const auto& each : alone_) best = std::max(best, each.second);
  return std::min(whole, best);
}

// Effects lie by policy, then by group and reading.
void resolution::set_views() {
  std::sort(noted_.begin(), noted_.end(), [](const noted& a, const noted& b) {
    return std::tie(a.policy, a.group, a.effect.reading) <
           std::tie(b.policy, b.group, b.effect.reading);
  });
  effects_.reserve(noted_.size());
  for (const auto& each : noted_) effects_.push_back(each.effect);
  for (std::size_t first = 0; first < noted_.size();) {
    auto last = first;
    while (last < noted_.size() && noted_[last].policy == noted_[first].policy) ++last;
    const auto count = last - first;
    places_.push_back({noted_[first].policy, standing_of(std::span(noted_).subspan(first, count)),
                       std::span(effects_).subspan(first, count)});
    first = last;
  }
  for (std::size_t i = 0; i < results_.size(); ++i) {
    const auto [first, count] = missing_places_[i];
    results_[i].missing = std::span(missing_).subspan(first, count);
  }
}

void resolver::resolve(source& from, resolution& into) {
  into.clear();
  for (const auto& each : program_.components) {
    if (!has_task(each, from)) continue;
    at_hand_ = &each;
    take_parts(each, from);
    if (each.is_of_items) {
      settle_items(each, from, into);
      continue;
    }
    const auto& first = program_.of->groups[each.groups.front().group];
    const auto readings = typed(*program_.of, first).from->readings.size();
    const auto before = into.now();
    is_changed_ = false;
    for (std::uint32_t i = 0; i < readings; ++i) settle(each, i, from, into);
    if (!is_changed_) into.go_back(before);  // all readings agree that there is nothing to say
  }
  into.set_views();
}

// Two members of one group that may be had, or one where a group asks more than that.
bool resolver::has_task(const component& of, source& from) {
  parts_.assign(of.parts.size(), {});
  bool is_any = false;
  for (std::size_t i = 0; i < of.parts.size(); ++i) {
    parts_[i].held = from.verdict_of(of.parts[i].policy);
    is_any = is_any || parts_[i].is_there();
  }
  if (of.asks_of_one) return is_any;
  return std::any_of(of.groups.begin(), of.groups.end(), [&](const bench& each) {
    return std::count_if(each.seats.begin(), each.seats.end(),
                         [&](const seat& one) { return parts_[one.part].is_there(); }) > 1;
  });
}

void resolver::take_parts(const component& of, source& from) {
  for (std::size_t i = 0; i < of.parts.size(); ++i) {
    if (!parts_[i].is_there()) continue;
    parts_[i].worth = to_range(from.amount_of(of.parts[i].policy, of.parts[i].benefit));
  }
}

// Only a group that stands alone has several readings.
void resolver::start(const component& of, std::uint32_t reading) {
  facts_.assign(of.groups.size(), {});
  rules_.clear();
  for (const auto& each : of.groups) {
    const auto& readings = typed(*program_.of, program_.of->groups[each.group]).from->readings;
    rules_.push_back(readings[readings.size() == 1 ? 0 : reading].rule);
  }
  for (auto& each : parts_) {
    each.at = nobody;
    each.is_out = each.may_displace = false;
    each.may_keep = each.is_there();
    each.paid = each.worth;
  }
}

void resolver::settle(const component& of, std::uint32_t reading, source& from, resolution& into) {
  start(of, reading);
  read_groups(of, from);
  ask(of);
  for (std::size_t i = 0; i < of.groups.size(); ++i) {
    if (!is_choosing(rules_[i])) pay(of.groups[i], i);
  }
  for (auto& each : parts_) set_choice(each);
  for (std::size_t i = 0; i < of.groups.size(); ++i) note_group(of, i, reading, from, into);
}

// ---- former payments and elections ----

void resolver::read_groups(const component& of, source& from) {
  for (std::size_t i = 0; i < of.groups.size(); ++i) {
    const auto& group = program_.of->groups[of.groups[i].group];
    auto& facts = facts_[i];
    if (group.cap) facts.cap = from.value_of(group, *group.cap);
    if (group.paid) facts.paid = from.value_of(group, *group.paid);
    if (group.election) facts.election = from.value_of(group, *group.election);
  }
  for (std::size_t i = 0; i < of.groups.size(); ++i) {
    if (is_choosing(rules_[i])) leave_out_paid(of.groups[i], i);
  }
  for (std::size_t i = 0; i < of.groups.size(); ++i) {
    if (rules_[i] == group_rule::exclusive) elect(of.groups[i], i);
  }
}

range resolver::former_of(std::size_t at) const {
  return facts_[at].paid ? to_range(*facts_[at].paid) : range{};
}

// Nothing is given twice: where something was paid for the matter, nobody is paid any more.
void resolver::leave_out_paid(const bench& of, std::size_t at) {
  const auto former = former_of(at);
  if (former.high.is_zero()) return;
  auto& facts = facts_[at];
  facts.is_paid = former.low > decimal(0);
  facts.may_be_paid = !facts.is_paid;
  for (const auto& each : of.seats) {
    auto& part = parts_[each.part];
    if (facts.is_paid) part.is_out = true;
    part.may_displace = true;
    part.may_keep = part.may_keep && !facts.is_paid;
  }
}

// An election for what the company does not get is void. Where it is not known whether it gets it,
// the others are left open.
void resolver::elect(const bench& of, std::size_t at) {
  auto& facts = facts_[at];
  if (!facts.election || !facts.election->is_known()) return;
  const auto& members = typed(*program_.of, program_.of->groups[of.group]).members;
  for (const auto& each : of.seats) {
    const auto& part = parts_[each.part];
    const bool is_meant = members[each.member].option == facts.election->string();
    if (is_meant && part.is_there() && !part.is_out) facts.elected = each.part;
  }
  if (!facts.elected) return;
  facts.is_election_open = parts_[*facts.elected].held == verdict::undetermined;
  for (const auto& each : of.seats) {
    auto& part = parts_[each.part];
    if (each.part == *facts.elected || !part.is_there()) continue;
    part.may_displace = true;
    if (facts.is_election_open) continue;
    part.is_out = true;
    part.may_keep = false;
  }
}

// ---- the best choice ----

// Only those that exclude somebody are alternatives; all others are kept. Alternatives stand by
// policy, so ties go to the earlier id.
void resolver::ask(const component& of) {
  question_.clear();
  for (std::size_t g = 0; g < of.groups.size(); ++g) {
    if (!is_choosing(rules_[g])) continue;
    const auto& seats = of.groups[g].seats;
    const auto count = std::count_if(seats.begin(), seats.end(),
                                     [&](const seat& each) { return is_free(each.part, g); });
    for (const auto& each : seats) {
      if (count > 1 && is_free(each.part, g)) parts_[each.part].at = 0;
    }
  }
  for (auto& part : parts_) {
    if (part.at == nobody) continue;
    part.at = question_.all.size();
    question_.all.push_back({part.worth, part.held == verdict::eligible, 0, nobody});
  }
  exclude(of);
  add_pools(of);
  chooser_.decide(question_, verdicts_);
  for (auto& part : parts_) {
    if (part.at == nobody) continue;
    const auto bit = choice{1} << part.at;
    part.may_keep = part.may_keep && (verdicts_.may_keep & bit) != 0;
    part.may_displace = part.may_displace || (verdicts_.may_displace & bit) != 0;
  }
}

bool resolver::is_free(std::size_t part, std::size_t group) const {
  const auto& of = parts_[part];
  return of.is_there() && !of.is_out && facts_[group].elected != part;
}

void resolver::exclude(const component& of) {
  for (std::size_t g = 0; g < of.groups.size(); ++g) {
    if (!is_choosing(rules_[g])) continue;
    choice all = 0;
    const auto visit = [&](auto&& take) {
      for (const auto& each : of.groups[g].seats) {
        const auto at = parts_[each.part].at;
        if (at != nobody && is_free(each.part, g)) take(at);
      }
    };
    visit([&](std::size_t at) { all |= choice{1} << at; });
    visit([&](std::size_t at) { question_.all[at].excludes |= all & ~(choice{1} << at); });
  }
}

// Groups that change amounts enter the total where they have alternatives among their members.
void resolver::add_pools(const component& of) {
  for (std::size_t g = 0; g < of.groups.size(); ++g) {
    if (is_choosing(rules_[g]) || rules_[g] == group_rule::sum) continue;
    pool made;
    made.is_greatest = rules_[g] == group_rule::difference;
    made.paid = former_of(g);
    if (facts_[g].cap) made.limit = to_range(*facts_[g].cap);
    const auto place = question_.pools.size();
    const auto before = question_.always.size();
    bool is_any = false;
    for (const auto& each : of.groups[g].seats) {
      const auto& part = parts_[each.part];
      if (part.at != nobody) {
        question_.all[part.at].pool = place;
        is_any = true;
      } else if (part.is_there() && !part.is_out) {
        auto worth = part.worth;
        if (part.held == verdict::undetermined) worth.low = 0;
        question_.always.push_back({place, worth});
      }
    }
    if (is_any) {
      question_.pools.push_back(made);
    } else {
      question_.always.resize(before);
    }
  }
}

}  // namespace sudui::portfolio
