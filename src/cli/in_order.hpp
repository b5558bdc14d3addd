#pragma once

#include <functional>

#include "cli/block_worker.hpp"
#include "cli/row_block.hpp"

namespace sudui::cli {

/// How blocks go through threads.
struct block_flow {
  /// Fills the next block; false when there is none. One thread at a time.
  std::function<bool(row_block&)> take;
  /// What a thread does with each block; called once by each thread.
  std::function<std::function<void(const row_block&, block_answer&)>()> make_worker;
  /// Gets the answers in the order of the blocks; false to stop. One thread at a time.
  std::function<bool(block_answer&)> put;
};

/// Runs until there is no block, or `put` says so. With one thread it is the caller's. What a
/// thread throws is thrown here.
void run_in_order(unsigned threads, const block_flow& flow);

}  // namespace sudui::cli
