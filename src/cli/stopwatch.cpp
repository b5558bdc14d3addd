// Tested by tests/unit/cli/stopwatch_test.cpp.
#include "cli/stopwatch.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>

namespace sudui::cli {

double processor_nanoseconds() {
  std::timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

double wall_nanoseconds() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::nano>(now).count();
}

spread spread_of(std::vector<double> all) {
  std::sort(all.begin(), all.end());
  const std::size_t middle = all.size() / 2;
  const double median = all.size() % 2 == 1 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
  return {median, all.front(), all.back()};
}

std::vector<spread> time_in_turns(const std::vector<std::function<void()>>& all, int rounds) {
  std::vector<std::vector<double>> times(all.size());
  for (int round = 0; round <= rounds; ++round) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      const double begin = processor_nanoseconds();
      all[i]();
      if (round > 0) times[i].push_back(processor_nanoseconds() - begin);
    }
  }
  std::vector<spread> made;
  made.reserve(times.size());
  for (auto& each : times) made.push_back(spread_of(std::move(each)));
  return made;
}

}  // namespace sudui::cli
