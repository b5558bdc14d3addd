// What the benches of ratios share: medians of several functions taken in turns, so that what
// disturbs one disturbs all alike, and lines that bench/table.py reads.
#pragma once

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <functional>
#include <string_view>
#include <thread>
#include <time.h>
#include <vector>

namespace sudui::bench {

struct reading {
  double median = 0, least = 0, most = 0;
};

/// The processor's time of this thread: what other programs take meanwhile does not count.
inline double thread_nanoseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

/// What a clock on the wall says, for work of several threads: other programs do count.
inline double wall_nanoseconds() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::nano>(now).count();
}

/// Medians of `rounds` rounds, a row; one round before them warms up.
inline std::vector<reading> in_turns(const std::vector<std::function<void()>>& all, int rounds,
                                     double rows, double (*clock)() = thread_nanoseconds) {
  std::vector<std::vector<double>> times(all.size());
  for (int round = 0; round < rounds + 1; ++round) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto begin = clock();
      all[i]();
      const auto took = clock() - begin;
      if (round > 0) times[i].push_back(took / rows);
    }
  }
  std::vector<reading> made;
  for (auto& each : times) {
    std::sort(each.begin(), each.end());
    made.push_back({each[each.size() / 2], each.front(), each.back()});
  }
  return made;
}

/// Runs both at once, one on a thread of its own.
inline void at_once(const std::function<void()>& one, const std::function<void()>& other) {
  std::thread second(other);
  one();
  second.join();
}

inline void print(std::string_view name, const reading& of, double base, std::string_view what) {
  fmt::print("{:<44} {:>8.1f} ns ({:.1f} .. {:.1f})", name, of.median, of.least, of.most);
  if (base > 0) fmt::print("   {:.2f} x {}", of.median / base, what);
  fmt::print("\n");
}

/// One of the targets: a quantity, the baseline of the same run, and their ratio.
inline void print_target(std::string_view id, double quantity, double baseline) {
  fmt::print("target {} {:.4f} {:.3f} {:.3f}\n", id, quantity / baseline, quantity, baseline);
}

}  // namespace sudui::bench
