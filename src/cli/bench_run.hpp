#pragma once

#include <optional>
#include <string>
#include <vector>

#include <sudui/batch.hpp>
#include <sudui/report.hpp>

#include "api/column_parts.hpp"
#include "cli/bench_population.hpp"
#include "cli/stopwatch.hpp"

namespace sudui::cli {

/// What `sudui bench` has measured; nanoseconds of one thread, a company.
struct bench_result {
  std::size_t companies = 0, rejected = 0, sample = 0;
  std::size_t policies = 0, clauses_left = 0;
  double settled = 0;  ///< decisions a company that rows settle
  int rounds = 0;
  double reading = 0;  ///< the input, once
  spread columns, verdicts, amounts, one_by_one;
  std::vector<api::policy_cost> by_policy;        ///< the dearest first
  std::vector<api::predicate_cost> by_predicate;  ///< the dearest first
  double parts = 0;                               ///< what these add up to
};

/// The first company and policy of the sample for which columns and rows do not agree.
struct disagreement {
  std::size_t row = 0;
  const policy* of = nullptr;
};
[[nodiscard]] std::optional<disagreement> find_disagreement(const batch_matcher& by,
                                                            const bench_population& of);

[[nodiscard]] bench_result measure(const batch_matcher& by, bench_population& of, int rounds);

[[nodiscard]] std::string bench_text(const batch_matcher& by, const bench_result& of,
                                     const text_options& options);
[[nodiscard]] std::string bench_json(const batch_matcher& by, const bench_result& of);

}  // namespace sudui::cli
