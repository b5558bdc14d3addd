#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <sudui/decision.hpp>

#include "columns/amounts.hpp"
#include "columns/award.hpp"
#include "columns/award_slots.hpp"
#include "columns/batch.hpp"
#include "columns/lanes.hpp"
#include "columns/program.hpp"
#include "columns/runner.hpp"
#include "columns/waits.hpp"

namespace sudui::columns {

/// What columns run for one binding: the plan and its program. Immutable; any number of threads.
struct compiled {
  std::shared_ptr<const plan::plan> of;
  layout places;
  columns::program program;
};
[[nodiscard]] std::shared_ptr<const compiled> compile(std::shared_ptr<const plan::plan> of);

/// What one decision waits for: so many of `waits::inputs` for its verdict, then for its amounts.
struct wait {
  std::uint32_t row = 0, policy = 0;
  std::uint32_t of_verdict = 0, of_amounts = 0;
};
struct waits {
  std::vector<wait> all;  // company by company, in the order of policies
  std::vector<values::missing_graph::input> inputs;
};

/// Verdicts of a batch: for each policy the companies that are eligible, and those that may be.
class verdicts {
 public:
  void start(std::size_t policies, std::size_t rows);
  [[nodiscard]] word* eligible(std::size_t policy) { return at(2 * policy); }
  [[nodiscard]] word* possible(std::size_t policy) { return at(2 * policy + 1); }
  [[nodiscard]] const word* eligible(std::size_t policy) const { return at(2 * policy); }
  [[nodiscard]] const word* possible(std::size_t policy) const { return at(2 * policy + 1); }
  [[nodiscard]] verdict of(std::size_t policy, std::size_t row) const;

 private:
  [[nodiscard]] word* at(std::size_t plane) { return bits_.data() + plane * words_; }
  [[nodiscard]] const word* at(std::size_t plane) const { return bits_.data() + plane * words_; }

  std::size_t words_ = 0;
  std::vector<word> bits_;
};

/// How a batch was decided.
struct tally {
  std::uint64_t settled = 0;  // decisions for which the row executor was asked
};

/// Decides batches, chunk by chunk. Memory is kept; one thread at a time, any number of executors
/// for one program.
class executor {
 public:
  explicit executor(std::shared_ptr<const compiled> what,
                    const kernels::table& by = *kernels::usable().front(),
                    std::size_t chunk_rows = 4096);
  executor(const executor&) = delete;  // its parts refer to each other
  executor& operator=(const executor&) = delete;

  /// Rows of a batch. INVARIANT: `first` is a multiple of 64.
  struct row_range {
    std::size_t first = 0, end = 0;
  };
  /// Verdicts of all companies.
  void decide(const batch& from, verdicts& out);
  /// Of some of them, into verdicts that have been started. Executors may decide different rows of
  /// one batch at the same time.
  void decide(const batch& from, row_range those, verdicts& out);
  enum class whose : std::uint8_t { eligible, possible };
  /// Amounts of all companies that are eligible, or may be, of the batch last decided: company by
  /// company, in the order of policies and benefits. With `also`, what these decisions wait for.
  void award(const batch& from, const verdicts& of, whose wanted, columns::awards& out,
             waits* also = nullptr);
  void award(const batch& from, row_range those, const verdicts& of, whose wanted,
             columns::awards& out, waits* also = nullptr);
  /// Outcomes of a clause or group: met, and met or unknown.
  struct outcome_planes {
    word* met;
    word* maybe;
  };
  struct known_planes {
    const word* met;
    const word* maybe;
  };
  [[nodiscard]] const tally& counts() const noexcept { return counts_; }
  [[nodiscard]] lane& one() noexcept { return lane_; }

 private:
  friend class probe;
  void list_leaves();
  void decide_odd(const batch& from, row_range those, verdicts& out);
  [[nodiscard]] std::span<const node_id> leaves_of(std::size_t policy) const {
    return std::span(leaves_).subspan(leaf_ends_[policy],
                                      leaf_ends_[policy + 1] - leaf_ends_[policy]);
  }
  void fetch(std::size_t policy, std::size_t words) const;
  void take_parts(std::size_t policy, std::size_t words);
  void join(std::size_t policy, std::size_t first, std::size_t count, verdicts& out);
  [[nodiscard]] known_planes leaf(node_id condition, std::size_t words);
  [[nodiscard]] known_planes part_of(std::span<const clause_step> steps, std::size_t words);
  [[nodiscard]] known_planes nested(std::span<const clause_step> steps, std::size_t words);
  void group(std::span<const clause_step> steps, bool is_all, std::size_t words,
             outcome_planes out);
  void settle(std::size_t policy, std::size_t first, std::size_t count, verdicts& out);
  [[nodiscard]] bool is_open(std::size_t policy) const;
  // One decision of a chunk that is, or may be, awarded.
  struct decided {
    std::uint32_t row, policy;
    bool is_open;
  };
  void list_possible(const verdicts& of, std::size_t first, std::size_t count);
  void write_others(const award_slots::others& of, std::span<columns::award> out);
  void open_odd(std::size_t first, std::size_t count, std::span<columns::award> out);
  void ask_decisions(columns::awards& out, std::size_t begin, waits& also);
  void ask_awards(columns::awards& out, std::size_t begin, waits* also);
  [[nodiscard]] lane& lane_at(std::size_t row);
  [[nodiscard]] bool is_odd(std::uint32_t row) const;
  void take_chunk(const batch& from, std::size_t first, std::size_t count);
  void take_waits(const batch& from, std::size_t first, std::size_t count);
  [[nodiscard]] bool is_told(const amount_plan& what) const;
  [[nodiscard]] std::uint32_t read_waits(const decided& of, waits& into);
  void ask_row(const decided& of, std::span<columns::award> those, columns::awards& out,
               waits* also);

  std::shared_ptr<const compiled> compiled_;
  std::size_t chunk_rows_;
  lane lane_;
  runner runner_;
  amount_reader amounts_;
  award_slots slots_;
  wait_reader waits_;
  const kernels::table& kernels_;
  chunk_memory memory_;
  std::vector<const word*> met_, maybe_;  // of the policy being joined: what all must hold
  std::vector<node_id> leaves_;           // of policies without groups: their conditions in a row
  std::vector<std::uint32_t> leaf_ends_;  // by policy, from 1
  std::vector<decided> decided_;          // of a chunk, by row and policy
  std::vector<std::size_t> places_;       // by row of a chunk: where what comes next goes
  std::size_t open_awards_ = 0;           // of a chunk, that columns have not told
  std::size_t chunk_ = 0;                 // whose truths the runner holds: its first row
  bool has_amounts_ = false;              // and what amounts need beside them
  const batch* asked_ = nullptr;          // whose awards are being worked out
  std::size_t entered_ = 0;               // by the lane while awards are worked out
  std::vector<values::missing_graph::input> amount_inputs_;  // of one decision
  std::vector<bool> open_;  // by policy: a clause that columns do not decide
  tally counts_;
};

}  // namespace sudui::columns
