#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <vector>

#include "plan/plan.hpp"

namespace sudui::columns {

/// The part of a plan's main block that some registers need: positions in order, and the inputs
/// that it and the blocks it runs load.
struct slice {
  std::vector<std::uint32_t> code;
  std::vector<std::uint32_t> inputs;
};

/// Finds slices: what the registers asked for since `start` need.
class slicer {
 public:
  explicit slicer(const plan::plan& of);

  void start();
  void reg(plan::reg which);
  void block(std::uint32_t number);
  [[nodiscard]] slice made();

 private:
  void take(const plan::instruction& what);

  const plan::plan& plan_;
  std::vector<std::uint32_t> position_;        // by register: position in the main block and one
  std::vector<std::uint32_t> wanted_, asked_;  // by position, by input: the search it was met in
  std::uint32_t search_ = 0;
  slice found_;
};

/// Slices of policies, each found when it is first asked for: rows are asked about few policies. A
/// slice stays until the next one is asked for.
class policy_slices {
 public:
  explicit policy_slices(const plan::plan& of) : plan_(of), slicer_(of) {}

  /// What decides a policy.
  [[nodiscard]] const slice& clauses(std::uint32_t policy);
  /// What one of its benefits needs beside that.
  [[nodiscard]] const slice& amount(std::uint32_t policy, std::uint32_t benefit);

 private:
  template <class Add>
  const slice& find(std::uint64_t part, Add&& add);

  const plan::plan& plan_;
  slicer slicer_;
  boost::unordered_flat_map<std::uint64_t, slice> found_;  // by policy and part
};

}  // namespace sudui::columns
