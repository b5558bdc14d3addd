// One matcher, several threads, the same decisions.
#include <atomic>
#include <functional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <sudui/batch.hpp>
#include <sudui/verdicts.hpp>

#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

std::string shown(const decisions& made) {
  std::string text;
  for (const auto& each : made.all()) {
    text += each.of->id + "=" + std::to_string(static_cast<int>(each.verdict));
    for (const auto& grant : each.grants) {
      if (grant.how_much.low) text += "/" + grant.how_much.low->to_string();
    }
    for (const auto& missing : each.missing) text += "?" + missing.name();
    text += " ";
  }
  return text;
}

profile numbered(int number) {
  profile made{{"region", "320412"},
               {"hires", value::list{value::context{{"degree", "master"}, {"wage", number}}}}};
  if (number % 3 != 0) made.set("staff", number);
  return made;
}

}  // namespace

TEST_CASE("two threads share a matcher and decide as one", "[api][threads]") {
  const auto by =
      bound({policy_text("demo/one", "staff > 50 and lower case(upper case(region)) = region"),
             policy_text(
                 "demo/two", "count(hires[wage > 40]) > 0",
                 benefit_text("for_each: h in hires\namount: h.wage * 10%\nround: 0.01 half up"))});
  std::vector<std::string> expected;
  for (int i = 0; i < 100; ++i) expected.push_back(shown(by.match(numbered(i))));
  std::atomic<int> differing{0};
  const auto work = [&] {
    scratch reuse;
    for (int round = 0; round < 20; ++round) {
      for (int i = 0; i < 100; ++i) {
        const auto& made = by.match(numbered(i), reuse);
        if (shown(made) != expected[static_cast<std::size_t>(i)]) ++differing;
      }
    }
  };
  std::thread first(work);
  std::thread second(work);
  first.join();
  second.join();
  CHECK(differing == 0);
}

TEST_CASE("threads may explain and bind at the same time", "[api][threads]") {
  const auto rules = rules_of({policy_text("demo/one", "staff > 50")});
  std::atomic<int> failed{0};
  const auto work = [&] {
    for (int i = 0; i < 50; ++i) {
      const auto by = rules.bind(day(2021, 12, 31));
      if (!by || !by->explain("demo/one", numbered(i))) ++failed;
    }
  };
  std::thread first(work);
  std::thread second(work);
  first.join();
  second.join();
  CHECK(failed == 0);
}

TEST_CASE("two threads share the tables, each with a writer of its own", "[api][threads]") {
  const auto by = bound({policy_text("demo/one", "'staff > 50 or lower case(region) = \"320412\"'"),
                         policy_text("demo/two", "count(hires[wage > 40]) > 0 and staff < 80")});
  const verdict_matcher quick(by);
  std::atomic<int> differing{0};
  const auto work = [&] {
    auto writer = quick.writer();
    scratch reuse;
    company_slots slots;
    company_verdicts decided;
    for (int i = 0; i < 400; ++i) {
      const auto company = numbered(i % 100);
      writer.write(company, slots);
      quick.match(slots, decided);
      const auto& expected = by.match(company, reuse);
      for (std::size_t k = 0; k < expected.all().size(); ++k) {
        if (decided.of(k) != expected.all()[k].verdict) ++differing;
      }
    }
  };
  std::thread first(work);
  std::thread second(work);
  first.join();
  second.join();
  CHECK(differing == 0);
}

