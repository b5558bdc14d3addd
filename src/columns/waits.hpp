#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <sudui/decision.hpp>

#include "columns/batch.hpp"
#include "columns/program.hpp"
#include "columns/runner.hpp"

namespace sudui::columns {

/// What undetermined decisions wait for, read off the truths of a chunk. One thread at a time.
class wait_reader {
 public:
  using inputs = std::vector<values::missing_graph::input>;

  wait_reader(const plan::plan& of, const program& what);

  /// Takes the chunk that the runner ran last.
  void take(const batch& from, const runner& by, std::size_t first);
  /// Appends what the clauses of an undetermined policy wait for: sorted, each once. False where
  /// only the row executor can tell; then nothing is appended.
  [[nodiscard]] bool read(std::uint32_t policy, std::size_t row, inputs& out);
  /// The same of an amount that the runner evaluates and that is not exact, among what is there.
  [[nodiscard]] bool read_amount(const amount_plan& of, std::size_t row, inputs& out);

 private:
  enum class reach : std::uint8_t {
    none,       // nothing to be asked for
    parameter,  // that is not published
    column,     // this column of the companies
    list,       // where this list is unknown, the list; else only the row executor tells
    strict,     // unknown where an operand is: whatever is unknown under it
    chosen,     // of the branch that its test chooses, or of all three
    fallback,   // of the second where the first is null
    logic,      // of the operands, what unknown ones wait for
    beyond      // only the row executor tells
  };
  [[nodiscard]] reach reach_of(const node& what, std::span<const bool> table_is_plain) const;
  enum class held : std::uint8_t { known, null, unknown, doubtful };
  [[nodiscard]] bool is_unknown(node_id truth) const;
  [[nodiscard]] held number_is(node_id which) const;
  [[nodiscard]] held operand_is(node_id which) const;
  [[nodiscard]] outcome outcome_of(std::span<const clause_step> steps) const;
  [[nodiscard]] bool clauses(std::span<const clause_step> steps);
  [[nodiscard]] bool node_waits(node_id which);
  [[nodiscard]] bool chosen_waits(const node& what);
  [[nodiscard]] bool fallback_waits(const node& what);
  [[nodiscard]] bool amount_waits(const evaluated_amount& of);
  void add(std::uint32_t column);
  [[nodiscard]] bool add_if_unknown(std::uint32_t column);

  const plan::plan& plan_;
  const program& program_;
  std::vector<reach> reaches_;  // by node
  const batch* batch_ = nullptr;
  const runner* runner_ = nullptr;
  std::size_t first_ = 0;  // row of the chunk
  std::size_t row_ = 0;    // in the chunk
  inputs* out_ = nullptr;
};

}  // namespace sudui::columns
