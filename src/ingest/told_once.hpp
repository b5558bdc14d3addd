#pragma once

#include <cstddef>
#include <set>
#include <string>

#include <sudui/diagnostic.hpp>

namespace sudui::ingest {

/// Findings of a stream, each kind once: an unknown name stands in every row of a table, and saying
/// so a million times helps nobody. A thousand kinds are kept at most.
class told_once {
 public:
  void add(diagnostic finding);
  [[nodiscard]] const diagnostics& all() const noexcept { return all_; }

 private:
  static constexpr std::size_t most = 1000;
  diagnostics all_;
  std::set<std::string> told_;
};

}  // namespace sudui::ingest
