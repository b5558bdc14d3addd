#pragma once

#include <cstdint>
#include <span>

#include "decide/state.hpp"
#include "plan/plan.hpp"

namespace sudui::decide {

/// Runs one block of the plan for one company: the row executor. The main block (0) first, others
/// on demand. Allocates nothing once the state is warm. Throws nothing but bad_alloc.
void run_block(const plan::plan& of, std::uint32_t block, state& run);

/// Runs some instructions of a block, operands before what reads them.
void run_code(const plan::plan& of, std::span<const plan::instruction> code, state& run);

/// Puts an item into the block's item register and runs the block.
void run_item(const plan::plan& of, std::uint32_t block, const values::cell& item, state& run);

}  // namespace sudui::decide
