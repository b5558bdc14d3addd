// Random groups over random policies: every choice of members tried, against the engine; and a
// batch against one company at a time.
#include <map>
#include <random>

#include <sudui/batch.hpp>

#include "catch.hpp"
#include "support/groups.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

using engine = std::mt19937_64;

// Policies `demo/a`... with amounts of one digit, often equal; some wait for a field, some have an
// amount that is not known; groups of one rule over a few of them.
struct random_rules {
  std::vector<std::string> documents;
  std::vector<std::vector<std::string>> groups;  // members
};

std::string policy_of(engine& random, char name) {
  const std::string require = random() % 3 == 0   ? "staff > " + std::to_string(random() % 10)
                              : random() % 3 == 0 ? std::string("is_listed")
                                                  : std::string("staff >= 0");
  std::string amount = std::to_string(random() % 6);
  if (random() % 6 == 0) amount = "min(score, 4) * revenue";
  return policy_text("demo/" + std::string(1, name), require,
                     benefit_text("unit: 元\namount: " + amount));
}

random_rules rules_for(engine& random) {
  random_rules made;
  const auto policies = 3 + random() % 4;
  for (std::size_t i = 0; i < policies; ++i) {
    made.documents.push_back(policy_of(random, static_cast<char>('a' + i)));
  }
  const auto groups = 1 + random() % 3;
  for (std::size_t g = 0; g < groups; ++g) {
    std::vector<std::string> members;
    for (std::size_t i = 0; i < policies; ++i) {
      if (random() % 2 == 0)
        members.push_back("demo/" + std::string(1, static_cast<char>('a' + i)));
    }
    if (members.size() < 2) members = {"demo/a", "demo/b"};
    std::string list;
    for (const auto& each : members) list += (list.empty() ? "" : ", ") + each;
    made.documents.push_back(
        group_text("demo/g" + std::to_string(g), "rule: highest\nmembers: [" + list + "]"));
    made.groups.push_back(members);
  }
  return made;
}

profile company_of(engine& random) {
  profile made{{"staff", static_cast<int>(random() % 10)}, {"revenue", 1}};
  if (random() % 2 == 0) made.set("is_listed", random() % 2 == 0);
  if (random() % 2 == 0) made.set("score", static_cast<int>(random() % 6));
  return made;
}

bool is_allowed(const random_rules& rules, const std::vector<const decision*>& kept) {
  for (const auto& members : rules.groups) {
    std::size_t count = 0;
    for (const auto* each : kept) {
      count += static_cast<std::size_t>(std::count(members.begin(), members.end(), each->of->id));
    }
    if (count > 1) return false;
  }
  return true;
}

decimal worth_of(const decision& of) { return *of.grants.front().how_much.low; }

// The first of the best choices, where all is known.
std::vector<const decision*> best_of(const random_rules& rules, const decisions& made) {
  const auto there = made.eligible();
  std::vector<const decision*> best;
  decimal total = -1;
  for (std::uint32_t set = 0; set < 1U << there.size(); ++set) {
    std::vector<const decision*> kept;
    decimal sum = 0;
    for (std::size_t i = 0; i < there.size(); ++i) {
      // Sets are tried from those that hold the earliest on.
      if ((set >> (there.size() - 1 - i) & 1) != 0) continue;
      kept.push_back(there[i]);
      sum = add(sum, worth_of(*there[i])).value();
    }
    if (sum > total && is_allowed(rules, kept)) {
      best = kept;
      total = sum;
    }
  }
  return best;
}

bool is_known(const decisions& made) {
  return std::all_of(made.all().begin(), made.all().end(), [](const decision& each) {
    return each.verdict != verdict::undetermined &&
           (each.grants.empty() || each.grants.front().how_much.is == amount::state::exact);
  });
}

}  // namespace

TEST_CASE("groups keep the best of all choices", "[property][portfolio]") {
  engine random(4);
  int compared = 0;
  for (int round = 0; round < 60; ++round) {
    const auto rules = rules_for(random);
    const auto by = bound(rules.documents);
    for (int i = 0; i < 12; ++i) {
      const auto made = by.match(company_of(random));
      if (!is_known(made)) continue;
      ++compared;
      const auto best = best_of(rules, made);
      for (const auto* each : made.eligible()) {
        const bool is_best = std::find(best.begin(), best.end(), each) != best.end();
        INFO("round " << round << " " << each->of->id);
        REQUIRE(each->standing == (is_best ? standing::kept : standing::displaced));
      }
    }
  }
  CHECK(compared > 100);
}

TEST_CASE("what is learned later only narrows what groups said", "[property][portfolio]") {
  engine random(5);
  for (int round = 0; round < 60; ++round) {
    const auto by = bound(rules_for(random).documents);
    for (int i = 0; i < 8; ++i) {
      const profile given = company_of(random);
      const auto first = by.match(given);
      profile more = given;
      if (given.find("is_listed") == nullptr) more.set("is_listed", random() % 2 == 0);
      if (given.find("score") == nullptr) more.set("score", static_cast<int>(random() % 6));
      const auto second = by.match(more);
      for (const auto& each : second.all()) {
        const auto& was = *first.find(each.of->id);
        if (each.verdict == verdict::ineligible || was.standing == standing::open) continue;
        INFO("round " << round << " " << each.of->id);
        REQUIRE(each.standing == was.standing);
      }
    }
  }
}

