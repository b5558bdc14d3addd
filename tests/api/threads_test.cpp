// One matcher, several threads, the same decisions.
#include <atomic>
#include <string>
#include <thread>
#include <vector>

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
