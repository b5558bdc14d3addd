// The chooser against every choice of every case.
#include "portfolio/choose.hpp"

#include <bit>
#include <random>

#include "catch.hpp"

using namespace sudui;
using namespace sudui::portfolio;

namespace {

constexpr choice one = 1;

bool is_allowed(const question& what, choice kept) {
  for (std::size_t i = 0; i < what.all.size(); ++i) {
    if ((kept >> i & 1) != 0 && (what.all[i].excludes & kept) != 0) return false;
  }
  return true;
}

decimal worth_of(const std::vector<decimal>& worth, choice kept) {
  decimal sum = 0;
  for (std::size_t i = 0; i < worth.size(); ++i) {
    if ((kept >> i & 1) != 0) sum = add(sum, worth[i]).value();
  }
  return sum;
}

// Among equal totals the choice that holds the earliest alternative at the first difference.
bool is_earlier(choice a, choice b) {
  const auto differ = a ^ b;
  return differ != 0 && (a & differ & (~differ + 1)) != 0;
}

choice best_by_hand(const question& what, const std::vector<decimal>& worth, choice there) {
  choice best = 0;
  decimal total = -1;
  for (choice kept = 0; kept < one << what.all.size(); ++kept) {
    if ((kept & ~there) != 0 || !is_allowed(what, kept)) continue;
    const auto sum = worth_of(worth, kept);
    if (sum > total || (sum == total && is_earlier(kept, best))) {
      best = kept;
      total = sum;
    }
  }
  return best;
}

struct by_hand {
  choice may_keep = 0, may_displace = 0;
  decimal low = 1'000'000, high = -1;
};

// Every case: each worth at every step of its range, who is not sure there and not there.
by_hand try_all(const question& what) {
  by_hand made;
  const auto count = what.all.size();
  std::vector<int> at(count, -1);
  while (true) {
    std::vector<decimal> worth;
    choice there = 0;
    bool is_case = true;
    for (std::size_t i = 0; i < count; ++i) {
      const auto& each = what.all[i];
      worth.push_back(at[i] < 0 ? decimal(0) : add(each.worth.low, decimal(at[i])).value());
      if (at[i] >= 0) there |= one << i;
      is_case = is_case && (at[i] >= 0 || !each.is_sure) && worth.back() <= each.worth.high;
    }
    if (is_case) {
      const auto best = best_by_hand(what, worth, there);
      made.may_keep |= best;
      made.may_displace |= there & ~best;
      made.low = std::min(made.low, worth_of(worth, best));
      made.high = std::max(made.high, worth_of(worth, best));
    }
    std::size_t i = 0;
    while (i < count && ++at[i] > 2) at[i++] = -1;
    if (i == count) return made;
  }
}

question random_question(std::mt19937_64& random, std::size_t most, bool is_known) {
  question made;
  const auto count = 1 + random() % most;
  for (std::size_t i = 0; i < count; ++i) {
    const auto low = static_cast<int>(random() % 5);
    const auto width = is_known ? 0 : static_cast<int>(random() % 3);
    made.all.push_back(
        {{decimal(low), decimal(low + width)}, is_known || random() % 3 != 0, 0, nobody});
  }
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (random() % 2 == 0) continue;
      made.all[i].excludes |= one << k;
      made.all[k].excludes |= one << i;
    }
  }
  return made;
}

}  // namespace

TEST_CASE("the best choice of known worths is that of trying all", "[portfolio][choose]") {
  std::mt19937_64 random(20261128);
  chooser by;
  for (int round = 0; round < 400; ++round) {
    const auto what = random_question(random, 9, true);
    std::vector<decimal> worth;
    for (const auto& each : what.all) worth.push_back(each.worth.low);
    const auto all = (one << what.all.size()) - 1;
    const auto best = best_by_hand(what, worth, all);
    verdicts made;
    by.decide(what, made);
    INFO("round " << round);
    REQUIRE(made.may_keep == best);
    REQUIRE(made.may_displace == (all & ~best));
    REQUIRE(made.total.low == worth_of(worth, best));
    REQUIRE(made.total.is_exact());
  }
}

TEST_CASE("of ranges every case is covered and no other", "[portfolio][choose]") {
  std::mt19937_64 random(7);
  chooser by;
  for (int round = 0; round < 300; ++round) {
    const auto what = random_question(random, 5, false);
    const auto expected = try_all(what);
    verdicts made;
    by.decide(what, made);
    INFO("round " << round);
    REQUIRE(made.may_keep == expected.may_keep);
    REQUIRE(made.may_displace == expected.may_displace);
    REQUIRE(made.total.low == expected.low);
    REQUIRE(made.total.high == expected.high);
  }
}

TEST_CASE("greedy is not best", "[portfolio][choose]") {
  question what;
  what.all = {{{6, 6}, true, 0b100, nobody},
              {{6, 6}, true, 0b100, nobody},
              {{10, 10}, true, 0b011, nobody}};
  verdicts made;
  chooser().decide(what, made);
  CHECK(made.best == 0b011);
  CHECK(made.total.low == decimal(12));
}

TEST_CASE("a cap counts in the total of a choice", "[portfolio][choose]") {
  question what;
  what.all = {{{10, 10}, true, 0b10, 0}, {{8, 8}, true, 0b01, nobody}};
  what.pools = {{false, {6, 6}, {}}};
  verdicts made;
  chooser().decide(what, made);
  CHECK(made.best == 0b10);  // ten would be cut to six
  what.pools.front().limit = {9, 9};
  chooser().decide(what, made);
  CHECK(made.best == 0b01);
  CHECK(made.total.low == decimal(9));
}

TEST_CASE("twenty alternatives that exclude each other in a ring are weighed",
          "[portfolio][choose]") {
  question what;
  for (std::size_t i = 0; i < 20; ++i) {
    const decimal worth = static_cast<int>(100 + i * 7 % 20);
    what.all.push_back(
        {{worth, worth}, true, one << ((i + 1) % 20) | one << ((i + 19) % 20), nobody});
  }
  verdicts made;
  chooser().decide(what, made);
  std::vector<decimal> worth;
  for (const auto& each : what.all) worth.push_back(each.worth.low);
  CHECK(made.best == best_by_hand(what, worth, (one << 20) - 1));
}

TEST_CASE("an open upper end may win against everything", "[portfolio][choose]") {
  question what;
  what.all = {{{5, no_end()}, true, 0b10, nobody}, {{9, 9}, true, 0b01, nobody}};
  verdicts made;
  chooser().decide(what, made);
  CHECK(made.may_keep == 0b11);
  CHECK(made.may_displace == 0b11);
  CHECK(made.total.low == decimal(9));
  CHECK(made.total.high == no_end());
}
