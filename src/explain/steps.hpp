#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <sudui/decision.hpp>

#include "decide/state.hpp"
#include "explain/explain.hpp"
#include "plan/plan.hpp"

namespace sudui::explain {

/// Turns traces into steps: every value with its name, its unit and where it came from.
class step_maker {
 public:
  step_maker(const request& what, const plan::plan& of, decide::state& run)
      : what_(what), plan_(of), run_(run) {}

  [[nodiscard]] step make(const plan::trace& from);
  [[nodiscard]] value held_in(plan::reg which, const types::type& as) const;

 private:
  step base(const plan::trace& from);
  step of_field(const plan::trace& from, step made);
  step of_parameter(const plan::trace& from, step made);
  step of_call(const plan::trace& from, step made);
  step of_loop(const plan::trace& from, step made);
  step of_apply(const plan::trace& from, step made);
  step of_comparison(const plan::trace& from, step made);
  void add_branch(const plan::trace& from, step& made);
  void add_parts(const plan::trace& from, step& made);
  void add_rows(const plan::trace& from, std::size_t width, step& made);
  void add_part(const plan::trace& part, step& made);
  void set_distance(const plan::trace& from, step& made);
  void count_items(const plan::trace& from, step& made);

  const request& what_;
  const plan::plan& plan_;
  decide::state& run_;
};

}  // namespace sudui::explain
