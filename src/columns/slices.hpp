#pragma once

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
  [[nodiscard]] bool is_in_main(plan::reg which) const { return position_[which] != 0; }
  [[nodiscard]] slice made();

 private:
  void take(const plan::instruction& what);

  const plan::plan& plan_;
  std::vector<std::uint32_t> position_;        // by register: position in the main block and one
  std::vector<std::uint32_t> wanted_, asked_;  // by position, by input: the search it was met in
  std::uint32_t search_ = 0;
  slice found_;
};

/// What decides one policy, and what each of its benefits needs beside that.
struct policy_slices {
  slice clauses;
  std::vector<slice> benefits;
};

[[nodiscard]] std::vector<policy_slices> slices_of(const plan::plan& of);

}  // namespace sudui::columns
