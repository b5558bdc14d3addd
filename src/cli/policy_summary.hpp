#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <sudui/matcher.hpp>
#include <sudui/report.hpp>

namespace sudui::cli {

/// Over many companies: how often each policy came to which verdict, and what its exact amounts add
/// up to. Amounts of different benefits are never added together.
class policy_summary {
 public:
  void add(const decisions& made);
  [[nodiscard]] std::string to_text(const text_options& options) const;

 private:
  struct line {
    const policy* of = nullptr;
    std::uint64_t eligible = 0, undetermined = 0, ineligible = 0;
    std::map<std::string, std::pair<const benefit*, decimal>> sums;  // by benefit id
    std::uint64_t without_sum = 0;  // eligible, but an amount is not exact
  };
  std::map<std::string, line> lines_;  // by policy id
};

}  // namespace sudui::cli