TEST_CASE("a batch resolves groups as single companies do", "[property][portfolio]") {
  engine random(6);
  for (int round = 0; round < 30; ++round) {
    auto documents = rules_for(random).documents;
    documents.push_back(policy_text("demo/x", "staff > 2", benefit_text("amount: 20")));
    documents.push_back(
        policy_text("demo/y", "is_listed", benefit_text("amount: score * revenue")));
    documents.push_back(group_text(
        "demo/z", "rule: sum_to_cap\ncap: 21 + score * revenue\nmembers: [demo/x, demo/y]"));
    const auto by = bound(documents);
    const batch_matcher all(by);
    auto companies = all.batch();
    std::vector<profile> given;
    for (int i = 0; i < 70; ++i) {
      given.push_back(company_of(random));
      companies.append(given.back());
    }
    decision_batch made;
    all.match(companies, made);
    std::map<std::pair<std::size_t, std::string>, std::string> found;
    for (const auto& each : made.standings()) {
      found[{each.row, all.policies()[each.policy]->id}] =
          std::to_string(static_cast<int>(each.to)) + effects_text(each.effects);
    }
    std::map<std::pair<std::size_t, std::string>, std::string> expected;
    for (std::size_t i = 0; i < given.size(); ++i) {
      const auto one = by.match(given[i]);
      for (const auto& each : one.all()) {
        if (each.effects.empty()) continue;
        expected[{i, each.of->id}] =
            std::to_string(static_cast<int>(each.standing)) + effects_text(each.effects);
      }
    }
    INFO("round " << round);
    REQUIRE(found == expected);
  }
}

namespace {

// Members over one list, each with items of its own and perhaps a limit on its total.
struct limited_items {
  std::vector<std::string> documents;
  std::vector<std::optional<int>> limits;  // by member
  std::vector<int> factors;                // of the wage
  std::vector<int> least;                  // wage of an item that counts
  std::vector<int> wages;
};

limited_items items_for(engine& random) {
  limited_items made;
  const auto members = 2 + random() % 2;
  for (std::size_t i = 0; i < members; ++i) {
    made.factors.push_back(static_cast<int>(1 + random() % 3));
    made.least.push_back(static_cast<int>(random() % 4));
    made.limits.emplace_back();
    if (random() % 3 != 0) made.limits.back() = static_cast<int>(random() % 20);
    std::string lines =
        "unit: 元\nfor_each: h in hires\nclauses:\n  - {clause: x, zh: 项, en: item, require: "
        "h.wage >= " +
        std::to_string(made.least[i]) + "}\namount: h.wage * " + std::to_string(made.factors[i]);
    if (made.limits[i]) lines += "\ntotal_at_most: " + std::to_string(*made.limits[i]);
    made.documents.push_back(policy_text("demo/" + std::string(1, static_cast<char>('a' + i)),
                                         "staff > 1", benefit_text(lines)));
  }
  made.documents.push_back(
      group_text("demo/group", "rule: highest\nscope: {per: item}\nmembers: [demo/*]"));
  for (auto left = 1 + random() % 5; left > 0; --left) {
    made.wages.push_back(static_cast<int>(random() % 7));
  }
  return made;
}

// Tries every member for every item, or nobody where none counts it.
int best_total(const limited_items& of, std::size_t item, std::vector<int> sums) {
  if (item == of.wages.size()) {
    int total = 0;
    for (std::size_t i = 0; i < sums.size(); ++i) {
      total += of.limits[i] ? std::min(sums[i], *of.limits[i]) : sums[i];
    }
    return total;
  }
  int best = -1;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (of.wages[item] < of.least[i]) continue;
    auto next = sums;
    next[i] += of.wages[item] * of.factors[i];
    best = std::max(best, best_total(of, item + 1, next));
  }
  return best < 0 ? best_total(of, item + 1, sums) : best;
}

}  // namespace

TEST_CASE("items are shared out to the best total within the limits", "[property][portfolio]") {
  engine random(7);
  int compared = 0;
  for (int round = 0; round < 120; ++round) {
    const auto given = items_for(random);
    value::list hires;
    for (const int wage : given.wages) hires.emplace_back(value::context{{"wage", wage}});
    const auto by = bound(given.documents);
    const auto made = by.match(profile{{"staff", 5}, {"hires", hires}});
    if (made.groups().empty()) continue;
    ++compared;
    INFO("round " << round);
    const auto& total = made.groups().front().total;
    REQUIRE(total.is == amount::state::exact);
    REQUIRE(*total.low == decimal(best_total(given, 0, std::vector<int>(given.limits.size(), 0))));
  }
  CHECK(compared > 60);
}