namespace {

std::string text_of_batch(const batch_matcher& by, const decision_batch& made) {
  std::string text;
  for (std::size_t i = 0; i < by.policies().size(); ++i) {
    for (const auto each : made.eligible(i)) text += std::to_string(each) + " ";
    for (const auto each : made.possible(i)) text += std::to_string(each) + " ";
  }
  for (const auto& each : made.awards()) {
    text += std::to_string(each.row) + "/" + std::to_string(each.policy);
    if (each.how_much.low) text += "=" + each.how_much.low->to_string();
    if (each.how_much.high) text += ".." + each.how_much.high->to_string();
  }
  for (const auto& each : made.missing()) {
    text += "?" + std::to_string(each.row) + "/" + std::to_string(each.policy);
    for (const auto& one : each.verdict) text += " -" + one.name();
    for (const auto& one : each.amounts) text += " ~" + one.name();
  }
  return text;
}

// A thread each, all at once.
void by_threads(std::size_t count, const std::function<void(std::size_t)>& piece) {
  std::vector<std::thread> all;
  all.reserve(count);
  for (std::size_t i = 0; i < count; ++i) all.emplace_back([&piece, i] { piece(i); });
  for (auto& each : all) each.join();
}

}  // namespace

TEST_CASE("a batch in pieces by the caller's threads has the same answers", "[api][threads]") {
  const batch_matcher by(bound(
      {policy_text("demo/one", "staff > 50 and lower case(upper case(region)) = region"),
       policy_text("demo/two", "count(hires[wage > 40]) > 0",
                   benefit_text("for_each: h in hires\namount: h.wage * 10%\nround: 0.01 half up")),
       policy_text("demo/odd", "some h in hires satisfies h.wage / 7 + 1 > 30")}));
  auto companies = by.batch();
  for (int i = 0; i < 20'000; ++i) {
    companies.append(i % 97 == 5 ? profile{{"staff", decimal::scaled(1, -7)}} : numbered(i % 300));
  }
  for (const auto what : {batch_matcher::wanted::verdicts, batch_matcher::wanted::amounts,
                          batch_matcher::wanted::estimates, batch_matcher::wanted::missing,
                          batch_matcher::wanted::payable}) {
    decision_batch alone;
    by.match(companies, alone, what);
    const auto expected = text_of_batch(by, alone);
    decision_batch made;
    for (const std::size_t pieces : {1U, 2U, 3U, 5U, 64U, 0U}) {
      INFO(pieces << " pieces");
      by.match(companies, made, what, {pieces, by_threads});
      CHECK(text_of_batch(by, made) == expected);
      CHECK(made.settled_by_rows() == alone.settled_by_rows());
    }
    by.match(companies, made, what, {7, {}});
    CHECK(text_of_batch(by, made) == expected);
  }
}

TEST_CASE("a batch is cut into whole chunks, each given once", "[api][threads]") {
  const batch_matcher by(bound({policy_text("demo/one", "staff > 50")}));
  auto companies = by.batch();
  for (int i = 0; i < 10'000; ++i) companies.append(numbered(i % 300));
  decision_batch made;
  std::vector<std::size_t> given;
  by.match(companies, made, batch_matcher::wanted::verdicts,
           {9, [&](std::size_t count, const std::function<void(std::size_t)>& piece) {
              for (auto i = count; i-- > 0;) {
                given.push_back(i);
                piece(i);
              }
            }});
  CHECK(given == std::vector<std::size_t>{2, 1, 0});
  CHECK(made.size() == 10'000);
  companies.clear();
  by.match(companies, made, batch_matcher::wanted::verdicts, {9, by_threads});
  CHECK(made.size() == 0);
}

TEST_CASE("what a pool throws leaves the match", "[api][threads]") {
  const batch_matcher by(bound({policy_text("demo/one", "staff > 50")}));
  auto companies = by.batch();
  for (int i = 0; i < 10'000; ++i) companies.append(numbered(i % 300));
  decision_batch made;
  const auto refuse = [](std::size_t, const std::function<void(std::size_t)>&) {
    throw std::runtime_error("no thread");
  };
  CHECK_THROWS_AS(by.match(companies, made, batch_matcher::wanted::verdicts, {2, refuse}),
                  std::runtime_error);
  by.match(companies, made, batch_matcher::wanted::verdicts, {2, by_threads});
  CHECK(made.of(0, 9'998) == verdict::eligible);
}
