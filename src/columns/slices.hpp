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

/// What decides one policy, and what each of its benefits needs beside that.
struct policy_slices {
  slice clauses;
  std::vector<slice> benefits;
};

[[nodiscard]] std::vector<policy_slices> slices_of(const plan::plan& of);

}  // namespace sudui::columns
