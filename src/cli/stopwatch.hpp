#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace sudui::cli {

/// Nanoseconds of the processor that this thread has had: what other programs take does not count.
[[nodiscard]] double processor_nanoseconds();
/// Nanoseconds by a clock that is read in a fraction of the time, for short stretches.
[[nodiscard]] double wall_nanoseconds();

/// Several measurements of one thing.
struct spread {
  double median = 0, least = 0, most = 0;
  [[nodiscard]] spread over(double what) const {
    return {median / what, least / what, most / what};
  }
};
[[nodiscard]] spread spread_of(std::vector<double> all);

/// Runs all in turns, so that what disturbs one round disturbs all alike; the first round warms up
/// and does not count.
[[nodiscard]] std::vector<spread> time_in_turns(const std::vector<std::function<void()>>& all,
                                                int rounds);

}  // namespace sudui::cli
