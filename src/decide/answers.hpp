#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <sudui/decision.hpp>

#include "decide/state.hpp"
#include "plan/plan.hpp"

namespace sudui::decide {

/// The public structs that decisions point to, by number as in the rule set.
struct catalogue {
  std::span<const policy> policies;
  std::span<const field> fields;
  std::span<const parameter> parameters;
};

/// All decisions of one run with the memory they view. Reused from run to run.
class answers {
 public:
  /// Runs the plan for the profile and fills the decisions.
  void decide(const plan::plan& of, const catalogue& names, const profile& company, state& run);

  [[nodiscard]] std::span<const decision> all() const noexcept { return all_; }
  /// What groups make of a decision; the effects must live as long as it.
  void set_effects(std::size_t decision, standing to, std::span<const group_effect> effects) {
    all_[decision].standing = to;
    all_[decision].effects = effects;
  }

 private:
  struct extent {  // first and count in the vectors below: spans are set when these have stopped
                   // growing
    std::size_t outcomes, outcome_count, grants, grant_count, missing, missing_count,
        amount_missing, amount_missing_count;
  };
  void decide_one(const plan::plan& of, const catalogue& names, const plan::policy& what,
                  state& run);
  void award(const plan::plan& of, const plan::policy& what, const policy_version& version,
             state& run);
  void append_missing(const catalogue& names, state& run);
  void set_views();

  std::vector<decision> all_;
  std::vector<extent> places_;
  std::vector<outcome> outcomes_;
  std::vector<grant> grants_;
  std::vector<std::pair<std::size_t, std::size_t>> line_places_;  // one a grant
  std::vector<item_line> lines_;
  std::vector<missing_input> missing_;
};

/// An input as people know it.
[[nodiscard]] missing_input to_missing(const catalogue& names,
                                       const values::missing_graph::input& what);

/// The inputs under a node, for people: sorted, each once.
void collect_missing(const catalogue& names, std::uint32_t node, state& run,
                     std::vector<missing_input>& out);

}  // namespace sudui::decide
