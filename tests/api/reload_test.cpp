// Rules changed over while threads match: a load that fails leaves the old ones, one that works is
// swapped in, and no thread ever sees anything between.
#include <atomic>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {
/// The rules that hold at the moment; any thread.
class current_rules {
 public:
  explicit current_rules(matcher first)
      : held_(std::make_shared<const matcher>(std::move(first))) {}

  [[nodiscard]] std::shared_ptr<const matcher> get() const {
    const std::lock_guard<std::mutex> lock(guard_);
    return held_;
  }
  void set(matcher next) {
    auto made = std::make_shared<const matcher>(std::move(next));
    const std::lock_guard<std::mutex> lock(guard_);
    held_.swap(made);
  }

 private:
  mutable std::mutex guard_;
  std::shared_ptr<const matcher> held_;
};
}  // namespace

TEST_CASE("threads go on with the old rules while new ones are read, good or bad",
          "[api][threads][reload]") {
  current_rules current(bound({policy_text("demo/one", "staff >= 300")}));
  std::atomic<bool> stops{false};
  std::atomic<int> wrong{0}, decided{0};
  const auto work = [&] {
    scratch reuse;
    while (!stops) {
      const auto by = current.get();
      const auto& made = by->match({{"staff", 350}}, reuse);
      // By either rule set 350 is eligible, and there is one policy.
      if (made.all().size() != 1 || made.all()[0].verdict != verdict::eligible) ++wrong;
      ++decided;
    }
  };
  std::thread first(work);
  std::thread second(work);
  for (int i = 0; i < 40; ++i) {
    const bool is_good = i % 2 == 0;
    const std::string limit = std::to_string(310 + i);
    const std::string text = std::string(small_dictionary) + "---\n" +
                             policy_text("demo/one", "staff >= " + limit) +
                             (is_good ? "" : "---\npolicy: demo/two\n");
    const std::vector<source_text> texts{{"rules.yaml", text}};
    auto loaded = load(texts);
    REQUIRE(loaded.has_value() == is_good);
    if (!loaded) {
      CHECK(loaded.error().code == errc::bad_rules);
      CHECK_FALSE(loaded.error().details.empty());
      continue;
    }
    auto by = loaded->bind(day(2021, 12, 31));
    current.set(std::move(*by));
  }
  while (decided == 0) std::this_thread::yield();  // a busy machine may not have begun with them
  stops = true;
  first.join();
  second.join();
  CHECK(wrong == 0);
  CHECK(decided > 0);
}
