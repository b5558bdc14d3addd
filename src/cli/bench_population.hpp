#pragma once

#include <optional>
#include <vector>

#include <sudui/batch.hpp>

#include "cli/block_worker.hpp"
#include "cli/inputs.hpp"
#include "cli/row_counts.hpp"
#include "cli/session.hpp"

namespace sudui::cli {

/// Companies held in memory to be decided again and again.
struct bench_population {
  profile_batch companies;
  std::vector<profile> sample;  ///< the first of them
  row_counts counts;
  double reading = 0;  ///< nanoseconds of the processor
};

/// Reads all inputs; rejects are counted, not told. Nothing where an input cannot be read, which
/// has been said.
[[nodiscard]] std::optional<bench_population> read_population(const batch_matcher& by,
                                                              const std::vector<input>& from,
                                                              const reading_options& how,
                                                              std::size_t sample,
                                                              const session& with);

}  // namespace sudui::cli
