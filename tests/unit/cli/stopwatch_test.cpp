// Medians, and rounds in turns of which the first does not count.

#include "cli/stopwatch.hpp"

#include "catch.hpp"

using namespace sudui::cli;

TEST_CASE("a spread is the median with the least and the most", "[cli][stopwatch]") {
  const auto odd = spread_of({3, 1, 2});
  CHECK(odd.median == 2);
  CHECK(odd.least == 1);
  CHECK(odd.most == 3);
  CHECK(spread_of({4, 1, 2, 3}).median == 2.5);
  CHECK(spread_of({10, 20, 40}).over(10).median == 2);
}

TEST_CASE("measurements take turns, after a round that does not count", "[cli][stopwatch]") {
  std::string order;
  const auto made = time_in_turns({[&] { order += 'a'; }, [&] { order += 'b'; }}, 3);
  CHECK(order == "abababab");
  REQUIRE(made.size() == 2);
  CHECK(made[0].least <= made[0].median);
  CHECK(made[0].median <= made[0].most);
}

TEST_CASE("clocks go forward", "[cli][stopwatch]") {
  const double cpu = processor_nanoseconds();
  const double wall = wall_nanoseconds();
  double sum = 0;
  for (int i = 0; i < 100'000; ++i) sum += static_cast<double>(i);
  CHECK(sum > 0);
  CHECK(processor_nanoseconds() > cpu);
  CHECK(wall_nanoseconds() > wall);
}
