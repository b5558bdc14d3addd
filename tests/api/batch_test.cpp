// Batches: what columns say of many companies is what a match says of each.
#include <thread>

#include <sudui/batch.hpp>

#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

rule_set shop() {
  return rules_of({policy_text("demo/big", "staff >= 300"),
                   policy_text("demo/busy", "rnd / revenue >= 5%",
                               benefit_text("amount: rnd * 10%\nat_most: 1万")),
                   policy_text("demo/hired", "some h in hires satisfies h.wage > 5000")});
}

profile company(int number) {
  profile made{{"staff", 295 + number % 10}, {"revenue", 100'000 + number * 10}};
  if (number % 3 != 0) made.set("rnd", 5'000 + number);
  made.set("hires", value::list{value::context{{"wage", 4'990 + number % 20}}});
  return made;
}

std::string text_of(const amount& from) {
  return (from.low ? from.low->to_string() : "?") + ".." +
         (from.high ? from.high->to_string() : "?");
}

// Verdict, amounts and missing inputs of one company, policy by policy.
std::string line_of(const decisions& made) {
  std::string line;
  for (const auto& each : made.all()) {
    line += each.of->id + " " + std::to_string(static_cast<int>(each.verdict));
    for (const auto& one : each.grants) line += " " + text_of(one.how_much);
    for (const auto& one : each.missing) line += " -" + one.name();
    for (const auto& one : each.amount_missing) line += " ~" + one.name();
    line += "\n";
  }
  return line;
}

std::string line_of(const batch_matcher& by, const profile_batch& from, decision_batch& made,
                    std::size_t row) {
  std::string line;
  for (std::size_t i = 0; i < by.policies().size(); ++i) {
    line += by.policies()[i]->id + " " + std::to_string(static_cast<int>(made.of(i, row)));
    for (const auto& one : made.awards()) {
      if (one.row == row && one.policy == i) line += " " + text_of(one.how_much);
    }
    std::string missing;
    for (const auto& one : by.missing(from, made, i, row)) missing += " -" + one.name();
    line += missing;
    std::string again;
    for (const auto& each : made.missing()) {
      if (each.row != row || each.policy != i) continue;
      for (const auto& one : each.verdict) again += " -" + one.name();
      for (const auto& one : each.amounts) line += " ~" + one.name();
      CHECK(each.verdict.size() + each.amounts.size() > 0);
    }
    CHECK(again == missing);
    line += "\n";
  }
  return line;
}

}  // namespace

TEST_CASE("a batch says of each company what a match says", "[api][batch]") {
  const auto matcher = shop().bind(day(2021, 12, 31)).value();
  const batch_matcher by(matcher);
  auto companies = by.batch();
  for (int i = 0; i < 200; ++i) companies.append(company(i));
  decision_batch made;
  by.match(companies, made, batch_matcher::wanted::missing);
  REQUIRE(made.size() == 200);
  for (int i = 0; i < 200; ++i) {
    const auto row = static_cast<std::size_t>(i);
    INFO(i);
    REQUIRE(line_of(by, companies, made, row) == line_of(matcher.match(company(i))));
  }
}

TEST_CASE("what is payable is what the eligible get, and what their amounts wait for",
          "[api][batch]") {
  const auto tenth = benefit_text("amount: rnd * 10%\nround: 0.01 half up");
  const batch_matcher by(rules_of({policy_text("demo/a", "staff >= 100", tenth),
                                   policy_text("demo/b", "revenue > 5 or is_listed", tenth)})
                             .bind(day(2021, 12, 31))
                             .value());
  auto companies = by.batch();
  for (int i = 0; i < 200; ++i) {
    profile made;
    if (i % 3 != 0) made.set("rnd", i);
    if (i % 4 != 0) made.set("staff", i);
    if (i % 5 != 0) made.set("revenue", i % 11);
    companies.append(made);
  }
  decision_batch all;
  by.match(companies, all, batch_matcher::wanted::missing);
  decision_batch payable;
  by.match(companies, payable, batch_matcher::wanted::payable);
  std::size_t awards = 0;
  for (const auto& each : all.awards()) {
    if (all.of(each.policy, each.row) != verdict::eligible) continue;
    REQUIRE(awards < payable.awards().size());
    const auto& same = payable.awards()[awards++];
    CHECK((same.row == each.row && same.policy == each.policy && same.what == each.what));
    CHECK((same.how_much.low == each.how_much.low && same.how_much.high == each.how_much.high));
  }
  CHECK(awards == payable.awards().size());
  std::size_t waits = 0;
  for (const auto& each : all.missing()) {
    if (all.of(each.policy, each.row) != verdict::eligible) continue;
    REQUIRE(waits < payable.missing().size());
    const auto& same = payable.missing()[waits++];
    CHECK((same.row == each.row && same.policy == each.policy));
    REQUIRE(same.amounts.size() == each.amounts.size());
    CHECK(same.verdict.empty());
    for (std::size_t i = 0; i < same.amounts.size(); ++i) {
      CHECK(same.amounts[i].name() == each.amounts[i].name());
    }
  }
  CHECK(waits == payable.missing().size());
  CHECK(waits > 0);
  CHECK(awards > 0);
}

TEST_CASE("the bits of a batch are its verdicts, and end with the last company", "[api][batch]") {
  const batch_matcher by(shop().bind(day(2021, 12, 31)).value());
  auto companies = by.batch();
  for (int i = 0; i < 70; ++i) companies.append(company(i));
  decision_batch made;
  by.match(companies, made, batch_matcher::wanted::verdicts);
  CHECK(made.awards().empty());
  for (std::size_t i = 0; i < by.policies().size(); ++i) {
    REQUIRE(made.eligible(i).size() == 2);
    CHECK(made.eligible(i)[1] >> 6 == 0);
    CHECK(made.possible(i)[1] >> 6 == 0);
    for (std::size_t row = 0; row < 70; ++row) {
      const bool is_set = ((made.eligible(i)[row / 64] >> (row % 64)) & 1) != 0;
      CHECK(is_set == (made.of(i, row) == verdict::eligible));
    }
  }
}

TEST_CASE("a batch is emptied and filled again, and its answers too", "[api][batch]") {
  const auto matcher = shop().bind(day(2021, 12, 31)).value();
  const batch_matcher by(matcher);
  auto companies = by.batch();
  decision_batch made;
  for (const int first : {0, 1000, 50}) {
    companies.clear();
    for (int i = 0; i < 65; ++i) companies.append(company(first + i));
    by.match(companies, made, batch_matcher::wanted::missing);
    CHECK(line_of(by, companies, made, 64) == line_of(matcher.match(company(first + 64))));
  }
  companies.clear();
  by.match(companies, made, batch_matcher::wanted::missing);
  CHECK(made.size() == 0);
  CHECK(made.awards().empty());
  CHECK(made.missing().empty());
}

TEST_CASE("a figure that no column holds is decided exactly", "[api][batch]") {
  const auto matcher =
      rules_of({policy_text("demo/fine", "revenue > 0.001")}).bind(day(2021, 12, 31)).value();
  const batch_matcher by(matcher);
  auto companies = by.batch();
  const auto append = [&](const char* text) {
    companies.append({{"revenue", *decimal::parse(text)}});
  };
  append("0.001");
  append("0.0010000000000001");
  append("99999999999999999999999999999999");
  append("0.00");
  append("0.01");
  decision_batch made;
  by.match(companies, made, batch_matcher::wanted::verdicts);
  CHECK(made.eligible(0)[0] == 0b10110);
  CHECK(by.clauses_left_to_rows() == 0);
  CHECK(made.settled_by_rows() == 3);
}

TEST_CASE("one batch matcher serves many threads", "[api][batch][threads]") {
  const auto matcher = shop().bind(day(2021, 12, 31)).value();
  const batch_matcher by(matcher);
  std::vector<std::uint64_t> found(4);
  std::vector<std::thread> threads;
  for (auto& each : found) {
    threads.emplace_back([&by, &each] {
      auto companies = by.batch();
      for (int i = 0; i < 64; ++i) companies.append(company(i));
      decision_batch made;
      by.match(companies, made, batch_matcher::wanted::estimates);
      each = made.eligible(0)[0];
    });
  }
  for (auto& each : threads) each.join();
  for (const auto each : found) CHECK(each == found.front());
  CHECK(found.front() != 0);
}
