// What is counted, and what floors ask of it.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "run_case.hpp"

namespace sudui::conformance {

struct tally {
  std::size_t passed = 0, failed = 0, refused = 0;
  void count(fate what) {
    ++(what == fate::passed ? passed : what == fate::failed ? failed : refused);
  }
  [[nodiscard]] std::size_t total() const { return passed + failed + refused; }
  [[nodiscard]] double percent() const {
    return total() == 0 ? 100.0
                        : 100.0 * static_cast<double>(passed) / static_cast<double>(total());
  }
};

/// Tallies of one pass by name: `ring1.value`, `apart.ring1.value`, `tables`.
using scores = std::map<std::string, tally>;

struct floor_asked {
  std::string name;
  double percent = 0;
};

/// A line for each name, both passes beside each other.
void print_table(const scores& written, const scores& lifted);
void print_summary(const scores& written, const scores& lifted, bool held);
/// Whether every floor holds in both passes; says which does not.
[[nodiscard]] bool hold(const std::vector<floor_asked>& floors, const scores& written,
                        const scores& lifted);

}  // namespace sudui::conformance
