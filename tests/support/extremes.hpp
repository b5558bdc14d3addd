// Clauses and companies at the edges of what columns and tables hold.
#pragma once

#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <sudui/profile.hpp>

#include "support/rules.hpp"

namespace sudui::tests {

/// Clauses whose limits the companies below stand at: whole, finer than a fen, beyond any column.
inline std::vector<std::string> at_the_limits() {
  const std::vector<std::string> formulas = {
      "revenue >= 200000000.00",
      "revenue > 90071992547409.91",
      "revenue <= -90071992547409.91",
      "revenue = 0.005",
      "revenue < 0.015",
      "score > 9007199254.740991",
      "score >= 9223372036854775807",
      "score <= -9223372036854775808",
      "score != 0.0000005",
      "rnd / revenue >= 4.2%",
      "rnd / revenue < 1/3",
      "rnd / staff > -0.005",
      "rnd / revenue > rnd(2020) / revenue(2020)",
      "revenue * 3 > rnd * 2.5",
      "revenue * revenue >= rnd * rnd(2020)",
      "revenue - revenue(2020) > rnd(2020) * 10%",
      "sum(revenue([2019..2021])) > 300000000",
      "max(revenue([2019..2021])) <= 200000000",
      "sum(figures) >= 0.01",
      "sum(hires.wage) > 90071992547409.91",
      "count(hires[wage >= 1000]) = 1",
      "every h in hires satisfies h.wage > 999.99",
      "some h in hires satisfies h.wage > revenue",
      "some f in figures satisfies f = -0.01",
      "some h in hires satisfies some g in hires satisfies g.wage > h.wage * 2",
      "every h in hires satisfies count(hires[wage >= h.wage]) < 3",
      "revenue / staff + 1 > 3",
      "revenue / revenue(2020) - 1 >= 8%",
      "(rnd / revenue + rnd(2020) / revenue(2020)) / 2 <= 4.2%",
      "rnd / revenue = rnd(2020) / revenue(2020)",
      "mean(figures) = 500",
      "mean(revenue([2019..2021])) <= 2000 / 3",
      "max(rnd / 3, revenue / 7) - rnd / 3 != 0",
      "rnd / (revenue / 3 - revenue(2020) / 3) < 1",
      "(if is_listed then rnd / revenue else score / 1000) > 4.2%",
      "(if is_listed then \"a\" else if staff > 3 then \"b\" else \"a\") = \"a\"",
      "4.2% <= rnd / revenue",
      "rnd = null or staff / rnd != null",
      "figures[-1] > figures[2]",
      "founded.year - staff > 0",
      "founded > date(\"2020-02-29\")",
      "founded + duration(\"P1Y\") <= date(\"2021-02-28\")",
      "founded = date(\"9999-12-31\")",
      "(if is_listed then revenue else rnd) >= 200000000"};
  std::vector<std::string> documents;
  const std::vector<std::string> amounts = {
      "amount: revenue * 10% + rnd / 3\nat_most: 1000000",
      "amount: revenue * 2.5% - rnd\nat_least: 0\nat_most: 200000000\nround: 1 half even",
      "amount: revenue * score\nround: 0.01 down", "amount: sum(revenue([2019..2021]))"};
  for (std::size_t i = 0; i < formulas.size(); ++i) {
    documents.push_back(policy_text("extreme/p" + std::to_string(i), "'" + formulas[i] + "'",
                                    benefit_text(amounts[i % amounts.size()])));
  }
  return documents;
}

class extremes {
 public:
  explicit extremes(std::uint32_t large) : random_(large + 1), large_(large) {}

  profile company() {
    profile made;
    if (often()) made.set("staff", figure());
    if (often()) made.set("score", figure());
    if (often()) made.set("is_listed", pick(3) == 0 ? value::null() : value(pick(2) == 0));
    if (often()) made.set("founded", some_day());
    if (often()) made.set("revenue", years());
    if (often()) made.set("rnd", years());
    if (often()) made.set("figures", items([&] { return figure(); }));
    if (often()) {
      made.set("hires", items([&]() -> value {
                 return value::context{{"degree", "doctor"}, {"wage", figure()}};
               }));
    }
    return made;
  }

 private:
  std::uint32_t pick(std::uint32_t count) { return static_cast<std::uint32_t>(random_() % count); }
  bool often() { return pick(12) != 0; }

  value figure() {
    // The last line is held by no column of money; few companies have one.
    constexpr const char* plain[] = {
        "0",        "0.01",   "-0.01",     "1000",         "999.99",       "1000.01", "42",
        "41.99",    "42.01",  "200000000", "199999999.99", "200000000.01", "3",       "-1000",
        "-8400000", "100000", "8400000",   "8399999.99",   "8400000.01",   "1",       "2020"};
    constexpr const char* large[] = {"90071992547409.91",  "-90071992547409.91",
                                     "90071992547409.90",  "9007199254.740991",
                                     "-90071992547409.90", "22517998136852.47"};
    constexpr const char* odd[] = {"0.005",
                                   "0.015",
                                   "-0.005",
                                   "0.0000005",
                                   "1000.0000001",
                                   "90071992547409.92",
                                   "9007199254740993",
                                   "9223372036854775807",
                                   "-9223372036854775808",
                                   "9223372036854775808",
                                   "1e33",
                                   "-1e-30"};
    const auto kind = pick(40);
    if (kind == 0) return number(odd[pick(std::size(odd))]);
    if (kind == 1) return value::null();
    if (kind < 2 + large_) return number(large[pick(std::size(large))]);
    return number(plain[pick(std::size(plain))]);
  }
  value years() { return by_year({{2019, figure()}, {2020, figure()}, {2021, figure()}}); }
  date some_day() {
    switch (pick(6)) {
      case 0:
        return day(1, 1, 1);
      case 1:
        return day(9999, 12, 31);
      case 2:
        return day(1969, 12, 31);
      default:
        return day(2020, 2, 28 + pick(2));
    }
  }
  template <class Make>
  value items(Make&& make) {
    value::list all;
    for (auto left = pick(4); left > 0; --left) all.push_back(make());
    return all;
  }

  std::mt19937 random_;
  std::uint32_t large_;  // of 40 figures
};

}  // namespace sudui::tests
